import { describe, expect, test } from 'vitest';
import {
	erbij,
	GEEN_KLOK,
	LANGST_MINUTEN,
	naFase,
	omroep,
	pauze,
	resterend,
	start,
	verder,
	woorden,
} from './klok.ts';

const MINUUT = 60_000;
const NU = 1_000_000;

test('what is left gets less and ends at nothing', () => {
	const klok = start(8, NU);
	const gezien = [0, 1, 3 * MINUUT, 8 * MINUUT, 90 * MINUUT].map((na) => resterend(klok, NU + na));
	expect(gezien).toEqual([8 * MINUUT, 8 * MINUUT - 1, 5 * MINUUT, 0, 0]);
	expect(resterend(GEEN_KLOK, NU)).toBeNull();
});

test('one that was left behind is gone by the next time people meet; one that stands still is kept', () => {
	const over = start(5, NU);
	const gezien = [120, 126].map((na) => resterend(over, NU + na * MINUUT));
	expect(gezien).toEqual([0, null]);
	expect(woorden(over, NU + 126 * MINUUT)).toBe('');
	const stil = pauze(start(5, NU), NU + MINUUT);
	expect(resterend(stil, NU + 9000 * MINUUT)).toBe(4 * MINUUT);
});

test('a pause keeps what was left, however long it takes and however often it is asked', () => {
	const stil = pauze(pauze(start(8, NU), NU + 3 * MINUUT), NU + 5 * MINUUT);
	expect(stil).toEqual({ tot: null, rest: 5 * MINUUT });
	const loopt = verder(verder(stil, NU + 60 * MINUUT), NU + 61 * MINUUT);
	expect(loopt).toEqual({ tot: NU + 65 * MINUUT, rest: null });
});

test('what is over has nothing to pause, and what is not there nothing to go on with', () => {
	const over = start(1, NU);
	expect(pauze(over, NU + MINUUT)).toBe(over);
	expect(verder(over, NU)).toBe(over);
	for (const change of [pauze, verder, erbij, naFase])
		expect(change(GEEN_KLOK, NU)).toBe(GEEN_KLOK);
});

test('one minute more: on what is left, while it stands still, and from now when it is over', () => {
	expect(resterend(erbij(start(2, NU), NU), NU)).toBe(3 * MINUUT);
	expect(erbij({ tot: null, rest: MINUUT }, NU)).toEqual({ tot: null, rest: 2 * MINUUT });
	expect(erbij(start(1, NU), NU + 9 * MINUUT)).toEqual({ tot: NU + 10 * MINUUT, rest: null });
	const vol = start(LANGST_MINUTEN, NU);
	expect(resterend(erbij(vol, NU), NU)).toBe(LANGST_MINUTEN * MINUUT);
});

test('only a clock that is over stays behind in its phase', () => {
	const klok = start(2, NU);
	expect(naFase(klok, NU + MINUUT)).toBe(klok);
	expect(naFase(klok, NU + 2 * MINUUT)).toEqual(GEEN_KLOK);
	const stil = { tot: null, rest: 5 };
	expect(naFase(stil, NU)).toBe(stil);
});

describe('in words', () => {
	test.each([
		[4.5 * MINUUT, 'nog 4 minuten'],
		[1.5 * MINUUT, 'nog 1 minuut'],
		[30_000, 'nog geen minuut'],
		[0, 'De tijd is om. Rond rustig af.'],
		[-MINUUT, 'De tijd is om. Rond rustig af.'],
	])('%i ms', (rest, zin) => {
		expect(woorden({ tot: NU + rest, rest: null }, NU)).toBe(zin);
	});
	test('without a clock, and while it stands still', () => {
		expect(woorden(GEEN_KLOK, NU)).toBe('');
		expect(woorden({ tot: null, rest: 3 * MINUUT }, NU)).toBe('De klok staat stil: nog 3 minuten.');
	});
	test('are said at the start, at one minute and at the end, and each once', () => {
		const klok = start(3, NU);
		let was: number | null = null;
		const gezegd: string[] = [];
		for (let na = 0; na <= 4 * MINUUT; na += 1000) {
			const rest = resterend(klok, NU + na);
			const zin = omroep(was, rest);
			if (zin) gezegd.push(zin);
			was = rest;
		}
		expect(gezegd).toEqual([
			'De klok loopt: nog 3 minuten.',
			'Nog 1 minuut.',
			'De tijd is om. Rond rustig af.',
		]);
	});
	test('nobody who comes in later hears that it was over long ago', () => {
		expect(omroep(null, 0)).toBe('');
		expect(omroep(null, null)).toBe('');
		expect(omroep(5, null)).toBe('');
	});
});
