import * as v from 'valibot';
import { beforeEach, expect, test } from 'vitest';
import type { SysteemActor } from '#access/actor.ts';
import { bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import {
	datum,
	iedereen,
	maakLid,
	maakPeriode,
	maakTeam,
} from '#features/leeromgeving/test-team.ts';
import { metRolIn, testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { mayWriteBezoek, mayWriteTotaal } from '#access/kenniscafe.ts';
import { mayReadBijeenkomst } from '#access/bijeenkomst.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#server/errors.ts';
import { eq } from 'drizzle-orm';
import { BezoekInput, TotaalInput } from './input.ts';
import { detailBezoek, listCijfers } from './read.server.ts';
import { bezoek, bezoektotaal } from './tables.server.ts';
import { createTotaal, removeTotaal, updateBezoek } from './write.server.ts';

let systeem: SysteemActor;
let team: string;

beforeEach(() => {
	freshDb();
	systeem = testWerkplaats();
	team = maakTeam(systeem);
});

const cafe = (wanneer: string, part: Partial<typeof bijeenkomst.$inferInsert> = {}) =>
	db()
		.insert(bijeenkomst)
		.values({
			werkplaatsId: systeem.werkplaatsId,
			leeromgevingId: team,
			soort: 'open',
			open: true,
			titel: `café op ${wanneer}`,
			datum: datum(wanneer),
			...part,
		})
		.returning({ id: bijeenkomst.id })
		.get().id;
const totaal = (naam: string, aantal: number, van: string[]) =>
	createTotaal(systeem, { naam, aantal, circa: false, bron: '', van }).id;
const bezoeken = (velden: Record<string, string>) => v.parse(BezoekInput, velden);

/** The sixteen of the two perioden, as the sources count them. */
function zestien() {
	const [eerste, tweede] = [
		maakPeriode(systeem.werkplaatsId, 1),
		maakPeriode(systeem.werkplaatsId, 2),
	];
	const twee = ['3 april 2017', '29 mei 2017'].map((dag) => cafe(dag, { periodeId: eerste }));
	const vier = ['2 oktober 2017', '20 maart 2018', '7 mei 2018', '26 juni 2018'].map((dag) =>
		cafe(dag, { periodeId: tweede }),
	);
	const tien = Array.from({ length: 10 }, (_, n) =>
		cafe(n < 9 ? `${18 + n} oktober 2018` : '12 december 2019', { periodeId: tweede, aantal: 30 }),
	);
	totaal('periode 1', 42, twee);
	totaal('periode 2', 387, [...vier, ...tien]);
	totaal('tien kenniscafés', 261, tien);
	return { eerste, tweede, tien };
}

test('42, 387 and 429; the ten between two days 261, the four before them 126', () => {
	const { eerste, tweede } = zestien();
	const { strook, som } = listCijfers(systeem);
	expect(strook.map(({ naam, keer, aantal, hoe }) => [naam, keer, aantal, hoe])).toEqual([
		['Periode 1', 2, 42, '42'],
		['Periode 2', 14, 387, '387'],
		['Alles', 16, 429, '42 + 387'],
	]);
	expect(som).toMatchObject({ keer: 16, aantal: 429, circa: false, tenMinste: false });
	const tien = listCijfers(systeem, { van: '2018-10-18', tot: '2019-12-12' });
	expect(tien.som).toMatchObject({ keer: 10, aantal: 261 });
	expect(listCijfers(systeem, { periodeId: tweede, tot: '2018-10-17' }).som).toMatchObject({
		keer: 4,
		aantal: 126,
		hoe: '387 − 261',
	});
	expect(listCijfers(systeem, { periodeId: eerste }).som).toMatchObject({ keer: 2, aantal: 42 });
});

test('a total that goes leaves the numbers of each; what does not go on counts no visits', () => {
	const { tien } = zestien();
	const keuze = { van: '2018-10-18', tot: '2019-12-12' };
	db()
		.update(bijeenkomst)
		.set({ weggehaaldOp: new Date() })
		.where(eq(bijeenkomst.id, tien[0]!))
		.run();
	expect(listCijfers(systeem, keuze).som).toMatchObject({ keer: 9, aantal: 261 });
	const weg = listCijfers(systeem).totalen.find(({ naam }) => naam === 'tien kenniscafés')!;
	removeTotaal(systeem, weg.id);
	expect(listCijfers(systeem, keuze).som).toMatchObject({ keer: 9, aantal: 270, hoe: '' });
	expect(() => removeTotaal(systeem, weg.id)).toThrow(NotFound);
});

test('categories need not add up to the total: onbekend 2, and a sentence (AC-35)', () => {
	const id = cafe('18 oktober 2018');
	updateBezoek(systeem, { id, ...bezoeken({ totaal: '30', gemeente: '20', student: '8' }) });
	const verwacht = {
		rijen: [
			{ categorie: 'gemeente', aantal: 20 },
			{ categorie: 'student', aantal: 8 },
			{ categorie: 'onbekend', aantal: 2 },
		],
		waarschuwing: 'De categorieën tellen op tot 28, het totaal is 30. Bij 2 weten we het niet.',
	};
	expect(detailBezoek(systeem, id)).toMatchObject(verwacht);
	const { staaf, rijen } = listCijfers(systeem);
	expect(staaf).toMatchObject(verwacht);
	expect(rijen).toMatchObject([{ id, aantal: '30' }]);
	updateBezoek(systeem, { id, ...bezoeken({ totaal: 'ruim twintig', student: '0' }) });
	expect(detailBezoek(systeem, id)).toMatchObject({
		totaal: 20,
		circa: true,
		totaalTekst: 'ruim twintig',
	});
	expect(db().select().from(bezoek).all()).toMatchObject([{ categorie: 'student', aantal: 0 }]);
});

test('two who write down the same number choose; different numbers both stay', () => {
	const id = cafe('18 oktober 2018');
	const leeg = { totaal: '', gemeente: '', student: '' };
	updateBezoek(systeem, { id, ...bezoeken({ gemeente: '4' }) }, leeg);
	updateBezoek(systeem, { id, ...bezoeken({ student: '8' }) }, leeg);
	expect(detailBezoek(systeem, id)).toMatchObject({ som: 12 });
	expect(() => updateBezoek(systeem, { id, ...bezoeken({ gemeente: '5' }) }, leeg)).toThrow(
		Conflict,
	);
});

test('a number that is none is refused in one sentence', () => {
	const fouten = (velden: Record<string, unknown>, schema: v.GenericSchema = BezoekInput) =>
		v.safeParse(schema, velden).issues?.map((i) => [i.path?.[0]?.key, i.message]);
	expect(fouten({ totaal: 'veel', student: '3,5' })).toEqual([
		['totaal', 'Schrijf een getal, bijvoorbeeld 30 of circa 30.'],
		['student', 'Schrijf een heel getal, of laat het leeg.'],
	]);
	expect(fouten({ naam: 'x', aantal: '', van: 'a' }, TotaalInput)).toEqual([
		['aantal', 'Schrijf een getal, bijvoorbeeld 30 of circa 30.'],
	]);
	expect(fouten({ naam: '', aantal: 'circa 40' }, TotaalInput)).toHaveLength(2);
});

test('a total is of this werkplaats, and of one name', () => {
	const id = cafe('18 oktober 2018');
	totaal('tien', 10, [id]);
	expect(() => totaal('tien', 11, [id])).toThrow(Invalid);
	const elders = testWerkplaats('Werkplaats Noord');
	const vreemd = { naam: 'x', aantal: 1, circa: false, bron: '', van: [id] };
	expect(() => createTotaal(elders, vreemd)).toThrow(NotFound);
	expect(db().select().from(bezoektotaal).all()).toHaveLength(1);
});

test('everybody of the werkplaats sees numbers; each writes what the rule says', () => {
	const id = cafe('18 oktober 2018', { open: false });
	const facts = {
		werkplaatsId: systeem.werkplaatsId,
		leeromgevingIds: [team],
		door: null,
		open: false,
	};
	for (const actor of iedereen(systeem, team)) {
		const mag = mayReadBijeenkomst(actor, facts);
		expect(listCijfers(actor).rijen).toHaveLength(mag ? 1 : 0);
		expect(listCijfers(actor).som.keer).toBe(1);
		const schrijf = () => updateBezoek(actor, { id, ...bezoeken({ totaal: '30' }) });
		if (!mag) expect(schrijf).toThrow(NotFound);
		else if (mayWriteBezoek(actor, facts)) expect(schrijf).not.toThrow();
		else expect(schrijf).toThrow(Forbidden);
		const nieuw = { naam: 't', aantal: 1, circa: false, bron: '', van: [id] };
		const tel = () => createTotaal(actor, nieuw);
		if (mayWriteTotaal(actor, facts)) expect(tel).not.toThrow();
		else expect(tel).toThrow(Forbidden);
		db().delete(bezoektotaal).run();
	}
	expect(listCijfers(metRolIn(testWerkplaats('Werkplaats Noord'))).strook).toEqual([]);
	expect(() => detailBezoek(maakLid(systeem, maakTeam(systeem), 'lid'), id)).toThrow(NotFound);
});
