import { beforeEach, expect, test } from 'vitest';
import { Forbidden, Invalid, NotFound } from '#server/errors.ts';
import { NIEMAND } from '#access/actor.ts';
import { db } from '#server/db/db.ts';
import { ikAanTafel, listDeelnemers } from './deelnemer.read.server.ts';
import {
	createDeelnemer,
	removeDeelnemer,
	updateHand,
	updateKlaar,
	withdrawHand,
} from './deelnemer.write.server.ts';
import { deelnemer } from './tables.server.ts';
import { tafelWereld, type TafelWereld } from './test-tafel.ts';

let w: TafelWereld;
let bordId: string;
beforeEach(() => {
	w = tafelWereld();
	({ bordId } = w);
});
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
	const [eerste, tweede] = listDeelnemers(w.trekker, bordId);
	expect(eerste).toMatchObject({ naam: 'Fatima', gast: true, hand: true });
	expect(() => removeDeelnemer(w.trekker, { bordId, deelnemerId: tweede!.id })).toThrow(Invalid);
	withdrawHand(w.trekker, { bordId, deelnemerId });
	expect(stand().handen).toBe(0);
	for (let n = 0; n < 2; n++) removeDeelnemer(w.trekker, { bordId, deelnemerId });
	expect(listDeelnemers(w.trekker, bordId)).toHaveLength(1);
	expect(stand().deelnemers).toBe(1);
	expect(() => updateHand(fatima, { bordId, hand: true })).toThrow(Forbidden);
	expect(db().select().from(deelnemer).all()).toHaveLength(2);
	const elders = w.maakBord();
	expect(() => removeDeelnemer(w.trekker, { bordId: elders, deelnemerId })).toThrow(NotFound);
});
