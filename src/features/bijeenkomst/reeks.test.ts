import { beforeEach, expect, test } from 'vitest';
import type { SysteemActor } from '#access/actor.ts';
import { datum, maakLid, maakPeriode, maakTeam } from '#features/leeromgeving/test-team.ts';
import { metRol } from '#features/persoon/test-wereld.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#server/errors.ts';
import { createAfzegging } from './afzegging.write.server.ts';
import { assignDagdelen } from './dagdeel.write.server.ts';
import { leesMaand, maandSleutel, schuifMaand, wekenVan } from './maand.ts';
import { listMaand } from './maand.read.server.ts';
import { basisReeks } from './reeks.basis.ts';
import type { ReeksNieuw } from './reeks.input.ts';
import { detailReeks, listPlekken, listReeksen, listReeksenWeg } from './reeks.read.server.ts';
import {
	createReeks,
	removeReeks,
	updateReeks,
	withdrawReeksWeghaling,
} from './reeks.write.server.ts';
import { listGeteld } from './tel.read.server.ts';
import { createBijeenkomst } from './write.server.ts';

let systeem: SysteemActor;
let team: string;
let periodeId: string;

beforeEach(() => {
	freshDb();
	systeem = testWerkplaats();
	team = maakTeam(systeem);
	periodeId = maakPeriode(systeem.werkplaatsId, 2);
});

const NIEUW: Omit<ReeksNieuw, 'leeromgevingId'> = {
	titel: 'Op bezoek',
	soort: 'inspiratiebezoek',
	soortAnders: '',
	aantal: { aantal: 12, circa: false, tekst: '12' },
	datum: datum('2018'),
	periodeId: null,
	toelichting: '',
};
const ONGETELD = { aantal: null, circa: false, tekst: '' };
const maak = (part: Partial<ReeksNieuw> = {}) =>
	createReeks(systeem, { ...NIEUW, leeromgevingId: team, ...part }).id;
const plan = (dag: string | null, reeksId: string | null = null) =>
	createBijeenkomst(systeem, {
		...{
			titel: 'Bezoek',
			datum: dag === null ? null : datum(dag),
			begin: '',
			eind: '',
			plaats: '',
		},
		...{ soort: 'inspiratiebezoek', reeksId, leeromgevingId: team },
	}).id;

test('twelve visits are one reeks of twelve, with as many parts as are known', () => {
	const id = maak();
	for (let n = 1; n <= 3; n++) plan(`${n} maart 2018`, id);
	expect(detailReeks(systeem, id)).toMatchObject({ aantal: 12, tenMinste: false, delen: 3 });
	const ongeteld = maak({ titel: 'Spiegels', aantal: ONGETELD });
	expect(detailReeks(systeem, ongeteld)).toMatchObject({ aantal: 0, tenMinste: true });
	plan('4 maart 2018', ongeteld);
	expect(detailReeks(systeem, ongeteld)).toMatchObject({ aantal: 1, tenMinste: true });
	expect(listGeteld(systeem)).toMatchObject([{ aantal: 13, tenMinste: true }]);
});

test('counted in its periode, or in the one that was chosen; called off does not count', () => {
	plan('3 mei 2018');
	plan('3 mei 2030');
	createAfzegging(systeem, { id: plan('4 mei 2018'), reden: 'ziek' });
	expect(listGeteld(systeem)).toMatchObject([{ id: periodeId, aantal: 1 }]);
	maak({ datum: datum('2030'), periodeId });
	const samen = { aantal: 13, tenMinste: false };
	const soorten = [{ soort: 'inspiratiebezoek', soortAnders: '', ...samen }];
	expect(listGeteld(systeem)).toMatchObject([{ id: periodeId, ...samen, soorten }]);
});

test('a reeks is of who may enter its team, and of everybody when it is of none', () => {
	const [eigen, allen] = [maak(), maak({ leeromgevingId: null, titel: 'Van allen' })];
	const buiten = metRol(systeem.werkplaatsId, null);
	expect(listReeksen(buiten).map(({ id }) => id)).toEqual([allen]);
	expect(() => detailReeks(buiten, eigen)).toThrow(NotFound);
	expect(() => updateReeks(buiten, { ...NIEUW, id: allen })).toThrow(Forbidden);
	expect(() => createReeks(buiten, { ...NIEUW, leeromgevingId: team })).toThrow(Forbidden);
	expect(() => createReeks(buiten, { ...NIEUW, leeromgevingId: null })).toThrow(Forbidden);
	const lid = maakLid(systeem, team, 'lid');
	expect(listPlekken(lid).map(({ id }) => id)).toEqual([team]);
	updateReeks(lid, { ...NIEUW, id: eigen, titel: 'Bij elkaar op bezoek' });
	expect(detailReeks(lid, eigen).titel).toBe('Bij elkaar op bezoek');
	expect(() => detailReeks(testWerkplaats('Elders'), allen)).toThrow(NotFound);
	const buur = maakLid(systeem, maakTeam(systeem, { naam: 'Buren' }), 'trekker');
	const inBuur = () =>
		createBijeenkomst(buur, {
			...{ titel: 'x', datum: null, begin: '', eind: '', plaats: '', reeksId: eigen },
			leeromgevingId: buur.lidmaatschappen[0]!.leeromgevingId,
		});
	expect(inBuur).toThrow(Invalid);
});

test('two people change a reeks; removed it leaves its bijeenkomsten, and comes back', () => {
	const id = maak();
	const deel = plan('3 mei 2018', id);
	const basis = basisReeks(NIEUW);
	updateReeks(systeem, { ...NIEUW, id, titel: 'Eerst' }, basis);
	updateReeks(systeem, { ...NIEUW, id, toelichting: 'Twaalf keer' }, basis);
	expect(() => updateReeks(systeem, { ...NIEUW, id, titel: 'Dan' }, basis)).toThrow(Conflict);
	expect(detailReeks(systeem, id)).toMatchObject({ titel: 'Eerst', toelichting: 'Twaalf keer' });
	removeReeks(systeem, id);
	expect(listReeksen(systeem)).toEqual([]);
	expect(listGeteld(systeem)).toMatchObject([{ aantal: 1 }]);
	expect(listReeksenWeg(systeem)).toEqual([{ id, titel: 'Eerst' }]);
	withdrawReeksWeghaling(systeem, id);
	expect(detailReeks(systeem, id).bijeenkomsten.geweest.map((b) => b.id)).toEqual([deel]);
});

test('a month has whole weeks from Monday; a day that is not sure stands in words', () => {
	const juni = leesMaand('2026-06')!;
	const weken = wekenVan(juni);
	expect([weken[0]![0], weken.at(-1)!.at(-1)]).toEqual(['2026-06-01', '2026-07-05']);
	expect(wekenVan({ jaar: 2026, maand: 2 })[0]![0]).toBe('2026-01-26');
	expect(maandSleutel(schuifMaand({ jaar: 2026, maand: 1 }, -1))).toBe('2025-12');
	for (const geen of ['2026-13', 'juni', '2026-6', null]) expect(leesMaand(geen)).toBeUndefined();
	plan('11 juni 2026');
	plan('29 juni – 2 juli 2026');
	plan('zomer 2026');
	plan(null);
	const maand = listMaand(systeem, { maand: juni });
	const vol = maand.weken.flat().filter((dag) => dag.regels.length > 0);
	expect(vol.map(({ dag }) => dag)).toEqual([
		'2026-06-11',
		'2026-06-29',
		'2026-06-30',
		'2026-07-01',
		'2026-07-02',
	]);
	expect(maand.ongeveer.map(({ wanneer }) => wanneer)).toEqual([
		expect.stringContaining('zomer 2026'),
	]);
});

test('of several days each has its own hours, and a day between is not one of them', () => {
	const deel = (dag: string, begin: string, eind: string) => ({ dag, begin, eind, pauzes: [] });
	const delen = [
		deel('2026-06-11', '09.00', '12.00'),
		deel('2026-06-11', '13.00', '16.00'),
		deel('2026-06-13', '10.30', '12.00'),
	];
	assignDagdelen(systeem, { id: plan('11 juni 2026'), delen });
	const dagen = listMaand(systeem, { maand: leesMaand('2026-06')! }).weken.flat();
	const vol = dagen.flatMap(({ dag, regels }) => regels.map(({ tijden }) => [dag, tijden]));
	expect(vol).toEqual([
		['2026-06-11', '09.00 – 12.00 uur, 13.00 – 16.00 uur'],
		['2026-06-13', '10.30 – 12.00 uur'],
	]);
});
