import { safeParse } from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#access/actor.ts';
import { Forbidden, NotFound } from '#server/errors.ts';
import { newId } from '#server/id.ts';
import { finaliseBord } from './bord.write.server.ts';
import { createBriefje, removeBriefje, withdrawVerwijdering } from './briefje.write.server.ts';
import { removeDeelnemer } from './deelnemer.write.server.ts';
import { bladCsv } from './export.csv.ts';
import { detailBlad } from './blad.read.server.ts';
import { findMijn, withdrawMijn } from './mijn.server.ts';
import { StipInput } from './stip.input.ts';
import { mijnStippen, tussenstand } from './stip.read.server.ts';
import {
	createStipNamens,
	createStipronde,
	publishUitslag,
	updateStip,
} from './stip.write.server.ts';
import { terugcodeVan } from './terugcode.server.ts';
import { errorsOf, tafelWereld, type TafelWereld } from './test-tafel.ts';

/** Most Significant Change: who chooses a story says why. */

const WAAROM = { reden: 'Schrijf in één zin waarom. Zonder reden telt je keuze niet.' };

let w: TafelWereld;
let [huis, buur] = ['', ''];
const leg = (actor: Actor, tekst: string, fase: 'delen' | 'duiden' = 'delen') =>
	createBriefje(actor, { bordId: w.bordId, id: '', tekst, soort: '', fase }).id;
const ronde = (part: { budget?: number; geheim?: boolean } = {}) =>
	createStipronde(w.trekker, { bordId: w.bordId, budget: 1, geheim: true, ...part });
const kies = (actor: Actor, groepId: string, reden?: string, aantal = 1) =>
	updateStip(actor, { bordId: w.bordId, groepId, aantal, ...(reden !== undefined && { reden }) });
const toon = () => publishUitslag(w.trekker, { bordId: w.bordId });
const verhalen = () =>
	w.beeld().verhalen.map(({ tekst, stippen, redenen }) => ({
		tekst,
		stippen,
		redenen: redenen.map((een) => een.tekst),
	}));

beforeEach(() => {
	w = tafelWereld();
	w.wijzig({ soort: 'msc' });
	huis = leg(w.lid, 'Zij durfde weer naar het huis van de wijk');
	buur = leg(w.student, 'Een buur nam de sleutel aan');
});

describe('choosing a story', () => {
	test('counts with a reason, and without one not at all', () => {
		ronde();
		for (const zonder of [undefined, '', ' \n', '\u200b'])
			expect(errorsOf(() => kies(w.lid, huis, zonder))).toEqual(WAAROM);
		expect(tussenstand(w.trekker, w.bordId)!.stippen).toEqual({ [huis]: 0, [buur]: 0 });
		expect(kies(w.lid, huis, 'Zij deed het zelf.')).toEqual({ over: 0 });
		expect(mijnStippen(w.lid, w.bordId)).toMatchObject({
			stippen: { [huis]: 1 },
			redenen: { [huis]: 'Zij deed het zelf.' },
		});
		kies(w.lid, huis, 'Zij deed het helemaal zelf.');
		expect(mijnStippen(w.lid, w.bordId)!.redenen).toEqual({
			[huis]: 'Zij deed het helemaal zelf.',
		});
		expect(safeParse(StipInput, { groepId: huis, aantal: 1, reden: 'x'.repeat(281) }).success).toBe(
			false,
		);
	});

	test('is once for each story, and for as many as there are to choose', () => {
		ronde();
		kies(w.lid, huis, 'Omdat', 10);
		expect(tussenstand(w.trekker, w.bordId)!.stippen[huis]).toBe(1);
		expect(errorsOf(() => kies(w.lid, buur, 'Ook dit'))).toEqual({
			'': 'Je koos al. Haal eerst je andere keuze weg.',
		});
		kies(w.lid, huis, undefined, 0);
		expect(mijnStippen(w.lid, w.bordId)).toMatchObject({ stippen: {}, redenen: {}, over: 1 });
		expect(kies(w.lid, buur, 'Toch dit')).toEqual({ over: 0 });
	});

	test('is of a story on the table, not of a groep or of what was said about it', () => {
		const groep = newId();
		w.groep(groep);
		const later = leg(w.lid, 'Wat valt op?', 'duiden');
		ronde();
		for (const geen of [groep, later, newId()])
			expect(() => kies(w.lid, geen, 'Hierom')).toThrow(NotFound);
		expect(w.beeld().verhalen.map(({ id }) => id)).toEqual([huis, buur]);
		expect(() => kies(w.observator, huis, 'Hierom')).toThrow(Forbidden);
	});

	test('comes back when the story is taken away, and counts again when it lies there again', async () => {
		ronde();
		const groep = newId();
		w.groep(groep);
		kies(w.lid, buur, 'Dichtbij');
		removeBriefje(w.student, { bordId: w.bordId, id: buur });
		expect(mijnStippen(w.lid, w.bordId)).toMatchObject({ over: 1, stippen: {}, redenen: {} });
		await w.bewaard();
		expect(w.beeld().stand.gegeven).toBe(1);
		withdrawVerwijdering(w.student, { bordId: w.bordId, id: buur });
		expect(mijnStippen(w.lid, w.bordId)).toMatchObject({ over: 0, stippen: { [buur]: 1 } });
		removeBriefje(w.student, { bordId: w.bordId, id: buur });
		toon();
		expect(w.beeld().verhalen).toHaveLength(1);
		expect(w.bytes()).not.toContain('Dichtbij');
	});

	test('of a groep still needs no reason on any other bord, and keeps none', () => {
		w.wijzig({ soort: 'ddd' });
		const groep = newId();
		w.groep(groep);
		ronde();
		kies(w.lid, groep, 'Hierom');
		toon();
		expect(w.beeld().groepen).toMatchObject([{ stippen: 1 }]);
		expect(w.beeld().verhalen).toEqual([]);
		expect(w.bytes()).not.toContain('Hierom');
	});
});

describe('reasons', () => {
	const REDENEN = ['Zij deed het zelf.', 'Aan de deur begint het.', 'Uit de zaal.'];

	test('are on no screen before the outcome is shown, then below their story and without names', () => {
		ronde();
		const fatima = w.gast('Fatima');
		kies(w.lid, huis, REDENEN[0]);
		kies(fatima, huis, REDENEN[1]);
		const namens = { bordId: w.bordId, id: '', groepId: buur, aantal: 3 };
		expect(errorsOf(() => createStipNamens(w.trekker, namens))).toEqual(WAAROM);
		createStipNamens(w.trekker, { ...namens, reden: REDENEN[2]! });
		for (const reden of REDENEN) expect(w.bytes()).not.toContain(reden);
		expect(JSON.stringify(tussenstand(w.trekker, w.bordId))).not.toContain(REDENEN[0]);
		expect(verhalen().map(({ stippen }) => stippen)).toEqual([null, null]);
		expect(bladCsv(detailBlad(w.lid, w.bordId))).not.toContain(REDENEN[0]);
		toon();
		toon();
		const [eerste, tweede] = verhalen();
		expect(eerste).toMatchObject({ stippen: 2, redenen: [REDENEN[1], REDENEN[0]] });
		expect(tweede).toMatchObject({ stippen: 3, redenen: [REDENEN[2]] });
		const kanten = w.beeld().verhalen.flatMap(({ redenen }) => redenen.map((r) => r.perspectief));
		expect(kanten).toEqual(['', '', '']);
		for (const wie of [fatima.deelnemerId, w.lid.persoonId, 'Fatima'])
			expect(w.bytes()).not.toContain(wie);
		expect(detailBlad(w.lid, w.bordId).verhalen).toMatchObject([
			{ gekozen: 3, redenen: [{ tekst: REDENEN[2] }] },
			{ gekozen: 2, redenen: [{ tekst: REDENEN[1] }, { tekst: REDENEN[0] }] },
		]);
		expect(bladCsv(detailBlad(w.lid, w.bordId))).toContain(REDENEN[0]);
	});

	test('say from which side they come in a round that is open about who gave what', () => {
		ronde({ geheim: false });
		kies(w.gast('Fatima'), huis, 'Zij deed het zelf.');
		toon();
		expect(w.beeld().verhalen[0]!.redenen).toMatchObject([{ perspectief: 'bewoner' }]);
	});

	test('go for good when who wrote them takes everything back', async () => {
		ronde();
		const fatima = w.gast('Fatima');
		kies(fatima, huis, 'Van Fatima');
		kies(w.lid, huis, 'Van het lid');
		toon();
		const code = terugcodeVan(fatima.deelnemerId);
		expect((await findMijn(code, 'a')).redenen).toEqual(['Van Fatima']);
		await withdrawMijn({ code, id: 'alles' }, 'a');
		expect(verhalen()[0]).toMatchObject({ stippen: 2, redenen: ['Van het lid'] });
		expect((await findMijn(code, 'a')).redenen).toEqual([]);
	});

	test('stay hidden when the bord is done before they were shown', () => {
		ronde();
		kies(w.lid, huis, 'Van het lid');
		finaliseBord(w.trekker, { id: w.bordId });
		expect(w.beeld().stand).toMatchObject({ ronde: 'dicht', klaarMet: 'afgerond' });
		expect(w.bytes()).not.toContain('Van het lid');
	});

	test('go off the table with a new round, and with who was sent away', () => {
		ronde();
		const fatima = w.gast('Fatima');
		kies(fatima, huis, 'Van Fatima');
		removeDeelnemer(w.trekker, { bordId: w.bordId, deelnemerId: fatima.deelnemerId });
		kies(w.lid, buur, 'Van het lid');
		toon();
		expect(verhalen().map(({ redenen }) => redenen)).toEqual([[], ['Van het lid']]);
		ronde();
		expect(verhalen().map(({ redenen }) => redenen)).toEqual([[], []]);
	});
});
