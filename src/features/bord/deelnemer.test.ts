import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Forbidden, NotFound } from '#server/errors.ts';
import { NIEMAND } from '#access/actor.ts';
import { db } from '#server/db/db.ts';
import { ikAanTafel, listDeelnemers, listWeggestuurd } from './deelnemer.read.server.ts';
import {
	createDeelnemer,
	removeDeelnemer,
	updateHand,
	updateKlaar,
	withdrawHand,
	withdrawWegsturen,
} from './deelnemer.write.server.ts';
import { deelnemer } from './tables.server.ts';
import { tafelWereld, type TafelWereld } from './test-tafel.ts';

let w: TafelWereld;
let bordId: string;
beforeEach(() => {
	w = tafelWereld();
	({ bordId } = w);
});
afterEach(() => void vi.useRealTimers());
const stand = () => w.beeld().stand;

test('who opens the bord and has a seat sits down once; who only reads does not', () => {
	const first = createDeelnemer(w.lid, { bordId });
	expect(createDeelnemer(w.lid, { bordId })).toEqual(first);
	for (const actor of [w.observator, w.lector, w.systeem])
		expect(createDeelnemer(actor, { bordId })).toBeUndefined();
	expect(() => createDeelnemer(NIEMAND, { bordId })).toThrow(NotFound);
	expect(stand().deelnemers).toBe(1);
	expect(ikAanTafel(w.lid, bordId)).toMatchObject({ perspectief: 'bewoner', klaar: false });
	expect(ikAanTafel(w.lector, bordId)).toBeNull();
});

test('"Ik ben klaar" is of one phase, and a hand keeps its turn', () => {
	const fatima = w.gast('Fatima');
	updateKlaar(fatima, { bordId, klaar: true });
	for (const actor of [w.lid, fatima, w.lid]) updateHand(actor, { bordId, hand: true });
	expect(stand()).toMatchObject({ klaar: 1, handen: 2, deelnemers: 2 });
	expect(ikAanTafel(fatima, bordId)).toMatchObject({ klaar: true, hand: true });
	w.zet({ fase: 'duiden' });
	expect(ikAanTafel(fatima, bordId)).toMatchObject({ klaar: false });
	updateHand(fatima, { bordId, hand: false });
	expect(stand()).toMatchObject({ klaar: 0, handen: 1 });
	for (const actor of [w.observator, w.lector])
		expect(() => updateHand(actor, { bordId, hand: true })).toThrow(Forbidden);
});

test('only regie sees who sits there, gives the floor and sends a gast away', () => {
	const fatima = w.gast('Fatima');
	updateHand(fatima, { bordId, hand: true });
	createDeelnemer(w.lid, { bordId });
	const { deelnemerId } = fatima;
	for (const actor of [w.lid, w.observator, fatima]) {
		expect(() => listDeelnemers(actor, bordId)).toThrow(Forbidden);
		expect(() => removeDeelnemer(actor, { bordId, deelnemerId })).toThrow(Forbidden);
		expect(() => withdrawHand(actor, { bordId, deelnemerId })).toThrow(Forbidden);
	}
	const [eerste] = listDeelnemers(w.trekker, bordId);
	expect(eerste).toMatchObject({ naam: 'Fatima', gast: true, hand: true });
	withdrawHand(w.trekker, { bordId, deelnemerId });
	expect(stand().handen).toBe(0);
	for (let n = 0; n < 2; n++) removeDeelnemer(w.trekker, { bordId, deelnemerId });
	expect(listDeelnemers(w.trekker, bordId)).toHaveLength(1);
	expect(stand().deelnemers).toBe(1);
	expect(() => updateHand(fatima, { bordId, hand: true })).toThrow(Forbidden);
	expect(db().select().from(deelnemer).all()).toHaveLength(2);
	for (const actor of [w.lid, fatima])
		expect(() => withdrawWegsturen(actor, { bordId, deelnemerId })).toThrow(Forbidden);
	const elders = w.maakBord();
	expect(() => removeDeelnemer(w.trekker, { bordId: elders, deelnemerId })).toThrow(NotFound);
});

test('a gast who was sent away is let in again by regie, and by nothing else', () => {
	const { deelnemerId } = w.gast('Fatima');
	removeDeelnemer(w.trekker, { bordId, deelnemerId });
	expect(() => w.gast('Fatima')).toThrow();
	expect(listWeggestuurd(w.trekker, bordId)).toMatchObject([{ id: deelnemerId, naam: 'Fatima' }]);
	withdrawWegsturen(w.trekker, { bordId, deelnemerId });
	expect(listWeggestuurd(w.trekker, bordId)).toEqual([]);
	expect(w.gast('Fatima').deelnemerId).toBe(deelnemerId);
	expect(stand().deelnemers).toBe(1);
});

test('who is of the team and went home counts no longer, and does again when they take part', () => {
	updateHand(w.lid, { bordId, hand: true });
	const { id: deelnemerId } = ikAanTafel(w.lid, bordId)!;
	removeDeelnemer(w.trekker, { bordId, deelnemerId });
	expect(stand()).toMatchObject({ deelnemers: 0, handen: 0 });
	expect(listWeggestuurd(w.trekker, bordId)).toEqual([]);
	expect(ikAanTafel(w.lid, bordId)).toBeNull();
	updateKlaar(w.lid, { bordId, klaar: true });
	expect(ikAanTafel(w.lid, bordId)).toMatchObject({ id: deelnemerId, klaar: true, hand: false });
	expect(stand().deelnemers).toBe(1);
});

test('who came to an earlier bijeenkomst does not count at the next, until they come again', () => {
	vi.useFakeTimers({ now: new Date('2026-05-14T12:00:00Z'), toFake: ['Date'] });
	w.gast('Fatima');
	updateKlaar(w.lid, { bordId, klaar: true });
	expect(stand()).toMatchObject({ deelnemers: 2, klaar: 1 });
	vi.setSystemTime(new Date('2026-06-11T12:00:00Z'));
	expect(listDeelnemers(w.trekker, bordId)).toEqual([]);
	expect(ikAanTafel(w.lid, bordId)).toBeNull();
	createDeelnemer(w.lid, { bordId });
	expect(ikAanTafel(w.lid, bordId)).toMatchObject({ klaar: false });
	expect(stand()).toMatchObject({ deelnemers: 1, klaar: 0 });
	w.gast('Fatima');
	expect(stand().deelnemers).toBe(2);
});
