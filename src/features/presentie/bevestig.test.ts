import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import { datum, maakLid } from '#features/leeromgeving/test-team.ts';
import { partnerschap } from '#features/partner/tables.server.ts';
import { db } from '#server/db/db.ts';
import { Forbidden, Invalid } from '#server/errors.ts';
import { confirmPresentie } from './bevestig.write.server.ts';
import { createCorrectie, createLaatkomer } from './correctie.write.server.ts';
import { createEigenRegel } from './eigen.write.server.ts';
import type { RegelNieuw } from './input.ts';
import { detailPresentie, detailRegel } from './read.server.ts';
import {
	assignOrganisatie,
	assignStatus,
	createRegel,
	removeRegel,
	updateUren,
} from './regel.write.server.ts';
import { regelsOf } from './rows.server.ts';
import { bevestigdeRegel, presentiebevestiging, presentiecorrectie } from './tables.server.ts';
import { urenWereld, type UrenWereld } from './test-uren.ts';

let wereld: UrenWereld;
beforeEach(() => {
	wereld = urenWereld();
});

/** Minutes per bak over these lists: what later counting will find in the rows. */
function tel(...lijsten: (keyof UrenWereld['ids'])[]) {
	const som: Record<string, number> = {};
	for (const lijst of lijsten)
		for (const bak of detailPresentie(wereld.coordinator, wereld.ids[lijst]).bakken) {
			const naam = [bak.soort, bak.sub, bak.koepel, bak.organisatie].filter(Boolean).join(' ');
			som[naam] = (som[naam] ?? 0) + bak.minuten;
		}
	return som;
}
const totaal = (som: Record<string, number>) =>
	Object.values(som).reduce((a, minuten) => a + minuten, 0);

describe('hours of four lists', () => {
	test('the second half of 2018: 24 hours', () => {
		const som = tel('A', 'B');
		expect(som).toEqual({
			'partner Rotterdam': 180,
			'partner Schiedam': 180,
			'partner Vlaardingen': 180,
			'overig organisaties': 360,
			'overig bewoners': 180,
			studenten: 180,
			'trekker Hogeschool Rotterdam': 180,
		});
		expect(totaal(som)).toBe(1440);
	});

	test('the first half of 2019: 25,75 hours, of which BAR 10,5', () => {
		const som = tel('C', 'D');
		expect(som).toEqual({
			'partner Vlaardingen': 255,
			'partner Vivenz': 330,
			'partner BAR-organisatie Barendrecht': 480,
			'partner BAR-organisatie Albrandswaard': 150,
			'overig organisaties': 330,
		});
		expect(totaal(som)).toBe(1545);
	});

	test('they stand in the rows, to be counted later', () => {
		const minuten = db()
			.select()
			.from(bevestigdeRegel)
			.where(eq(bevestigdeRegel.bijeenkomstId, wereld.ids.C))
			.all()
			.map((row) => row.minuten)
			.sort((a, b) => a - b);
		expect(minuten).toEqual([255, 330, 330, 330]);
		expect(db().select().from(presentiebevestiging).all()).toHaveLength(4);
	});

	test('a partnerschap that lasts longer moves the bak, and no minute (AC-43)', () => {
		db()
			.update(partnerschap)
			.set({ tot: datum('31 januari 2019') })
			.where(eq(partnerschap.organisatieId, wereld.organisaties['Schiedam']!))
			.run();
		expect(tel('C', 'D')).toMatchObject({ 'partner Schiedam': 330 });
		expect(totaal(tel('C', 'D'))).toBe(1545);
	});
});

describe('once somebody answers for the list', () => {
	const nieuw: RegelNieuw = {
		...{ persoonId: null, naam: 'Joke', organisatie: '', perspectief: 'bewoner', van: '' },
		...{ tot: '', dagdeelId: null, buitenRegio: false },
	};

	test('nobody changes it, and other times of the bijeenkomst change nothing', () => {
		const { coordinator, ids, team, systeem } = wereld;
		const [regel] = regelsOf(ids.B);
		const plek = { bijeenkomstId: ids.B, regelId: regel!.id };
		const status = { ...plek, persoonId: null, dagdeelId: null, status: 'afwezig' } as const;
		expect(() => assignStatus(coordinator, status)).toThrow(Invalid);
		expect(() => updateUren(coordinator, { ...plek, uren: 60, reden: 'x' })).toThrow(Invalid);
		expect(() => removeRegel(coordinator, plek)).toThrow(Invalid);
		expect(() => createRegel(coordinator, { ...nieuw, bijeenkomstId: ids.B })).toThrow(Invalid);
		const lid = maakLid(systeem, team, 'lid');
		expect(() => createEigenRegel(lid, { bijeenkomstId: ids.B })).toThrow(Invalid);
		db().update(bijeenkomst).set({ eind: '20.00' }).where(eq(bijeenkomst.id, ids.B)).run();
		expect(totaal(tel('B'))).toBe(720);
		expect(detailPresentie(coordinator, ids.B).bevestigd).toMatch(
			/^Bevestigd door coordinator op /,
		);
	});

	test('it lasted until 18.30: half an hour for each, the first stays as it was (AC-44)', () => {
		const { coordinator, ids } = wereld;
		const regelIds = regelsOf(ids.B).map(({ id }) => id);
		const reden = 'De bijeenkomst duurde tot 18.30 uur.';
		createCorrectie(coordinator, { bijeenkomstId: ids.B, regelIds, uren: 30, reden });
		expect(totaal(tel('B'))).toBe(840);
		const vast = db().select().from(bevestigdeRegel).all();
		expect(
			vast.filter(({ bijeenkomstId }) => bijeenkomstId === ids.B).map((r) => r.minuten),
		).toEqual([180, 180, 180, 180]);
		expect(detailPresentie(coordinator, ids.B).correcties).toEqual([
			expect.objectContaining({
				wie: 'Deelnemer 1, Deelnemer 2, Deelnemer 3 en Deelnemer 4',
				...{ minuten: 30, reden, door: 'coordinator' },
			}),
		]);
	});

	test('a correctie goes for all chosen lines or for none, and not below nothing or above a day', () => {
		const { coordinator, ids } = wereld;
		const regelIds = regelsOf(ids.C).map(({ id }) => id);
		for (const uren of [-300, 1200])
			expect(() =>
				db().transaction(() =>
					createCorrectie(coordinator, { bijeenkomstId: ids.C, regelIds, uren, reden: 'x' }),
				),
			).toThrow(Invalid);
		expect(db().select().from(presentiecorrectie).all()).toEqual([]);
		const elders = regelsOf(ids.A).map(({ id }) => id);
		expect(() =>
			createCorrectie(coordinator, { bijeenkomstId: ids.C, regelIds: elders, uren: 5, reden: 'x' }),
		).toThrow();
	});

	test('who was forgotten comes with a correctie, who was not there leaves with one', () => {
		const { coordinator, ids } = wereld;
		createLaatkomer(coordinator, {
			...{ ...nieuw, bijeenkomstId: ids.D, uren: 150, reden: 'Joke stond niet op de lijst.' },
		});
		expect(tel('D')).toMatchObject({ 'overig bewoners': 150 });
		const regel = regelsOf(ids.D).find(({ naam }) => naam === 'Deelnemer 1');
		const weg = { bijeenkomstId: ids.D, regelIds: [regel!.id], uren: -150, reden: 'Was er niet.' };
		createCorrectie(coordinator, weg);
		expect(tel('D')['partner BAR-organisatie Barendrecht']).toBe(0);
		expect(regelsOf(ids.D)).toHaveLength(3);
	});

	test('who was written down as away and was there, counts by a correctie', () => {
		const { coordinator } = wereld;
		const open = urenOpen();
		const { id } = createRegel(coordinator, { ...nieuw, bijeenkomstId: open });
		assignStatus(coordinator, {
			...{ bijeenkomstId: open, regelId: id, persoonId: null, dagdeelId: null },
			status: 'afwezig',
		});
		confirmPresentie(coordinator, open);
		expect(totaal(tel('D'))).toBe(300);
		createCorrectie(coordinator, {
			...{ bijeenkomstId: open, regelIds: [id], uren: 60, reden: 'Joke kwam later.' },
		});
		expect(tel('D')).toMatchObject({ 'overig bewoners': 60 });
	});

	test('only who leads confirms and corrects; who may not read it does not find it', () => {
		const { systeem, team, ids } = wereld;
		const regelIds = regelsOf(ids.A).map(({ id }) => id);
		const open = urenOpen();
		for (const rol of ['lid', 'kernlid', 'student', 'procesobservator'] as const) {
			const actor = maakLid(systeem, team, rol);
			expect(() => confirmPresentie(actor, open)).toThrow(Forbidden);
			const correctie = { bijeenkomstId: ids.A, regelIds, uren: 30, reden: 'x' };
			expect(() => createCorrectie(actor, correctie)).toThrow(Forbidden);
		}
		confirmPresentie(maakLid(systeem, team, 'procesbegeleider'), open);
	});

	/** One more list, not confirmed. */
	function urenOpen(): string {
		const { coordinator, ids } = wereld;
		db().delete(presentiebevestiging).where(eq(presentiebevestiging.bijeenkomstId, ids.D)).run();
		db().delete(bevestigdeRegel).where(eq(bevestigdeRegel.bijeenkomstId, ids.D)).run();
		expect(detailPresentie(coordinator, ids.D).may.confirm).toBe(true);
		return ids.D;
	}

	test('two who confirm at once confirm one list', () => {
		const open = urenOpen();
		confirmPresentie(wereld.coordinator, open);
		confirmPresentie(wereld.coordinator, open);
		expect(totaal(tel('D'))).toBe(300);
	});

	test('an organisatie that was not known may be named later, and no minute changes', () => {
		const { coordinator, ids, organisaties } = wereld;
		const open = urenOpen();
		createRegel(coordinator, {
			...{ ...nieuw, perspectief: 'beleid', bijeenkomstId: open, organisatie: 'Gem. Rotterdam' },
		});
		confirmPresentie(coordinator, open);
		expect(tel('D')['toe-te-wijzen']).toBe(150);
		const regel = regelsOf(open).find(({ naam }) => naam === 'Joke')!;
		const keus = { bijeenkomstId: ids.D, regelId: regel.id };
		assignOrganisatie(coordinator, { ...keus, organisatieId: organisaties['Rotterdam']! });
		expect(tel('D')).toMatchObject({ 'partner Rotterdam': 150 });
		expect(detailRegel(coordinator, keus)).toMatchObject({
			organisatie: 'Gem. Rotterdam',
			spoor: [{ zin: 'Organisatie: was leeg, werd Rotterdam.' }],
		});
	});
});
