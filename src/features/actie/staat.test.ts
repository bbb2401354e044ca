import { expect, test } from 'vitest';
import { staatVan, type VervolgSoort } from './staat.ts';

const op = (soort: VervolgSoort, part: { tekst?: string; wanneer?: string } = {}) => ({
	soort,
	tekst: '',
	wanneer: '',
	...part,
});
const OPEN = { klaar: false, wanneer: '2026-06-18' };
const KLAAR = { ...OPEN, klaar: true };

test.each([
	['in a concept the text says it', KLAAR, [], false, 'klaar'],
	['in a concept no row says that it is done', OPEN, [op('klaar')], false, 'open'],
	['what was let go is, also in a concept', OPEN, [op('losgelaten')], false, 'losgelaten'],
	['and is taken up again', OPEN, [op('losgelaten'), op('heropend')], false, 'open'],
	['vastgesteld, without a row, the text counts', KLAAR, [], true, 'klaar'],
	['vastgesteld the last row counts', OPEN, [op('klaar')], true, 'klaar'],
	['and the one after it', KLAAR, [op('klaar'), op('heropend')], true, 'open'],
	['done after it was let go', OPEN, [op('losgelaten'), op('klaar')], true, 'klaar'],
	['what it taught changes nothing', OPEN, [op('geleerd', { tekst: 'x' })], true, 'open'],
	[
		'another day changes nothing',
		KLAAR,
		[op('verschoven', { wanneer: '2026-07-01' })],
		true,
		'klaar',
	],
] as const)('%s', (_what, punt, vervolgen, vastgesteld, staat) => {
	expect(staatVan(punt, vervolgen, vastgesteld).staat).toBe(staat);
});

test('the last day it was put off to, and all that it taught', () => {
	const vervolgen = [
		op('verschoven', { wanneer: '2026-07-01' }),
		op('geleerd', { tekst: 'Bellen werkt beter.' }),
		op('verschoven', { wanneer: '2026-08-01' }),
		op('geleerd', { tekst: 'Samen gaan nog beter.' }),
	];
	expect(staatVan(OPEN, vervolgen, false)).toEqual({
		staat: 'open',
		wanneer: '2026-08-01',
		geleerd: ['Bellen werkt beter.', 'Samen gaan nog beter.'],
	});
	expect(staatVan(OPEN, [], false).wanneer).toBe('2026-06-18');
});
