import { expect, test, vi } from 'vitest';
import { fuzz } from './test-fuzz.ts';

// on a machine that does more at once
vi.setConfig({ testTimeout: 60_000 });

test('2,000 bent and invented updates harm no document', () => {
	const seed = Date.now() % 1_000_000;
	const { harmed, tried, accepted, refused } = fuzz(2000, seed);
	expect(harmed).toEqual([]);
	expect(tried).toBe(2000);
	// both sides of the guard were tried
	expect(accepted).toBeGreaterThan(50);
	expect(Object.keys(refused).length).toBeGreaterThan(5);
});
