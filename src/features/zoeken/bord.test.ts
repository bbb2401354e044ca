import { beforeEach, expect, test } from 'vitest';
import { NIEMAND, type Actor } from '#access/actor.ts';
import { mayReadBord } from '#access/bord.ts';
import { removeBord } from '#features/bord/bord.write.server.ts';
import { createBriefje, removeBriefje } from '#features/bord/briefje.write.server.ts';
import { maakGroep } from '#features/bord/document.groep.ts';
import { maakAfspraak, maakInzicht } from '#features/bord/document.oogst.ts';
import { bordNaam } from '#features/bord/document.ts';
import { removeLostPassages } from '#features/bord/passages.server.ts';
import { publishBriefjes } from '#features/bord/regie.write.server.ts';
import { bord } from '#features/bord/tables.server.ts';
import { idNr } from '#features/bord/test-bord.ts';
import { tafelWereld, type TafelWereld } from '#features/bord/test-tafel.ts';
import { iedereen, maakLid, maakTeam } from '#features/leeromgeving/test-team.ts';
import { metRol } from '#features/persoon/test-wereld.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { db } from '#server/db/db.ts';
import { passage } from '#server/search/tables.server.ts';
import { editDocument } from '#sync/server/edit.ts';
import { searchBorden } from './passage.read.server.ts';
import { searchAll } from './read.server.ts';

let w: TafelWereld;
beforeEach(() => {
	w = tafelWereld();
});
const leg = (tekst: string, actor: Actor = w.lid) =>
	createBriefje(actor as typeof w.lid, {
		...{ bordId: w.bordId, id: '', tekst, soort: '', fase: undefined },
	}).id;
/** What was laid in a transaction is on the table after it. */
async function bewaard() {
	await Promise.resolve();
	await w.bewaard();
}
const zoek = (actor: Actor = w.lid, vraag = 'kanarie') =>
	searchBorden(actor, vraag, 50).map(({ href }) => href);

test('all that lies open is found, and leads to the thing itself', async () => {
	const [groep, inzicht, afspraak] = [1, 2, 3].map((nr) => idNr('ding', nr)) as [
		string,
		string,
		string,
	];
	const briefje = leg('De kanarie van de buurvrouw');
	editDocument(w.lid, bordNaam(w.bordId), (doc) => {
		maakGroep(doc, { id: groep, briefjeIds: [], naam: 'Kanaries' });
		maakInzicht(doc, { id: inzicht, tekst: 'Iets', tegen: 'Een kanarie zingt' });
		maakAfspraak(doc, { id: afspraak, wat: 'Bellen', effect: 'De kanarie leeft' });
	});
	await bewaard();
	const pad = `/borden/${w.bordId}`;
	expect(zoek().toSorted()).toEqual(
		[
			`${pad}#b-${briefje}`,
			`${pad}#g-${groep}`,
			`${pad}#d-${inzicht}`,
			`${pad}#d-${afspraak}`,
		].toSorted(),
	);
	expect(searchBorden(w.lid, 'buurvrouw', 5)).toMatchObject([
		{ titel: 'Wie belt er aan?', snippet: [{}, { text: 'buurvrouw', hit: true }] },
	]);
	const gevonden = searchAll(w.lid, 'kanarie').find(({ label }) => label === 'Op borden');
	expect(gevonden?.items).toContainEqual({
		href: `${pad}#b-${briefje}`,
		label: 'De kanarie van de buurvrouw',
		soort: 'Wie belt er aan?',
	});
});

test('a hidden briefje is found by nobody, also not by who wrote it, until it is laid open', async () => {
	w.zet({ stil: true });
	leg('Een stille kanarie');
	await bewaard();
	for (const actor of [w.lid, w.trekker]) expect(zoek(actor)).toEqual([]);
	publishBriefjes(w.trekker, { bordId: w.bordId });
	await bewaard();
	expect(zoek()).toHaveLength(1);
});

test('everybody finds exactly what they may read', async () => {
	leg('Wie belt er aan? De kanarie');
	await bewaard();
	const facts = {
		...{ werkplaatsId: w.werkplaatsId, leeromgevingIds: [w.teamId], bordId: w.bordId },
		...{ afgerond: false, regieId: null, slot: false, gasten: true },
	};
	const buiten = maakLid(w.systeem, maakTeam(w.systeem, { naam: 'B', volgnummer: 2 }), 'lid');
	for (const actor of [...iedereen(w.systeem, w.teamId), buiten, NIEMAND])
		expect(zoek(actor)).toHaveLength(mayReadBord(actor, facts) ? 1 : 0);
	for (const actor of [w.observator, buiten]) {
		const gevonden = JSON.stringify(searchAll(actor, 'wie belt'));
		const mag = actor !== buiten;
		expect([gevonden.includes('Op borden'), gevonden.includes('"bord"')]).toEqual([mag, mag]);
	}
	expect(zoek(w.gast('Fatima')), 'a gast has no lists').toEqual([]);
	expect(zoek(metRol(testWerkplaats('Elders').werkplaatsId, 'coordinator'))).toEqual([]);
});

test('what is taken away is not found, nor what was on a bord that is', async () => {
	const id = leg('De kanarie zingt');
	leg('Nog een kanarie');
	removeBriefje(w.lid, { bordId: w.bordId, id });
	await bewaard();
	expect(zoek()).toHaveLength(1);
	removeBord(w.trekker, { id: w.bordId });
	expect(zoek()).toEqual([]);
	db().delete(bord).run();
	removeLostPassages();
	expect(db().select().from(passage).all()).toEqual([]);
});
