import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#access/actor.ts';
import { removeBijeenkomst } from '#features/bijeenkomst/write.server.ts';
import { maakBijeenkomst } from '#features/bijeenkomst/test-bijeenkomst.ts';
import { maakTeam } from '#features/leeromgeving/test-team.ts';
import { leervraag } from '#features/leervraag/tables.server.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { db } from '#server/db/db.ts';
import { Conflict, Doubt, Forbidden, Invalid, NotFound } from '#server/errors.ts';
import { basisBord } from './basis.ts';
import {
	createBord,
	finaliseBord,
	removeBord,
	updateBord,
	withdrawAfronding,
	withdrawWeghaling,
} from './bord.write.server.ts';
import { createBriefje } from './briefje.write.server.ts';
import { maakGroep } from './document.groep.ts';
import { nieuwId } from './id.ts';
import { createKoppeling, removeKoppeling } from './koppeling.write.server.ts';
import { rightOf } from './live.server.ts';
import { bordenVan, detailBord, listBorden } from './read.server.ts';
import { createRegie, moveFase } from './regie.write.server.ts';
import { removeKlok, startKlok } from './klok.write.server.ts';
import { bordRow } from './rows.server.ts';
import { SJABLONEN } from './sjablonen.ts';
import { standVan, toonStand } from './stand.server.ts';
import { createStipronde, finaliseStipronde } from './stip.write.server.ts';
import { deelnemer, stip, stipnamens, stipronde } from './tables.server.ts';
import { bordWereld, LEEG, type BordWereld } from './test-regie.ts';

let w: BordWereld;
beforeEach(() => {
	w = bordWereld();
});
const gelijk = () => expect(w.beeld().stand).toEqual(standVan(bordRow(w.id)!));

describe('a bord of a team', () => {
	test('begins with the questions of its kind, in Delen, with regie for who made it', () => {
		const id = w.maak(w.lid, { soort: 'msc', vraagDoen: 'Wie vertelt het?' });
		const { delen, duiden } = SJABLONEN.msc.vragen;
		expect(detailBord(w.lid, id)).toMatchObject({
			soort: 'msc',
			vragen: { delen, duiden, doen: 'Wie vertelt het?' },
			regie: { id: w.lid.persoonId },
			may: { regie: true, edit: true },
		});
		expect(w.beeld(id).stand).toMatchObject({
			fase: 'delen',
			vraag: delen,
			regie: w.lid.persoonId,
		});
	});

	test('is made by who plans what the team does', () => {
		for (const actor of [w.trekker, w.begeleider, w.lid, w.coordinator, w.systeem]) w.maak(actor);
		for (const actor of [w.student, w.observator, w.lector])
			expect(() => w.maak(actor)).toThrow(Forbidden);
		for (const actor of [w.buiten, w.gast()])
			expect(() => w.maak(actor)).toThrow(actor.soort === 'gast' ? NotFound : Forbidden);
	});

	test('is for its team, for who looks over all teams, and for its own guests', () => {
		const gast = w.gast();
		for (const actor of [w.student, w.observator, w.lector, w.coordinator, gast])
			expect(detailBord(actor, w.id).id).toBe(w.id);
		expect(() => detailBord(w.buiten, w.id)).toThrow(NotFound);
		expect(() => detailBord(w.gast('Ali', w.maak()), w.id)).toThrow(NotFound);
		expect(() => listBorden(w.buiten, w.teamId)).toThrow(Forbidden);
		expect(() => listBorden(gast, w.teamId)).toThrow(NotFound);
		expect(listBorden(w.observator, w.teamId).borden.map(({ id }) => id)).toContain(w.id);
		const rechten = [w.lid, w.student, w.observator, gast, w.buiten].map((a) => rightOf(a, w.id));
		expect(rechten).toEqual(['schrijven', 'schrijven', 'lezen', 'lezen', undefined]);
	});

	test('tells a gast nothing of who is in the team and when it comes together', () => {
		const bijeenkomstId = maakBijeenkomst(w.systeem, w.teamId);
		createKoppeling(w.lid, { bordId: w.id, bijeenkomstId, fase: null });
		const gezien = detailBord(w.gast(), w.id);
		expect(gezien).toMatchObject({
			bijeenkomsten: [],
			regie: null,
			mensen: [],
			leervraag: null,
		});
		expect(gezien.may).toMatchObject({ leg: true, stip: true, hand: true, arrange: false });
		expect(Object.entries(gezien.may).filter(([, may]) => may)).toHaveLength(3);
	});

	test('without guests is closed for who sat at it', () => {
		const gast = w.gast();
		updateBord(w.lid, { ...LEEG, id: w.id, gasten: false });
		expect(() => detailBord(gast, w.id)).toThrow(NotFound);
		expect(rightOf(gast, w.id)).toBeUndefined();
	});

	test('points at nothing of another werkplaats or of another team', () => {
		const elders = testWerkplaats();
		const vreemd = db()
			.insert(leervraag)
			.values({
				werkplaatsId: elders.werkplaatsId,
				tekst: 'Van elders',
				herkomst: 'werkplaats' as never,
			})
			.returning()
			.get();
		expect(() => w.maak(w.lid, { leervraagId: vreemd.id })).toThrow(Invalid);
		const ander = maakTeam(w.systeem);
		const daar = createBord(w.systeem, { ...LEEG, leeromgevingId: ander }).id;
		expect(() => w.maak(w.lid, { plenairId: daar })).toThrow(Invalid);
		const van = maakBijeenkomst(w.systeem, ander);
		for (const actor of [w.systeem, w.coordinator])
			expect(() =>
				createKoppeling(actor, { bordId: w.id, bijeenkomstId: van, fase: null }),
			).toThrow(Invalid);
		expect(() => w.maak(w.lid, { bijeenkomstId: van })).toThrow(NotFound);
	});

	test('of a wereldcafé has its tables', () => {
		const tafel = w.maak(w.lid, { soort: 'wereldcafe', titel: 'Tafel 1', plenairId: w.id });
		expect(detailBord(w.lid, w.id).tafels).toMatchObject([
			{ id: tafel, titel: 'Tafel 1', leider: { id: w.lid.persoonId } },
		]);
		expect(detailBord(w.lid, tafel).plenair?.id).toBe(w.id);
		expect(() => w.maak(w.lid, { plenairId: tafel })).toThrow(Invalid);
		expect(detailBord(w.gast('Ali', tafel), tafel).plenair).toBeNull();
	});
});

describe('changing it', () => {
	test('is over when it is done', () => {
		finaliseBord(w.trekker, { id: w.id });
		expect(() => updateBord(w.lid, { ...LEEG, id: w.id, titel: 'Toch anders' })).toThrow(Forbidden);
	});

	const wijzig = (part: object, basis?: Record<string, string>) =>
		updateBord(w.lid, { ...LEEG, id: w.id, ...part }, basis);

	test('shows the other question at once, and two who change two fields both get their way', () => {
		const basis = basisBord(bordRow(w.id)!);
		const velden = { ...LEEG, vraagDuiden: basis.vraagDuiden, vraagDoen: basis.vraagDoen };
		wijzig({ ...velden, vraagDelen: 'Wat hoor je?' }, basis);
		expect(w.beeld().stand.vraag).toBe('Wat hoor je?');
		updateBord(
			w.trekker,
			{ ...velden, vraagDelen: basis.vraagDelen, id: w.id, titel: 'Anders' },
			basis,
		);
		expect(detailBord(w.lid, w.id)).toMatchObject({
			titel: 'Anders',
			vragen: { delen: 'Wat hoor je?' },
		});
		expect(() => wijzig({ ...velden, titel: 'Nog anders' }, basis)).toThrow(Conflict);
		gelijk();
	});

	test('is not for who comes along', () => {
		for (const actor of [w.student, w.observator, w.lector, w.gast()])
			expect(() => updateBord(actor, { ...LEEG, id: w.id })).toThrow(Forbidden);
	});

	test('names are agreed on before anybody writes', () => {
		wijzig({ namen: true });
		expect(w.beeld().stand.namen).toBe(true);
		wijzig({ namen: false });
		createBriefje(w.lid, { bordId: w.id, id: '', tekst: 'Hallo', soort: '', fase: undefined });
		expect(() => wijzig({ namen: true })).toThrow(Invalid);
		expect(w.beeld().stand.namen).toBe(false);
	});
});

describe('the end', () => {
	test('a bord that is done is read by all and changed by nobody, until it is opened again', () => {
		const gast = w.gast();
		startKlok(w.trekker, { bordId: w.id, minuten: 5 });
		expect(() => finaliseBord(w.lid, { id: w.id })).toThrow(Forbidden);
		finaliseBord(w.trekker, { id: w.id });
		expect(w.beeld().stand).toMatchObject({ klaarMet: 'afgerond', klokTot: null });
		for (const actor of [w.trekker, w.lid, gast]) expect(rightOf(actor, w.id)).toBe('lezen');
		expect(() => moveFase(w.trekker, { bordId: w.id, naar: 'doen' })).toThrow(Forbidden);
		expect(() => createRegie(w.begeleider, { bordId: w.id })).toThrow(Forbidden);
		expect(() => finaliseBord(w.trekker, { id: w.id })).toThrow(Forbidden);
		expect(() => withdrawAfronding(w.lid, { id: w.id })).toThrow(Forbidden);
		withdrawAfronding(w.begeleider, { id: w.id });
		expect(w.beeld().stand.klaarMet).toBe('');
		expect(rightOf(w.lid, w.id)).toBe('schrijven');
		gelijk();
	});

	test('removed it is there for nobody, and comes back as it was', () => {
		createBriefje(w.lid, { bordId: w.id, id: '', tekst: 'Blijft', soort: '', fase: undefined });
		const voor = w.beeld();
		expect(() => removeBord(w.student, { id: w.id })).toThrow(Forbidden);
		removeBord(w.lid, { id: w.id });
		for (const actor of [w.lid, w.trekker, w.coordinator, w.systeem])
			expect(() => detailBord(actor, w.id)).toThrow(NotFound);
		for (const actor of [w.lid, w.trekker, w.coordinator])
			expect(rightOf(actor, w.id)).toBeUndefined();
		expect(() => toonStand(w.id)).not.toThrow();
		expect(listBorden(w.lid, w.teamId)).toMatchObject({ borden: [], weggehaald: [{ id: w.id }] });
		expect(listBorden(w.student, w.teamId).weggehaald).toEqual([]);
		withdrawWeghaling(w.lid, { id: w.id });
		expect(w.beeld()).toEqual(voor);
	});

	test('is asked about first while somebody else leads people there', () => {
		const vragen = (actor: Actor) => {
			let asked = '';
			removeBord(actor, { id: w.id }, (doubts) => (asked = Object.values(doubts).join()));
			withdrawWeghaling(w.lid, { id: w.id });
			return asked;
		};
		const waar = { bordId: w.id };
		expect(vragen(w.lid), 'nothing runs').toBe('');
		startKlok(w.trekker, { ...waar, minuten: 5 });
		expect(vragen(w.lid)).toContain('trekker van het team heeft nu de regie');
		expect(vragen(w.trekker), 'it is their own session').toBe('');
		removeKlok(w.trekker, waar);
		createStipronde(w.trekker, { ...waar, budget: 3, geheim: true });
		expect(vragen(w.lid)).toContain('er zijn mensen bezig');
		finaliseStipronde(w.trekker, waar);
		expect(vragen(w.lid)).toBe('');
		const nee = () => {
			throw new Doubt({});
		};
		expect(() => removeBord(w.lid, { id: w.id }, nee)).toThrow(Doubt);
		expect(detailBord(w.lid, w.id).id).toBe(w.id);
	});
});

test('one bord over three bijeenkomsten, each with its phase, the one without a date last (AC-18)', () => {
	const plan = (titel: string, dag: string | null) =>
		maakBijeenkomst(w.systeem, w.teamId, { titel, dag });
	const doen = plan('DOEN', null);
	const duiden = plan('DUIDEN', '28 januari 2019');
	const delen = plan('DELEN', '5 november 2018');
	const koppel = (bijeenkomstId: string, fase: 'delen' | 'duiden' | 'doen' | null) =>
		createKoppeling(w.lid, { bordId: w.id, bijeenkomstId, fase });
	koppel(doen, 'doen');
	koppel(duiden, null);
	koppel(duiden, 'duiden');
	koppel(delen, 'delen');
	const { bijeenkomsten } = detailBord(w.student, w.id);
	expect(bijeenkomsten.map(({ titel, fase, wanneer }) => [titel, fase, wanneer])).toEqual([
		['DELEN', 'delen', '5 november 2018'],
		['DUIDEN', 'duiden', '28 januari 2019'],
		['DOEN', 'doen', 'Datum nog onbekend'],
	]);
	for (const [id, faseHier] of [
		[delen, 'delen'],
		[duiden, 'duiden'],
		[doen, 'doen'],
	] as const)
		expect(bordenVan(w.lid, id)).toMatchObject([{ id: w.id, faseHier }]);
	expect(() => koppel('nietsnietsnietsniets', null)).toThrow(NotFound);
	expect(() => removeKoppeling(w.student, { bordId: w.id, bijeenkomstId: doen })).toThrow(
		Forbidden,
	);
	removeKoppeling(w.lid, { bordId: w.id, bijeenkomstId: doen });
	removeBijeenkomst(w.trekker, duiden);
	expect(detailBord(w.lid, w.id).bijeenkomsten.map(({ id }) => id)).toEqual([delen]);
	expect(bordenVan(w.lid, doen)).toEqual([]);
});

test('who prepares a bijeenkomst at which it is used may take regie', () => {
	const voorbereiders = [w.student.persoonId, w.observator.persoonId];
	const bijeenkomstId = maakBijeenkomst(w.systeem, w.teamId, { voorbereiders });
	expect(() => createRegie(w.student, { bordId: w.id })).toThrow(Forbidden);
	createKoppeling(w.lid, { bordId: w.id, bijeenkomstId, fase: null });
	createRegie(w.student, { bordId: w.id });
	expect(w.beeld().stand.regie).toBe(w.student.persoonId);
	expect(() => createRegie(w.observator, { bordId: w.id })).toThrow(Forbidden);
	expect(() => createRegie(w.lid, { bordId: w.id })).toThrow(Forbidden);
});

test('what stands on the screens are counts, and of a round only what everybody may know', () => {
	const [een, twee, weg] = ['Een', 'Twee', 'Weg'].map((naam) => w.gast(naam).deelnemerId);
	const zet = (id: string, velden: Partial<typeof deelnemer.$inferInsert>) =>
		db().update(deelnemer).set(velden).where(eq(deelnemer.id, id)).run();
	zet(een!, { klaarFase: 'delen', handOp: new Date() });
	zet(twee!, { klaarFase: 'duiden' });
	zet(weg!, { klaarFase: 'delen', handOp: new Date(), verwijderdOp: new Date() });
	const ronde = db()
		.insert(stipronde)
		.values({ bordId: w.id, budget: 5, begonnenOp: new Date() })
		.returning()
		.get();
	const [groepa, groepb] = [nieuwId(), nieuwId()];
	for (const groepId of [groepa, groepb])
		w.schuif(w.lid, (doc) => maakGroep(doc, { id: groepId, briefjeIds: [] }));
	for (const [groepId, aantal] of [
		[groepa, 2],
		[groepb, 1],
		['weg', 3],
	] as const)
		db().insert(stip).values({ rondeId: ronde.id, deelnemerId: een!, groepId, aantal }).run();
	db().insert(stipnamens).values({ rondeId: ronde.id, groepId: groepa, aantal: 4 }).run();
	toonStand(w.id);
	expect(w.beeld().stand).toMatchObject({
		deelnemers: 2,
		klaar: 1,
		handen: 1,
		ronde: '',
		gegeven: 0,
	});
	db().run(`update bordstand set ronde_id = '${ronde.id}'`);
	toonStand(w.id);
	expect(w.beeld().stand).toMatchObject({ ronde: 'open', budget: 5, geheim: true, gegeven: 10 });
	expect(w.beeld().groepen.map(({ stippen }) => stippen)).toEqual([null, null]);
	const staat = (velden: object) => {
		db().update(stipronde).set(velden).run();
		toonStand(w.id);
		return w.beeld().stand.ronde;
	};
	expect(staat({ geslotenOp: new Date() })).toBe('dicht');
	expect(staat({ uitslagOp: new Date() })).toBe('uitslag');
	gelijk();
});
