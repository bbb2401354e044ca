import { expect, test } from 'vitest';
import { BEGINSTAND, type Standbeeld } from './beeld.ts';
import { keert } from './keerpunt.ts';

const met = (ids: readonly string[]) => ids.map((id) => ({ id }));
const tafel = (stand: Partial<Standbeeld>, { groepen = [], briefjes = [] }: Ligt = {}) => ({
	stand: { ...BEGINSTAND, ...stand },
	groepen: met(groepen),
	briefjes: met(briefjes),
});
interface Ligt {
	groepen?: string[];
	briefjes?: string[];
}
const ander = { regie: null, briefjes: [], ik: { hand: false } };
const leidt = { ...ander, regie: {} };

test.each<Partial<Standbeeld>>([
	{ fase: 'duiden' },
	{ stil: true },
	{ ronde: 'open', rondeId: 'een' },
	{ klaarMet: 'afgerond' },
	{ regie: 'iemand' },
	{ slot: true },
])('everybody asks again after %o', (naar) => {
	for (const wie of [leidt, ander]) expect(keert(tafel({}), tafel(naar), wie)).toBe(true);
});

test.each<Partial<Standbeeld>>([
	{ gegeven: 1 },
	{ handen: 1 },
	{ deelnemers: 2 },
	{ klaar: 1 },
	{ geschreven: 1 },
])('only who holds regie asks again after %o', (naar) => {
	expect(keert(tafel({}), tafel(naar), leidt)).toBe(true);
	expect(keert(tafel({}), tafel(naar), ander)).toBe(false);
});

test('nobody does for the clock, a spotlight or the question', () => {
	const naar = { klokTot: 1, klokRest: 2, uitlicht: 'een', vraag: 'Wat?' };
	expect(keert(tafel({}), tafel(naar), leidt)).toBe(false);
});

test('while dots are given everybody does when a group comes or goes, for theirs may have moved', () => {
	const gaat = (ronde: Standbeeld['ronde']) =>
		keert(tafel({ ronde }, { groepen: ['a', 'b'] }), tafel({ ronde }, { groepen: ['b'] }), ander);
	expect(gaat('open')).toBe(true);
	expect(gaat('')).toBe(false);
});

test('what I wrote counts when it comes on the table or goes from it, and what others wrote does not', () => {
	const mijn = { ...ander, briefjes: met(['a', 'b']) };
	const keer = (van: string[], naar: string[]) =>
		keert(tafel({}, { briefjes: van }), tafel({}, { briefjes: naar }), mijn);
	expect(keer(['a'], ['a', 'b'])).toBe(true);
	expect(keer(['a'], [])).toBe(true);
	expect(keer(['a'], ['b'])).toBe(true);
	expect(keer(['a', 'x'], ['y', 'a'])).toBe(false);
});

test('whoever has a hand up does when a hand goes down: it may be theirs', () => {
	const naar = tafel({ handen: 0 });
	expect(keert(tafel({ handen: 1 }), naar, { ...ander, ik: { hand: true } })).toBe(true);
	expect(keert(tafel({ handen: 1 }), naar, { ...ander, ik: null })).toBe(false);
});
