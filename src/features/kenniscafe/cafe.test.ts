import * as v from 'valibot';
import { beforeEach, expect, test } from 'vitest';
import type { SysteemActor } from '#access/actor.ts';
import { createKopie } from '#features/bijeenkomst/kopie.write.server.ts';
import { createBijeenkomst, removeBijeenkomst } from '#features/bijeenkomst/write.server.ts';
import { datum, maakLid, maakTeam } from '#features/leeromgeving/test-team.ts';
import { metRol } from '#features/persoon/test-wereld.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#server/errors.ts';
import { basisCafe } from './basis.ts';
import { cafeFeiten, detailCafe } from './cafe.read.server.ts';
import { updateCafe } from './cafe.write.server.ts';
import { CafeInput } from './input.ts';
import { listCijfers } from './read.server.ts';

let systeem: SysteemActor;
let team: string;

beforeEach(() => {
	freshDb();
	systeem = testWerkplaats();
	team = maakTeam(systeem);
});

function plan(titel: string, dag = '6 december 2018', soort: 'open' | 'team' = 'open') {
	const tijd = { datum: datum(dag), begin: '', eind: '', plaats: '' };
	const wie = { leeromgevingId: team, soort, open: soort === 'open' };
	return createBijeenkomst(systeem, { titel, ...tijd, ...wie }).id;
}
const gelezen = (velden: Record<string, string>) => v.parse(CafeInput, velden);
const zet = (id: string, velden: Record<string, string>, basis?: Record<string, string>) =>
	updateCafe(systeem, { ...gelezen(velden), id }, basis);

const ALLES = {
	nummer: '9',
	thema: 'Hoofdstuk 3',
	aanleiding: 'team',
	toelichting: 'Werkteam 3 liet zien wat het vond.',
};

test('number, theme and where it came from stay as they were said, in the words of the werkplaats', () => {
	const id = plan('Verbondenheid en veerkracht I');
	expect(cafeFeiten(systeem, id)).toEqual([]);
	zet(id, ALLES);
	expect(basisCafe(detailCafe(systeem, id)!)).toEqual(ALLES);
	expect(cafeFeiten(systeem, id)).toEqual([
		['Nummer', '9'],
		['Thema of hoofdstuk', 'Hoofdstuk 3'],
		['Aanleiding', 'Uit een werkteam\nWerkteam 3 liet zien wat het vond.'],
	]);
	zet(id, { ...ALLES, nummer: '', aanleiding: '' });
	expect(cafeFeiten(systeem, id).map(([naam]) => naam)).toEqual([
		'Thema of hoofdstuk',
		'Aanleiding',
	]);
});

test.each(['0', '-1', '1000', 'twaalf', '3,5'])('%s is no number of a kenniscafé', (nummer) => {
	const [fout] = v.safeParse(CafeInput, { nummer }).issues ?? [];
	expect(fout?.message).toBe('Schrijf een getal van 1 tot en met 999, of laat het leeg.');
});

test('a reason that is not in the list is none', () => {
	expect(gelezen({ aanleiding: 'toString' }).aanleiding).toBeNull();
});

test('AC-36: a number that another has is said, and not refused', () => {
	const [een, twee] = [plan('Eén'), plan('Twee')];
	expect(zet(een, ALLES)).toEqual({ dubbel: false });
	expect(zet(twee, ALLES)).toEqual({ dubbel: true });
	expect(zet(twee, { ...ALLES, thema: 'Anders' }, ALLES)).toEqual({ dubbel: false });
	const elders = testWerkplaats('Elders');
	const daar = createBijeenkomst(elders, {
		...{ titel: 'Daar', datum: null, begin: '', eind: '', plaats: '' },
		...{ leeromgevingId: null, soort: 'open' as const },
	});
	expect(updateCafe(elders, { ...gelezen(ALLES), id: daar.id })).toEqual({ dubbel: false });
	removeBijeenkomst(systeem, een);
	expect(zet(twee, { ...ALLES, nummer: '8' })).toEqual({ dubbel: false });
	expect(zet(twee, ALLES)).toEqual({ dubbel: false });
});

test('two people: each keeps the field they changed, and one field is a question', () => {
	const id = plan('Samen');
	const leeg = basisCafe(undefined);
	zet(id, { ...leeg, nummer: '9' }, leeg);
	zet(id, { ...leeg, thema: 'Ontmoeten' }, leeg);
	expect(detailCafe(systeem, id)).toMatchObject({ nummer: 9, thema: 'Ontmoeten' });
	expect(() => zet(id, { ...leeg, nummer: '10' }, leeg)).toThrow(Conflict);
});

test('another kind has none of it, unless it was one', () => {
	const id = plan('Werkteam', '6 december 2018', 'team');
	expect(detailCafe(systeem, id)).toBeNull();
	expect(cafeFeiten(systeem, id)).toEqual([]);
	expect(() => zet(id, ALLES)).toThrow(Invalid);
});

test('everybody knows which one it is; what was told of why is for who may enter', () => {
	const id = plan('Open');
	zet(id, ALLES);
	const buiten = metRol(systeem.werkplaatsId, null);
	expect(detailCafe(buiten, id)).toMatchObject({ nummer: 9, aanleiding: 'team', toelichting: '' });
	expect(detailCafe(maakLid(systeem, team, 'student'), id)?.toelichting).not.toBe('');
	for (const actor of [buiten, maakLid(systeem, team, 'student')])
		expect(() => updateCafe(actor, { ...gelezen(ALLES), id })).toThrow(Forbidden);
	expect(() => detailCafe(testWerkplaats('Elders'), id)).toThrow(NotFound);
});

test('a copy is the next one, and not this one again', () => {
	const id = plan('Verbondenheid en veerkracht I');
	zet(id, ALLES);
	const kopie = createKopie(systeem, { id, datum: datum('28 november 2019') });
	expect(detailCafe(systeem, kopie.id)?.nummer).toBeNull();
});

test('of one day the numbers say the order', () => {
	const [laat, vroeg, zonder] = [plan('Laat'), plan('Vroeg'), plan('Zonder')];
	zet(laat, { nummer: '12' });
	zet(vroeg, { nummer: '9' });
	const eerder = plan('Eerder', '1 november 2018');
	expect(listCijfers(systeem).rijen.map((rij) => [rij.id, rij.nummer])).toEqual([
		[eerder, null],
		[vroeg, 9],
		[laat, 12],
		[zonder, null],
	]);
});
