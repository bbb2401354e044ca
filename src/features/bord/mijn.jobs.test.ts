import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GastActor } from '#access/actor.ts';
import { db } from '#server/db/db.ts';
import { SYNC as OPTIONS } from '#sync/kinds.server.ts';
import { CLOSE } from '#sync/server/codes.ts';
import { TestSync, until } from '#sync/server/test-sync.ts';
import { createBriefje } from './briefje.write.server.ts';
import { mijnTerugcode } from './deelnemer.read.server.ts';
import { wisTeruggenomen } from './mijn.jobs.server.ts';
import { withdrawMijn } from './mijn.server.ts';
import {
	createStipronde,
	finaliseStipronde,
	publishUitslag,
	updateStip,
} from './stip.write.server.ts';
import { lijn, logIn } from './test-lijn.ts';
import { tafelWereld, type TafelWereld } from './test-tafel.ts';

let sync: TestSync;
let w: TafelWereld;
let fatima: GastActor;

beforeEach(async () => {
	sync = new TestSync(OPTIONS);
	w = tafelWereld();
	await sync.restart();
	fatima = w.gast('Fatima');
});
afterEach(() => sync.stop());

const opDeSchijf = () => db().$client.serialize().includes('Van Fatima');

test('what was taken back while somebody sat there goes at night, also from what the bord remembers', async () => {
	const { bordId } = w;
	const code = mijnTerugcode(fatima, bordId)!.replace(' ', '');
	createBriefje(fatima, { bordId, id: '', tekst: 'Van Fatima', soort: '', fase: undefined });
	const lid = await lijn(sync, await logIn(w.lid), bordId).binnen();
	await withdrawMijn({ code, id: 'alles' }, 'a');
	await until(() => expect(lid.beeld.briefjes).toEqual([]));
	expect(opDeSchijf()).toBe(true);

	wisTeruggenomen();
	expect(opDeSchijf()).toBe(false);
	await until(() => expect(lid.raw.code).toBe(CLOSE.epoch));
	// once is enough
	const weer = await lijn(sync, await logIn(w.student), bordId).binnen();
	wisTeruggenomen();
	await weer.antwoord();
	expect(weer.raw.code).toBeUndefined();
});

test('so does why somebody chose a story, of who wrote no briefje', async () => {
	const { bordId } = w;
	w.wijzig({ soort: 'msc' });
	const tekst = 'Zij durfde weer naar het huis';
	const groepId = createBriefje(w.lid, { bordId, id: '', tekst, soort: '', fase: 'delen' }).id;
	createStipronde(w.trekker, { bordId, budget: 1, geheim: false });
	updateStip(fatima, { bordId, groepId, aantal: 1, reden: 'Van Fatima' });
	finaliseStipronde(w.trekker, { bordId });
	publishUitslag(w.trekker, { bordId });
	const code = mijnTerugcode(fatima, bordId)!.replace(' ', '');
	const lid = await lijn(sync, await logIn(w.lid), bordId).binnen();
	expect(lid.beeld.verhalen[0]?.redenen).toHaveLength(1);
	await withdrawMijn({ code, id: 'alles' }, 'a');
	await until(() => expect(lid.beeld.verhalen[0]?.redenen).toEqual([]));
	expect(opDeSchijf()).toBe(true);

	wisTeruggenomen();
	expect(opDeSchijf()).toBe(false);
});
