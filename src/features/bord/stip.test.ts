import { safeParse } from 'valibot';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NIEMAND, type Actor } from '#access/actor.ts';
import { db } from '#server/db/db.ts';
import { Forbidden, NotFound, TooMany } from '#server/errors.ts';
import { newId } from '#server/id.ts';
import { removeDeelnemer } from './deelnemer.write.server.ts';
import { listGeteld } from './geteld.read.server.ts';
import { moveFase } from './regie.write.server.ts';
import { StipInput, StiprondeInput } from './stip.input.ts';
import { listStippen, mijnStippen, tussenstand } from './stip.read.server.ts';
import {
	createStipNamens,
	createStipronde,
	finaliseStipronde,
	publishUitslag,
	removeStipNamens,
	updateStip,
	withdrawSluiting,
} from './stip.write.server.ts';
import { stip } from './tables.server.ts';
import { errorsOf, tafelWereld, type TafelWereld } from './test-tafel.ts';

const OP = { '': 'Je stippen zijn op. Je kunt ze nog verplaatsen.' };
const DICHT = { '': 'Deze ronde is gesloten. Je stippen staan vast.' };

let w: TafelWereld;
let [wijk, brief, geld] = ['', '', ''];
beforeEach(() => {
	w = tafelWereld();
	[wijk, brief, geld] = [newId(), newId(), newId()];
	for (const id of [wijk, brief, geld]) w.groep(id);
});
afterEach(() => {
	vi.useRealTimers();
});

const ronde = (part: Partial<StiprondeInput> = {}) =>
	createStipronde(w.trekker, { bordId: w.bordId, budget: 3, geheim: true, ...part }).id;
const geef = (actor: Actor, groepId: string, aantal: number) =>
	updateStip(actor, { bordId: w.bordId, groepId, aantal });
const sluit = (actor: Actor = w.trekker) => finaliseStipronde(actor, { bordId: w.bordId });
const toon = (actor: Actor = w.trekker) => publishUitslag(actor, { bordId: w.bordId });
const mijn = (actor: Actor) => mijnStippen(actor, w.bordId);
const totaal = () => tussenstand(w.trekker, w.bordId)!.stippen;
const stand = () => w.beeld().stand;
const uitslag = () => Object.fromEntries(w.beeld().groepen.map(({ id, stippen }) => [id, stippen]));

describe('dots', () => {
	test('are given, moved and taken back, as many as there are', () => {
		ronde();
		const fatima = w.gast('Fatima');
		expect(geef(fatima, wijk, 2)).toEqual({ over: 1 });
		expect(geef(fatima, brief, 1)).toEqual({ over: 0 });
		expect(errorsOf(() => geef(fatima, geld, 1))).toEqual(OP);
		expect(errorsOf(() => geef(fatima, wijk, 3))).toEqual(OP);
		expect(mijn(fatima)).toMatchObject({ over: 0, stippen: { [wijk]: 2, [brief]: 1 } });
		geef(fatima, wijk, 0);
		geef(fatima, geld, 2);
		expect(mijn(fatima)).toMatchObject({ over: 0, stippen: { [brief]: 1, [geld]: 2 } });
	});
	test('that are sent twice, or from two tabs, count once', () => {
		ronde();
		for (let n = 0; n < 4; n++) geef(w.lid, wijk, 2);
		// the other tab still shows none
		expect(errorsOf(() => geef(w.lid, brief, 2))).toEqual(OP);
		expect(totaal()).toEqual({ [wijk]: 2, [brief]: 0, [geld]: 0 });
		expect(stand()).toMatchObject({ gegeven: 2, ronde: 'open' });
	});
	test('of one are never those of another, and no reader or stranger has any', () => {
		ronde();
		const [fatima, joke] = [w.gast('Fatima'), w.gast('Joke')];
		geef(fatima, wijk, 3);
		const als = { ...joke, deelnemerId: newId() };
		expect(() => geef(als, wijk, 1)).toThrow(Forbidden);
		expect(() => geef({ ...fatima, bordId: w.maakBord() }, wijk, 1)).toThrow(NotFound);
		for (const actor of [w.observator, w.lector, NIEMAND])
			expect(() => geef(actor, wijk, 1)).toThrow();
		expect(mijn(joke)).toMatchObject({ over: 3, stippen: {} });
		expect(db().select().from(stip).all()).toMatchObject([{ deelnemerId: fatima.deelnemerId }]);
	});
	test('go to a group of this bord', () => {
		ronde();
		expect(() => geef(w.lid, newId(), 1)).toThrow(NotFound);
		expect(() => geef(w.lid, 'x'.repeat(40), 1)).toThrow(NotFound);
		for (const aantal of [-1, 11, 1.5, 'twee', '1e3', NaN, null])
			expect(safeParse(StipInput, { groepId: wijk, aantal }).success).toBe(false);
		expect(safeParse(StipInput, { groepId: wijk, aantal: '2' }).output).toMatchObject({
			aantal: 2,
		});
		for (const budget of ['0', '11'])
			expect(safeParse(StiprondeInput, { budget }).success).toBe(false);
	});
	test('come back from a group that is gone', () => {
		ronde();
		geef(w.lid, wijk, 3);
		w.haalGroepWeg(wijk);
		expect(mijn(w.lid)).toMatchObject({ over: 3, stippen: {} });
		expect(geef(w.lid, brief, 3)).toEqual({ over: 0 });
		expect(stand().gegeven).toBe(3);
		w.groep(wijk);
		expect(totaal()).toEqual({ [wijk]: 0, [brief]: 3, [geld]: 0 });
	});
	test('of a group that is gone do not tell by what is left how many it had', async () => {
		ronde();
		geef(w.lid, wijk, 2);
		geef(w.student, brief, 1);
		createStipNamens(w.trekker, { bordId: w.bordId, id: '', groepId: wijk, aantal: 4 });
		expect(stand().gegeven).toBe(7);
		w.haalGroepWeg(wijk);
		await w.bewaard();
		expect(stand().gegeven).toBe(7);
		expect(totaal()).toEqual({ [brief]: 1, [geld]: 0 });
	});
	test('go along with a group that goes into another, and come back when that is taken back', () => {
		ronde({ budget: 4 });
		geef(w.lid, wijk, 2);
		geef(w.lid, brief, 1);
		geef(w.student, wijk, 1);
		createStipNamens(w.trekker, { bordId: w.bordId, id: '', groepId: wijk, aantal: 5 });
		w.voegSamen(wijk, brief);
		expect(mijn(w.lid)).toMatchObject({ over: 1, stippen: { [brief]: 3 } });
		expect(totaal()).toEqual({ [brief]: 9, [geld]: 0 });
		w.voegSamen(brief, geld);
		expect(totaal()).toEqual({ [geld]: 9 });
		expect(geef(w.lid, geld, 4)).toEqual({ over: 0 });
		expect(errorsOf(() => geef(w.lid, geld, 5))).toEqual(OP);
		expect(geef(w.lid, geld, 2)).toEqual({ over: 2 });
		expect(stand().gegeven).toBe(8);
		w.haalUitElkaar(wijk);
		expect(mijn(w.student)).toMatchObject({ stippen: { [wijk]: 1 } });
		expect(mijn(w.lid)).toMatchObject({ over: 2, stippen: { [geld]: 2 } });
	});
	test('are not given a thousand times a second', () => {
		vi.useFakeTimers({ toFake: ['performance'] });
		ronde();
		for (let n = 0; n < 20; n++) geef(w.lid, wijk, n % 2);
		expect(() => {
			for (let n = 0; n < 200; n++) geef(w.lid, wijk, n % 2);
		}).toThrow(TooMany);
		geef(w.student, wijk, 1);
	});
	test('of who was sent away do not count', () => {
		ronde();
		const fatima = w.gast('Fatima');
		geef(fatima, wijk, 3);
		removeDeelnemer(w.trekker, { bordId: w.bordId, deelnemerId: fatima.deelnemerId });
		expect(totaal()[wijk]).toBe(0);
		expect(stand().gegeven).toBe(0);
		expect(() => geef(fatima, wijk, 1)).toThrow(Forbidden);
	});
});

describe('a round', () => {
	test('is begun by regie, once, and takes the last outcome off the table', () => {
		for (const actor of [w.lid, w.gast('Fatima'), w.observator])
			expect(() => createStipronde(actor, { bordId: w.bordId, budget: 3, geheim: true })).toThrow(
				Forbidden,
			);
		expect(() => geef(w.lid, wijk, 1)).toThrow();
		const eerste = ronde();
		expect(ronde()).toBe(eerste);
		geef(w.lid, wijk, 1);
		toon();
		expect(uitslag()[wijk]).toBe(1);
		expect(ronde({ budget: 5 })).not.toBe(eerste);
		expect(uitslag()[wijk]).toBeNull();
		expect(stand()).toMatchObject({ ronde: 'open', budget: 5, gegeven: 0 });
		expect(geef(w.lid, wijk, 5)).toEqual({ over: 0 });
	});
	test('hides its totals from all but regie until they are shown', () => {
		ronde();
		const fatima = w.gast('Fatima');
		geef(fatima, wijk, 2);
		geef(w.lid, wijk, 1);
		for (const actor of [w.lid, fatima, w.observator, w.lector])
			expect(() => tussenstand(actor, w.bordId)).toThrow(Forbidden);
		expect(totaal()[wijk]).toBe(3);
		expect(uitslag()[wijk]).toBeNull();
		expect(() => toon(w.lid)).toThrow(Forbidden);
		expect(() => sluit(fatima)).toThrow(Forbidden);
		toon();
		expect(uitslag()).toEqual({ [wijk]: 3, [brief]: 0, [geld]: 0 });
		expect(w.bytes()).not.toContain(fatima.deelnemerId);
		expect(stand().ronde).toBe('uitslag');
	});
	test('that is closed stays as it is', () => {
		ronde();
		geef(w.lid, wijk, 2);
		sluit();
		expect(stand().ronde).toBe('dicht');
		expect(errorsOf(() => geef(w.lid, wijk, 0))).toEqual(DICHT);
		expect(errorsOf(() => geef(w.student, wijk, 1))).toEqual(DICHT);
		expect(mijn(w.lid)).toMatchObject({ dicht: true, stippen: { [wijk]: 2 } });
		toon();
		toon();
		expect(uitslag()[wijk]).toBe(2);
	});
	test('ends with its phase, and goes on when that was too soon', () => {
		ronde();
		geef(w.lid, wijk, 2);
		moveFase(w.trekker, { bordId: w.bordId, naar: 'doen' });
		expect(stand()).toMatchObject({ fase: 'doen', ronde: 'dicht', gegeven: 2 });
		expect(errorsOf(() => geef(w.student, wijk, 1))).toEqual(DICHT);
		const verder = (actor: Actor = w.trekker) => withdrawSluiting(actor, { bordId: w.bordId });
		for (const actor of [w.lid, w.gast('Fatima'), w.observator])
			expect(() => verder(actor)).toThrow(Forbidden);
		for (let n = 0; n < 2; n++) verder();
		geef(w.student, wijk, 1);
		expect(totaal()[wijk]).toBe(3);
		toon();
		expect(errorsOf(() => verder())).toEqual(DICHT);
		moveFase(w.trekker, { bordId: w.bordId, naar: 'delen' });
		expect(stand().ronde).toBe('uitslag');
	});
	test('keeps its outcome when two groups become one afterwards', () => {
		ronde({ geheim: false });
		geef(w.lid, wijk, 2);
		geef(w.lid, brief, 1);
		toon();
		w.voegSamen(wijk, brief);
		expect(uitslag()).toEqual({ [brief]: 3, [geld]: 0 });
		expect(listStippen(w.lid, w.bordId)).toMatchObject([{ groepId: brief, aantal: 3 }]);
		w.haalGroepWeg(brief);
		expect(uitslag()).toEqual({ [geld]: 0 });
		expect(listStippen(w.lid, w.bordId)).toEqual([]);
	});
	test('counts what was counted in the room', () => {
		ronde();
		geef(w.lid, wijk, 1);
		const id = newId();
		const tel = (actor: Actor, aantal = 7) =>
			createStipNamens(actor, { bordId: w.bordId, id, groepId: wijk, aantal });
		expect(() => tel(w.gast('Fatima'))).toThrow(Forbidden);
		expect(() => tel(w.observator)).toThrow(Forbidden);
		for (let n = 0; n < 2; n++) tel(w.student);
		for (const actor of [w.trekker, w.student])
			expect(listGeteld(actor, w.bordId)).toMatchObject([{ groepId: wijk, aantal: 7 }]);
		for (const actor of [w.lid, w.observator, w.gast('Fatima')])
			expect(listGeteld(actor, w.bordId)).toEqual([]);
		expect(totaal()[wijk]).toBe(8);
		expect(stand().gegeven).toBe(8);
		removeStipNamens(w.student, { bordId: w.bordId, id });
		expect(totaal()[wijk]).toBe(1);
		tel(w.student, 4);
		toon();
		expect(uitslag()[wijk]).toBe(5);
		expect(listGeteld(w.lid, w.bordId)).toMatchObject([{ groepId: wijk, aantal: 4 }]);
		expect(errorsOf(() => tel(w.student))).toEqual(DICHT);
	});
	test('tells who gave which only when it was open about that', () => {
		const geheim = () => listStippen(w.lid, w.bordId);
		ronde();
		geef(w.student, wijk, 1);
		toon();
		expect(geheim()).toBeNull();
		ronde({ geheim: false });
		const fatima = w.gast('Fatima');
		geef(fatima, brief, 2);
		expect(geheim()).toBeNull();
		toon();
		expect(geheim()).toMatchObject([{ groepId: brief, naam: 'Fatima', aantal: 2 }]);
		expect(listStippen(fatima, w.bordId)).toBeNull();
	});
});
