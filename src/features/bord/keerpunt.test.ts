import { expect, test } from 'vitest';
import { BEGINSTAND, type GroepBeeld, type Standbeeld } from './beeld.ts';
import { keerpunt, mijnOpTafel } from './keerpunt.ts';

const groep = (id: string): GroepBeeld => ({
	id,
	naam: id,
	orde: 'n',
	briefjes: [],
	stippen: null,
});
const vraagt = (van: Partial<Standbeeld>, naar: Partial<Standbeeld>, houdtRegie: boolean) => {
	const [was, is] = [van, naar].map((part) =>
		keerpunt({ stand: { ...BEGINSTAND, ...part }, groepen: [] }, houdtRegie),
	);
	return was !== is;
};

test.each<Partial<Standbeeld>>([
	{ fase: 'duiden' },
	{ ronde: 'open', rondeId: 'een' },
	{ klaarMet: 'afgerond' },
	{ regie: 'iemand' },
	{ slot: true },
])('everybody asks again after %o', (naar) => {
	for (const houdtRegie of [true, false]) expect(vraagt({}, naar, houdtRegie)).toBe(true);
});

test.each<Partial<Standbeeld>>([
	{ gegeven: 1 },
	{ handen: 1 },
	{ deelnemers: 2 },
	{ klaar: 1 },
	{ geschreven: 1 },
	{ stil: true },
])('only who holds regie asks again after %o', (naar) => {
	expect(vraagt({}, naar, true)).toBe(true);
	expect(vraagt({}, naar, false)).toBe(false);
});

test('nobody does for the clock, a spotlight or the question', () => {
	const naar = { klokTot: 1, klokRest: 2, uitlicht: 'een', vraag: 'Wat?' };
	expect(vraagt({}, naar, true)).toBe(false);
});

test('while dots are given everybody does when a group comes or goes, for theirs may have moved', () => {
	const bij = (ronde: Standbeeld['ronde'], ...ids: string[]) =>
		keerpunt({ stand: { ...BEGINSTAND, ronde }, groepen: ids.map(groep) }, false);
	expect(bij('open', 'a', 'b')).not.toBe(bij('open', 'b'));
	expect(bij('', 'a', 'b')).toBe(bij('', 'b'));
});

test('what I wrote counts when it comes on the table or goes from it, and what others wrote does not', () => {
	const van = (...ids: string[]) =>
		mijnOpTafel({ briefjes: ids.map((id) => ({ id })) }, ['a', 'b']);
	expect(van('a')).not.toBe(van('a', 'b'));
	expect(van('a')).not.toBe(van());
	expect(van('a', 'x')).toBe(van('y', 'a'));
});
