import { expect, test } from 'vitest';
import { leesBord } from './document.ts';
import { maakGroep, verplaatsBriefje } from './document.groep.ts';
import { buurVan, groepLabel, rijVan } from './mag.ts';
import { briefjeId, eenBord, groepId } from './test-bord.ts';

const rij = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

test('one place up or down is before which other, and the ends go no further', () => {
	expect(buurVan(rij, 'b', 'op')).toEqual({ voor: 'a' });
	expect(buurVan(rij, 'a', 'op')).toBeUndefined();
	expect(buurVan(rij, 'a', 'neer')).toEqual({ voor: 'c' });
	expect(buurVan(rij, 'b', 'neer')).toEqual({ voor: null });
	expect(buurVan(rij, 'c', 'neer')).toBeUndefined();
	expect(buurVan(rij, 'weg', 'op')).toBeUndefined();
});

test('a briefje goes down and up again through its groep, and through the loose ones', () => {
	const doc = eenBord(6);
	const groep = groepId(1);
	maakGroep(doc, { id: groep, briefjeIds: [1, 2, 3].map(briefjeId) });
	const schuif = (nr: number, kant: 'op' | 'neer', waar: string) => {
		const beeld = leesBord(doc);
		const buur = buurVan(rijVan(beeld, waar), briefjeId(nr), kant);
		if (buur) verplaatsBriefje(doc, { id: briefjeId(nr), groepId: waar, ...buur });
		return rijVan(leesBord(doc), waar).map((one) => one.nr);
	};
	expect(schuif(1, 'neer', groep)).toEqual([2, 1, 3]);
	expect(schuif(1, 'neer', groep)).toEqual([2, 3, 1]);
	expect(schuif(1, 'neer', groep)).toEqual([2, 3, 1]);
	expect(schuif(3, 'op', groep)).toEqual([3, 2, 1]);
	expect(schuif(6, 'op', '')).toEqual([4, 6, 5]);
});

test('a groep without a name is called by its place', () => {
	const doc = eenBord();
	maakGroep(doc, { id: groepId(1), briefjeIds: [], naam: 'Schaamte' });
	maakGroep(doc, { id: groepId(2), briefjeIds: [] });
	const { groepen } = leesBord(doc);
	expect(groepen.map((groep) => groepLabel(groepen, groep))).toEqual([
		'Schaamte',
		'Groep 2, nog zonder naam',
	]);
});
