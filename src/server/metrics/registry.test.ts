import { expect, it } from 'vitest';
import { Registry } from './registry.ts';

it('writes a histogram as Prometheus reads it', () => {
	const registry = new Registry();
	const took = registry.histogram('took', 'How long.', [0.1, 1]);
	for (const seconds of [0.1, 0.5, 7]) took({ route: '/a' }, seconds);
	expect(registry.text()).toBe(
		`# HELP took How long.
# TYPE took histogram
took_bucket{route="/a",le="0.1"} 1
took_bucket{route="/a",le="1"} 2
took_bucket{route="/a",le="+Inf"} 3
took_sum{route="/a"} 7.6
took_count{route="/a"} 3
`,
	);
});

it('keeps a quote and a new line inside their label', () => {
	const registry = new Registry();
	registry.counter('c', 'x')({ a: 'one"\ntwo\\' });
	expect(registry.text()).toContain(String.raw`c{a="one\"\ntwo\\"} 1`);
});

it('does not grow without end', () => {
	const registry = new Registry();
	const count = registry.counter('c', 'x');
	for (let n = 0; n < 3000; n++) count({ n });
	expect(registry.text().split('\n').length).toBeLessThan(2010);
});
