import { beforeEach, describe, expect, test } from 'vitest';
import type { SysteemActor } from '#access/actor.ts';
import { createPeriode } from '#features/werkplaats/periode.write.server.ts';
import { metRolIn, periodeVan, testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { removePeriode } from '#features/werkplaats/periode.write.server.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#server/errors.ts';
import { detailKennisagenda, detailThema, listThemas } from './read.server.ts';
import {
	assignThema,
	confirmZonderResultaat,
	createThema,
	moveThema,
	removeThema,
	updateKennisagenda,
	updateThema,
	withdrawThema,
	withdrawZonderResultaat,
} from './write.server.ts';

const VIJF = [
	'Doorontwikkeling van sociale wijkteams',
	'Samenwerking formeel en informeel',
	'Meten en weten in het sociale domein',
	'Relatie en onderlinge verbondenheid binnen het sociale domein',
	'Participatie, zelf(samen)redzaamheid en eigen kracht',
];

let hier: SysteemActor;
let ids: string[];
let periodeId: string;
const titels = () => listThemas(hier).map((t) => t.titel);
const tekst = (titel: string) => ({ titel, omschrijving: '', landelijkThema: '' });
const eerste = () => ids[0]!;

beforeEach(() => {
	freshDb();
	hier = testWerkplaats();
	ids = VIJF.map((titel) => createThema(hier, tekst(titel)).id);
	periodeId = createPeriode(hier, periodeVan({ van: 'januari 2016', tot: 'juli 2017' })).id;
});

describe('AC-03 kennisagenda', () => {
	test('five themes, two chosen: the other three stay on the agenda', () => {
		for (const id of ids.slice(0, 2)) assignThema(hier, { id, periodeId });
		const alle = listThemas(hier, '2017-01-01');
		expect(alle.map((t) => t.titel)).toEqual(VIJF);
		expect(alle.map((t) => t.gekozenNu)).toEqual([true, true, false, false, false]);
		expect(alle.map((t) => t.gekozenIn.map((p) => p.nummer))).toEqual([[1], [1], [], [], []]);
		expect(listThemas(hier, '2018-01-01').some((t) => t.gekozenNu)).toBe(false);
	});

	test('choosing twice is choosing once, and can be taken back', () => {
		assignThema(hier, { id: eerste(), periodeId });
		assignThema(hier, { id: eerste(), periodeId });
		expect(detailThema(hier, eerste()).gekozenIn).toHaveLength(1);
		withdrawThema(hier, { id: eerste(), periodeId });
		expect(detailThema(hier, eerste()).gekozenIn).toEqual([]);
	});

	test('up and down, and no further than the ends', () => {
		moveThema(hier, { id: ids[2]!, richting: 'omhoog' });
		expect(titels()).toEqual([VIJF[0], VIJF[2], VIJF[1], VIJF[3], VIJF[4]]);
		moveThema(hier, { id: eerste(), richting: 'omhoog' });
		moveThema(hier, { id: ids[4]!, richting: 'omlaag' });
		moveThema(hier, { id: ids[2]!, richting: 'omlaag' });
		expect(titels()).toEqual(VIJF);
	});

	test('what is in use cannot go: not a chosen thema, not the periode it was chosen for', () => {
		assignThema(hier, { id: eerste(), periodeId });
		expect(() => removeThema(hier, { id: eerste() })).toThrow(Invalid);
		expect(() => removePeriode(hier, { id: periodeId })).toThrow(Invalid);
		withdrawThema(hier, { id: eerste(), periodeId });
		removeThema(hier, { id: eerste() });
		expect(titels()).toEqual(VIJF.slice(1));
	});

	test('explored without result keeps the reason', () => {
		confirmZonderResultaat(hier, { id: eerste(), reden: 'Er kwam geen groep.' });
		expect(detailThema(hier, eerste()).zonderResultaat).toBe('Er kwam geen groep.');
		withdrawZonderResultaat(hier, { id: eerste() });
		expect(detailThema(hier, eerste()).zonderResultaat).toBe('');
	});

	test('a thema stands on the agenda once', () => {
		expect(() => createThema(hier, tekst(VIJF[0]!.toUpperCase()))).toThrow(Invalid);
		updateThema(hier, { ...tekst(VIJF[0]!), omschrijving: 'Nieuw' }, { id: eerste() });
		expect(() => updateThema(hier, tekst(VIJF[1]!), { id: eerste() })).toThrow(Invalid);
	});

	test('the title and aim of the agenda; two people see both values', () => {
		expect(detailKennisagenda(hier)).toBeUndefined();
		updateKennisagenda(hier, { titel: 'Integraal werken', doel: '' });
		updateKennisagenda(hier, { titel: 'Integraal werken in de wijk', doel: '' });
		expect(detailKennisagenda(hier)?.titel).toBe('Integraal werken in de wijk');
		const basis = { titel: 'Integraal werken', doel: '' };
		expect(() => updateKennisagenda(hier, { titel: 'Anders', doel: '' }, { basis })).toThrow(
			Conflict,
		);
	});
});

describe('who', () => {
	test('a lector may, a beheerder and a member may not', () => {
		createThema(metRolIn(hier, 'lector'), tekst('Armoede en schulden'));
		for (const actor of [metRolIn(hier, 'beheerder'), metRolIn(hier)]) {
			expect(listThemas(actor)).toHaveLength(6);
			expect(() => createThema(actor, tekst('Nog een'))).toThrow(Forbidden);
			expect(() => assignThema(actor, { id: eerste(), periodeId })).toThrow(Forbidden);
			expect(() => moveThema(actor, { id: eerste(), richting: 'omlaag' })).toThrow(Forbidden);
			expect(() => updateKennisagenda(actor, { titel: 'X', doel: '' })).toThrow(Forbidden);
		}
	});

	test('another werkplaats sees and touches nothing', () => {
		const elders = metRolIn(testWerkplaats('Werkplaats Noord'), 'coordinator');
		expect(listThemas(elders)).toEqual([]);
		expect(() => updateThema(elders, tekst('X'), { id: eerste() })).toThrow(NotFound);
		expect(() => removeThema(elders, { id: eerste() })).toThrow(NotFound);
		expect(() => assignThema(elders, { id: eerste(), periodeId })).toThrow(NotFound);
		const eigen = createThema(elders, tekst('Eigen')).id;
		expect(() => assignThema(elders, { id: eigen, periodeId })).toThrow(NotFound);
	});
});
