import { eq } from 'drizzle-orm';
import { parse, safeParse } from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#access/actor.ts';
import { maakBijeenkomst } from '#features/bijeenkomst/test-bijeenkomst.ts';
import { db } from '#server/db/db.ts';
import { Forbidden, Invalid, NotFound } from '#server/errors.ts';
import { editDocument } from '#sync/server/edit.ts';
import { finaliseBord, removeBord, updateBord, withdrawWeghaling } from './bord.write.server.ts';
import { briefjeMet } from './briefje.rows.server.ts';
import { createBriefje, removeBriefje } from './briefje.write.server.ts';
import { bordNaam } from './document.ts';
import { haalGroepWeg, maakGroep, zetBriefje } from './document.groep.ts';
import { haalInzichtWeg, maakInzicht } from './document.oogst.ts';
import { nieuwId } from './id.ts';
import { TafelsInput } from './input.ts';
import { createKoppeling } from './koppeling.write.server.ts';
import { withdrawMijn } from './mijn.server.ts';
import { detailBord } from './read.server.ts';
import { updateSlot, updateStil } from './regie.write.server.ts';
import { deelnemer } from './tables.server.ts';
import { createTafels, deriveTafels } from './tafelborden.write.server.ts';
import { terugcodeVan, terugHmac } from './terugcode.server.ts';
import { bordWereld, LEEG, type BordWereld } from './test-regie.ts';

let w: BordWereld;
let een: string;
let twee: string;
beforeEach(() => {
	w = bordWereld();
	createTafels(w.lid, { bordId: w.id, titels: ['Wat helpt?', 'Wat ontbreekt?'] });
	[een, twee] = detailBord(w.lid, w.id).tafels.map(({ id }) => id) as [string, string];
});

const leg = (actor: Actor, bordId: string, tekst: string) =>
	createBriefje(actor, { bordId, id: '', tekst, soort: 'feit', fase: undefined }).id;
const groepeer = (bordId: string, naam: string, briefjeIds: string[]) => {
	const id = nieuwId();
	editDocument(w.lid, bordNaam(bordId), (doc) => maakGroep(doc, { id, naam, briefjeIds }));
	return id;
};
const brengSamen = () => deriveTafels(w.lid, { bordId: w.id }).aantal;
/** In one line per group: its name and what lies in it. */
const ligt = () => {
	const { groepen, los } = w.beeld();
	const alle = [...groepen, { naam: 'los', briefjes: los }];
	return alle.map(({ naam, briefjes }) => `${naam}: ${briefjes.map(({ tekst }) => tekst).join()}`);
};

describe('tables of a wereldcafé', () => {
	test('are as the bord of all, each with its own question, also where it is used', () => {
		const bijeenkomstId = maakBijeenkomst(w.systeem, w.teamId);
		createKoppeling(w.lid, { bordId: w.id, bijeenkomstId, fase: 'delen' });
		updateBord(w.lid, { ...LEEG, id: w.id, vraagDelen: 'Wat merk jij?', gasten: false });
		createTafels(w.lid, { bordId: w.id, titels: ['Nog een'] });
		const drie = detailBord(w.lid, w.id).tafels.at(-1)!;
		expect(detailBord(w.student, drie.id)).toMatchObject({
			titel: 'Nog een',
			soort: 'wereldcafe',
			plenair: { id: w.id },
			vragen: { delen: 'Wat merk jij?' },
			gasten: false,
			bijeenkomsten: [{ id: bijeenkomstId, fase: 'delen' }],
		});
	});

	test('are made by who edits the bord, and not on a table or when it is done', () => {
		const maak = (actor: Actor, bordId: string) => createTafels(actor, { bordId, titels: ['X'] });
		for (const actor of [w.student, w.observator, w.lector, w.gast()])
			expect(() => maak(actor, w.id)).toThrow(Forbidden);
		expect(() => maak(w.buiten, w.id)).toThrow(NotFound);
		expect(() => maak(w.lid, een)).toThrow(Invalid);
		finaliseBord(w.trekker, { id: w.id });
		expect(() => maak(w.lid, w.id)).toThrow(Forbidden);
	});

	test('are written one on a line', () => {
		const titels = 'Wat helpt?\n\n  Wat ontbreekt? \nWat helpt?';
		expect(parse(TafelsInput, { titels })).toEqual({ titels: ['Wat helpt?', 'Wat ontbreekt?'] });
		const veel = Array.from({ length: 31 }, (_, at) => `Tafel ${at}`).join('\n');
		for (const wrong of ['', ' \n ', veel, 'x'.repeat(201)])
			expect(safeParse(TafelsInput, { titels: wrong }).success).toBe(false);
	});
});

describe('bringing them together', () => {
	test('lays together what lay together, and what lay loose under the question of its table', () => {
		const a = leg(w.lid, een, 'Koffie');
		const b = leg(w.student, een, 'Soep');
		leg(w.student, een, 'Los');
		groepeer(een, 'Samen eten', [a, b]);
		leg(w.gast('Ali', twee), twee, 'Tijd');
		leg(w.lid, w.id, 'Al hier');
		expect(brengSamen()).toBe(4);
		expect(ligt()).toEqual([
			'Samen eten: Koffie,Soep',
			'Wat helpt?: Los',
			'Wat ontbreekt?: Tijd',
			'los: Al hier',
		]);
		expect(w.beeld(een).briefjes).toHaveLength(3);
		expect(w.beeld().briefjes.at(-1)).toMatchObject({
			tekst: 'Tijd',
			soort: 'feit',
			perspectief: 'bewoner',
			wie: '',
			namens: false,
		});
	});

	test('twice brings what came since, and leaves what was moved or taken away there', () => {
		leg(w.lid, een, 'Een');
		const weg = leg(w.lid, een, 'Weg');
		brengSamen();
		const [groep] = w.beeld().groepen;
		const [eerste, tweede] = groep!.briefjes;
		w.schuif(w.lid, (doc) => zetBriefje(doc, { id: eerste!.id, groepId: '' }));
		removeBriefje(w.trekker, { bordId: w.id, id: tweede!.id });
		leg(w.lid, een, 'Nieuw');
		expect(brengSamen()).toBe(1);
		expect(ligt()).toEqual(['Wat helpt?: Nieuw', 'los: Een']);
		expect(brengSamen()).toBe(0);
		w.schuif(w.lid, (doc) => haalGroepWeg(doc, groep!.id));
		expect(brengSamen()).toBe(0);
		expect(briefjeMet(weg)?.weggehaaldOp).toBeNull();
	});

	test('brings along what people made of it, with what it comes from, once', () => {
		const a = leg(w.lid, een, 'Koffie');
		const groepId = groepeer(een, 'Samen eten', [a]);
		const maak = (tekst: string, uit: string[]) => {
			const inzicht = { id: nieuwId(), soort: 'spanning', tekst, tegen: 'Of niet', uit } as const;
			editDocument(w.lid, bordNaam(een), (doc) => maakInzicht(doc, { ...inzicht, uit }));
		};
		maak('Eten opent deuren', [a, groepId]);
		const inzichten = () => deriveTafels(w.lid, { bordId: w.id }).inzichten;
		expect(inzichten()).toBe(1);
		const { groepen, briefjes } = w.beeld();
		expect(w.beeld().inzichten).toMatchObject([
			{
				soort: 'spanning',
				tekst: 'Eten opent deuren',
				tegen: 'Of niet',
				uit: [groepen[0]!.id, briefjes[0]!.id],
			},
		]);
		w.schuif(w.lid, (doc) => haalInzichtWeg(doc, w.beeld().inzichten[0]!.id));
		maak('Praten helpt', []);
		expect(inzichten()).toBe(1);
		expect(w.beeld().inzichten.map(({ tekst }) => tekst)).toEqual(['Praten helpt']);
		expect(inzichten()).toBe(0);
	});

	test('brings nothing that is hidden or was taken away, and takes away what went since', () => {
		updateStil(w.lid, { bordId: een, stil: true });
		leg(w.lid, een, 'Geheim');
		const spijt = leg(w.lid, twee, 'Spijt');
		removeBriefje(w.lid, { bordId: twee, id: leg(w.lid, twee, 'Al weg') });
		expect(brengSamen()).toBe(1);
		removeBriefje(w.lid, { bordId: twee, id: spijt });
		expect(brengSamen()).toBe(0);
		expect(w.beeld().briefjes).toEqual([]);
	});

	test('never puts a name on what was written without', () => {
		leg(w.lid, een, 'Zonder naam');
		updateBord(w.lid, { ...LEEG, id: w.id, namen: true });
		expect(brengSamen).toThrow(Invalid);
		expect(w.beeld().briefjes).toEqual([]);
	});

	test('is for who edits and may lay things down now', () => {
		leg(w.lid, een, 'Een');
		const probeer = (actor: Actor) => () => deriveTafels(actor, { bordId: w.id });
		for (const actor of [w.student, w.observator, w.gast()])
			expect(probeer(actor)).toThrow(Forbidden);
		updateSlot(w.trekker, { bordId: w.id, slot: true });
		expect(probeer(w.lid)).toThrow(Forbidden);
		expect(probeer(w.trekker)().aantal).toBe(1);
		finaliseBord(w.trekker, { id: w.id });
		expect(probeer(w.trekker)).toThrow(Forbidden);
	});

	test('a gast who takes words back takes them back there too, also when that bord is away', async () => {
		const ali = w.gast('Ali', een);
		const id = leg(ali, een, 'Van Ali');
		const code = terugcodeVan(ali.deelnemerId);
		const velden = { terugHmac: terugHmac(code) };
		db().update(deelnemer).set(velden).where(eq(deelnemer.id, ali.deelnemerId)).run();
		brengSamen();
		removeBord(w.lid, { id: w.id });
		await withdrawMijn({ code, id }, 'a');
		withdrawWeghaling(w.lid, { id: w.id });
		expect(w.beeld().briefjes).toEqual([]);
		expect(brengSamen()).toBe(0);
		expect(w.beeld(een).briefjes).toEqual([]);
	});
});
