import { expect, test } from 'vitest';
import { inTurn } from './turns.ts';

/** Longer than one goes on without hearing others. */
function takeLong() {
	const until = performance.now() + 100;
	while (performance.now() < until);
}

test('after each that takes long others have many turns, also before who comes later', async () => {
	/** How often others had theirs before the first, the second and the third. */
	const before: number[] = [];
	let others = 0;
	const come = () => inTurn(() => (before.push(others), takeLong()));
	const other = () => {
		others++;
		if (before.length < 3) setImmediate(other);
	};
	const together = [come(), come()];
	setImmediate(other);
	await Promise.all(together);
	await come();
	const [first = 0, second = 0, third = 0] = before;
	expect(second - first).toBeGreaterThan(5);
	expect(third - second).toBeGreaterThan(5);
});

test('what goes wrong for one is told to that one, and the next goes on', async () => {
	const wrong = inTurn(() => {
		throw new Error('stuk');
	});
	const right = inTurn(() => 'goed');
	await expect(wrong).rejects.toThrow('stuk');
	expect(await right).toBe('goed');
	expect(await inTurn(() => 'en later ook')).toBe('en later ook');
});
