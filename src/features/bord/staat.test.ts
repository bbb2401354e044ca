import { beforeEach, expect, test } from 'vitest';
import { newId } from '#server/id.ts';
import { createBriefje, createNamens } from './briefje.write.server.ts';
import { removeDeelnemer, updateHand } from './deelnemer.write.server.ts';
import { createRegie } from './regie.write.server.ts';
import { staatVoor } from './staat.read.server.ts';
import { createStipronde, publishUitslag, updateStip } from './stip.write.server.ts';
import { tafelWereld, type TafelWereld } from './test-tafel.ts';

const GEHEIM = 'Niemand mag dit nu lezen';
let w: TafelWereld;
let bordId: string;
beforeEach(() => {
	w = tafelWereld();
	({ bordId } = w);
});
const regie = (actor = w.trekker) => staatVoor(actor, bordId).regie;

test('who holds regie knows how many are hidden, and not one word', () => {
	w.zet({ stil: true });
	const fatima = w.gast('Fatima');
	const briefje = { bordId, id: '', tekst: GEHEIM, soort: '' as const, fase: undefined };
	createBriefje(fatima, briefje);
	expect(regie()).toMatchObject({ verborgen: 1 });
	expect(JSON.stringify(staatVoor(w.trekker, bordId))).not.toContain(GEHEIM);
	expect(JSON.stringify(staatVoor(fatima, bordId))).toContain(GEHEIM);
});

test('what is hidden is counted by the briefje, and who wrote something by the person', () => {
	w.zet({ stil: true });
	const fatima = w.gast('Fatima');
	const briefje = { bordId, id: '', tekst: GEHEIM, soort: '' as const, fase: undefined };
	for (let n = 0; n < 2; n++) createBriefje(fatima, briefje);
	createNamens(w.lid, { ...briefje, perspectief: 'bewoner' });
	expect(w.beeld().stand.geschreven).toBe(1);
	expect(regie()).toMatchObject({ verborgen: 3 });
	removeDeelnemer(w.trekker, { bordId, deelnemerId: fatima.deelnemerId });
	expect(regie()).toMatchObject({ verborgen: 1 });
});

test('hands and dots are of who holds it alone', () => {
	const groepId = newId();
	w.groep(groepId);
	const fatima = w.gast('Fatima');
	updateHand(fatima, { bordId, hand: true });
	createStipronde(w.trekker, { bordId, budget: 3, geheim: true });
	updateStip(fatima, { bordId, groepId, aantal: 2 });
	expect(regie()).toMatchObject({
		deelnemers: [{ naam: 'Fatima', hand: true }],
		tussenstand: { stippen: { [groepId]: 2 } },
	});
	for (const actor of [w.lid, w.observator, fatima])
		expect(staatVoor(actor, bordId)).toMatchObject({ regie: null, gevers: null });
});

test('who gave which is told to members when the round was open about it, and to no gast', () => {
	const groepId = newId();
	w.groep(groepId);
	createStipronde(w.trekker, { bordId, budget: 3, geheim: false });
	const fatima = w.gast('Fatima');
	updateStip(fatima, { bordId, groepId, aantal: 2 });
	publishUitslag(w.trekker, { bordId });
	expect(staatVoor(w.lid, bordId).gevers).toMatchObject([{ naam: 'Fatima', aantal: 2 }]);
	expect(staatVoor(fatima, bordId).gevers).toBeNull();
});

test('regie that was taken over shows at once what goes with it', () => {
	const trekker2 = w.begeleider;
	expect(regie(trekker2)).toBeNull();
	createRegie(trekker2, { bordId });
	expect(regie(trekker2)).not.toBeNull();
	expect(regie()).toBeNull();
	for (const actor of [w.trekker, w.lid, w.observator])
		expect(staatVoor(actor, bordId).leidt?.id).toBe(trekker2.persoonId);
	expect(staatVoor(w.gast('Fatima'), bordId).leidt).toBeNull();
});
