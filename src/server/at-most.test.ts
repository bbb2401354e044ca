import { expect, test } from 'vitest';
import { atMost } from './at-most.ts';

test('so many at once; who comes next waits, and hears that beforehand', async () => {
	const take = atMost(2);
	const doors = [1, 2, 3].map(() => Promise.withResolvers<void>());
	const begun: number[] = [];
	const runs = doors.map(({ promise }, n) => {
		expect(take.isBusy()).toBe(n === 2);
		return take(() => {
			begun.push(n);
			return promise;
		});
	});
	await Promise.resolve();
	expect(begun).toEqual([0, 1]);
	doors[0]!.resolve();
	await runs[0];
	await Promise.resolve();
	expect(begun).toEqual([0, 1, 2]);
	for (const { resolve } of doors) resolve();
	await Promise.all(runs);
	expect(take.isBusy()).toBe(false);
});
