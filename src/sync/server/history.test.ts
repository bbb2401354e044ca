import * as fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { freshDb } from '#server/db/test-db.ts';
import { history, replay, type Step } from './test-history.ts';

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

/** An undo of Yjs 13 brings words back between neighbours that stand the other way round. */
test.each<[string, Step[]]>([
	[
		'at the end of them, after two undos of somebody else',
		[
			[2, 'split', 0, 0],
			[2, 'undo', 0, 0],
			[0, 'type', 0, 25],
			[0, 'list', 813, 0],
			[2, 'remove', 0, 0],
			[2, 'undo', 0, 0],
			[0, 'delete', 3392, 0],
			[0, 'type', 0, 7474],
		],
	],
	[
		'where they are in another place for others',
		[
			[0, 'list', 0, 0],
			[0, 'split', 4467, 1426],
			[0, 'undo', 0, 0],
			[0, 'type', 301, 2402],
			[0, 'remove', 765, 0],
			[0, 'undo', 0, 0],
			[0, 'type', 2031, 7802],
		],
	],
	[
		'between one letter and that same letter',
		[
			[0, 'list', 0, 0],
			[2, 'split', 3273, 0],
			[2, 'undo', 0, 0],
			[0, 'undo', 0, 0],
			[2, 'split', 0, 776],
			[2, 'remove', 0, 0],
			[2, 'undo', 0, 0],
			[2, 'undo', 0, 0],
		],
	],
	[
		'further apart than they were',
		[
			[2, 'delete', 0, 8392],
			[0, 'paragraph', 4135, 0],
			[2, 'remove', 0, 0],
			[2, 'undo', 0, 0],
			[0, 'type', 1508, 1676],
			[2, 'undo', 0, 0],
		],
	],
])('what an undo brought back is taken, and what is typed beside it: %s', (_, steps) => {
	const { refused, apart } = replay(steps);
	expect(refused).toEqual([]);
	expect(apart).not.toBe('content');
});
