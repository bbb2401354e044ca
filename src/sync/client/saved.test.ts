import { describe, expect, test } from 'vitest';
import { isLostOnLeaving, saveStateOf, Unsaved, type Whereabouts } from './saved.ts';

const has = (clock: number) => new Map([[1, clock]]);

/** One connection on which the first question of the server was answered. */
function open(): Unsaved {
	const unsaved = new Unsaved();
	unsaved.connected();
	unsaved.sent();
	return unsaved;
}

describe('is everything of mine on the disk of the server', () => {
	test('nothing changed is nothing unsaved, whatever was sent', () => {
		expect(open().any).toBe(false);
	});

	test('only when the frame is counted and the clock is there', () => {
		const unsaved = open();
		unsaved.changed(1, 5);
		unsaved.sent();
		unsaved.saved(1, has(5));
		expect(unsaved.any).toBe(true);
		unsaved.saved(2, has(4));
		expect(unsaved.any).toBe(true);
		unsaved.saved(2, has(5));
		expect(unsaved.any).toBe(false);
	});

	test('what was taken away moves no clock: the frame counts', () => {
		const unsaved = open();
		unsaved.saved(1, has(5));
		unsaved.changed(1, 5);
		unsaved.sent();
		unsaved.saved(1, has(5));
		expect(unsaved.any).toBe(true);
		unsaved.saved(2, has(5));
		expect(unsaved.any).toBe(false);
	});

	test('what is said of one client unsays nothing of another', () => {
		const unsaved = open();
		unsaved.changed(1, 5);
		unsaved.changed(2, 3);
		unsaved.sent();
		unsaved.saved(1, new Map([[2, 3]]));
		expect(unsaved.any).toBe(true);
		unsaved.saved(2, has(5));
		expect(unsaved.any).toBe(false);
	});

	test('what changed after the last frame is not in it', () => {
		const unsaved = open();
		unsaved.changed(1, 5);
		unsaved.sent();
		unsaved.changed(1, 5);
		unsaved.saved(2, has(5));
		expect(unsaved.any).toBe(true);
	});

	test('an answer for the connection before says nothing about this one', () => {
		const unsaved = open();
		unsaved.changed(1, 5);
		unsaved.sent();
		unsaved.connected();
		unsaved.saved(9, has(5));
		expect(unsaved.any).toBe(true);
		unsaved.sent();
		unsaved.saved(1, has(5));
		expect(unsaved.any).toBe(false);
	});

	test('what an earlier visit left counts as mine', () => {
		const unsaved = open();
		unsaved.changed(7, 3);
		unsaved.sent();
		unsaved.saved(2, has(5));
		expect(unsaved.any).toBe(true);
		unsaved.saved(2, new Map([[7, 3]]));
		expect(unsaved.any).toBe(false);
	});
});

const here: Whereabouts = {
	unsaved: true,
	online: true,
	refused: false,
	onDevice: false,
	keeps: true,
};

test.each<[string, Partial<Whereabouts>, string, boolean]>([
	['nothing to save', { unsaved: false }, 'opgeslagen', false],
	['nothing to save, no line', { unsaved: false, online: false }, 'opgeslagen', false],
	['under way', {}, 'bezig', true],
	['under way, and kept here too', { onDevice: true }, 'bezig', false],
	['no line, being written here', { online: false }, 'bezig', true],
	['no line, written here', { online: false, onDevice: true }, 'op-dit-apparaat', false],
	['no line, nothing is kept here', { online: false, keeps: false }, 'lukt-niet', true],
	['refused', { refused: true, keeps: false }, 'lukt-niet', true],
	['refused, kept here', { refused: true, onDevice: true }, 'lukt-niet', false],
])('%s', (_, at, state, isLost) => {
	expect(saveStateOf({ ...here, ...at })).toBe(state);
	expect(isLostOnLeaving({ ...here, ...at })).toBe(isLost);
});

test('who may not send any more has lost only what the server has not', () => {
	const unsaved = new Unsaved();
	unsaved.changed(1, 10);
	unsaved.saved(0, new Map([[1, 9]]));
	unsaved.settle();
	expect(unsaved.any).toBe(true);
	unsaved.saved(0, new Map([[1, 10]]));
	unsaved.settle();
	expect(unsaved.any).toBe(false);
});
