import { expect, test } from 'vitest';
import { verplaatst } from './beweging.ts';
import { leesBord } from './document.ts';
import { maakGroep, verplaatsBriefje } from './document.groep.ts';
import { briefjeId, eenBord, groepId } from './test-bord.ts';

test('elsewhere is in another groep, or on another place in the same one', () => {
	const doc = eenBord(4);
	maakGroep(doc, { id: groepId(1), briefjeIds: [briefjeId(1), briefjeId(2)] });
	const was = leesBord(doc);
	expect(verplaatst(was, leesBord(doc))).toEqual([]);
	verplaatsBriefje(doc, { id: briefjeId(3), groepId: groepId(1), voor: null });
	verplaatsBriefje(doc, { id: briefjeId(2), groepId: groepId(1), voor: briefjeId(1) });
	expect(verplaatst(was, leesBord(doc))).toEqual([briefjeId(2), briefjeId(3)]);
});

test('what is new, or gone, did not move', () => {
	const was = leesBord(eenBord(2));
	expect(verplaatst(was, leesBord(eenBord(3)))).toEqual([]);
	expect(verplaatst(leesBord(eenBord(3)), was)).toEqual([]);
});
