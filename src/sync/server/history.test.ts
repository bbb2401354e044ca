import * as fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { freshDb } from '#server/db/test-db.ts';
import { history, replay } from './test-history.ts';

// many random cases, on a machine that does more at once
vi.setConfig({ testTimeout: 60_000 });
beforeEach(() => void freshDb());

test('nothing that honest editors do is refused, and all end up with the same text', () => {
	const seen = { histories: 0, syncs: 0 };
	fc.assert(
		fc.property(history(60), (steps) => {
			const { refused, syncs, apart } = replay(steps);
			seen.histories++;
			seen.syncs += syncs;
			expect(refused).toEqual([]);
			expect(apart).toBe('');
		}),
		{ numRuns: 200 },
	);
	expect(seen.syncs).toBeGreaterThan(2000);
});
