import { asc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { persoon } from '#features/persoon/tables.server.ts';
import { maakPersoon } from '#features/persoon/test-wereld.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { db } from '#server/db/db.ts';
import { newId } from '#server/id.ts';
import { readDocument } from '#sync/server/edit.ts';
import { sync } from '#sync/server/rooms.ts';
import { removeBord } from './bord.write.server.ts';
import { createBriefje, removeBriefje } from './briefje.write.server.ts';
import { bordNaam } from './document.ts';
import { haalGroepWeg, maakGroep, verplaatsBriefje } from './document.groep.ts';
import { haalInzichtWeg, maakAfspraak, maakInzicht, wijzigAfspraak } from './document.oogst.ts';
import { projectBord } from './project.server.ts';
import { detailBord } from './read.server.ts';
import {
	bordafspraak,
	bordgroep,
	bordherkomst,
	bordinzicht,
	bordplek,
} from './beeld.tables.server.ts';
import { bord } from './tables.server.ts';
import { bordWereld, type BordWereld } from './test-regie.ts';

let w: BordWereld;
let ids: string[];
const [groep, ander, inzicht, afspraak] = Array.from({ length: 4 }, newId) as [
	string,
	string,
	string,
	string,
];

beforeEach(() => {
	w = bordWereld();
	ids = ['een', 'twee', 'drie', 'vier'].map(
		(tekst) =>
			createBriefje(w.lid, { bordId: w.id, id: '', tekst, soort: 'verhaal', fase: undefined }).id,
	);
});

/** As after a store. */
const project = () => sync().rooms.get(bordNaam(w.id))!.projection.run();
const rijen = <
	T extends typeof bordgroep | typeof bordplek | typeof bordinzicht | typeof bordafspraak,
>(
	tabel: T,
) => db().select().from(tabel).where(eq(tabel.bordId, w.id)).orderBy(asc(tabel.volgorde)).all();
const herkomst = () => db().select().from(bordherkomst).orderBy(asc(bordherkomst.vanId)).all();
const wijzigingen = () => db().$client.prepare('select total_changes() n').get() as { n: number };

/** What the rows say, as the picture says it. */
function rijenAlsBeeld() {
	const plekken = rijen(bordplek) as (typeof bordplek.$inferSelect)[];
	const in_ = (groepId: string | null) =>
		plekken.filter((plek) => plek.groepId === groepId).map(({ briefjeId }) => briefjeId);
	return {
		los: in_(null),
		groepen: (rijen(bordgroep) as (typeof bordgroep.$inferSelect)[]).map(({ id, naam }) => ({
			id,
			naam,
			briefjes: in_(id),
		})),
	};
}
function beeld() {
	const { los, groepen } = w.beeld();
	return {
		los: los.map(({ id }) => id),
		groepen: groepen.map(({ id, naam, briefjes }) => ({
			id,
			naam,
			briefjes: briefjes.map((one) => one.id),
		})),
	};
}

function richtIn() {
	w.schuif(w.lid, (doc) => {
		maakGroep(doc, { id: groep, briefjeIds: [ids[2]!, ids[0]!], naam: 'Wie belt er aan?' });
		maakGroep(doc, { id: ander, briefjeIds: [ids[1]!] });
		maakInzicht(doc, {
			id: inzicht,
			soort: 'spanning',
			tekst: 'Nabij zijn',
			tegen: 'Afstand houden',
			uit: [groep, ids[1]!],
		});
		maakAfspraak(doc, {
			id: afspraak,
			wat: 'Koffie op de stoep',
			wieId: w.lid.persoonId,
			wanneer: 'vóór 1 juli',
			effect: 'Meer mensen zeggen gedag',
			uit: [inzicht],
		});
	});
	project();
}

describe('the rows of a bord', () => {
	beforeEach(richtIn);

	test('are a picture of what lies there', () => {
		expect(rijenAlsBeeld()).toEqual(beeld());
		expect(rijenAlsBeeld()).toEqual({
			los: [ids[3]],
			groepen: [
				{ id: groep, naam: 'Wie belt er aan?', briefjes: [ids[2], ids[0]] },
				{ id: ander, naam: '', briefjes: [ids[1]] },
			],
		});
		expect(rijen(bordinzicht)).toMatchObject([
			{ id: inzicht, soort: 'spanning', tekst: 'Nabij zijn', tegen: 'Afstand houden' },
		]);
		expect(rijen(bordafspraak)).toMatchObject([
			{
				id: afspraak,
				wat: 'Koffie op de stoep',
				wieId: w.lid.persoonId,
				wie: '',
				wanneer: 'vóór 1 juli',
			},
		]);
	});

	test('keep the trail from an afspraak back to the stories', () => {
		const uit = (vanId: string) =>
			herkomst()
				.filter((row) => row.vanId === vanId)
				.map(({ uitId }) => uitId)
				.toSorted();
		expect(uit(afspraak)).toEqual([inzicht]);
		expect(uit(inzicht)).toEqual([groep, ids[1]!].toSorted());
	});

	test('are not written again when nothing changed, nor for a change of one', () => {
		const voor = wijzigingen().n;
		readDocument(bordNaam(w.id), (doc) => projectBord(w.id, doc));
		expect(wijzigingen().n).toBe(voor);
		w.schuif(w.lid, (doc) => verplaatsBriefje(doc, { id: ids[3]!, groepId: ander, voor: null }));
		const na = wijzigingen().n;
		readDocument(bordNaam(w.id), (doc) => projectBord(w.id, doc));
		expect(wijzigingen().n).toBe(na + 1);
		expect(rijenAlsBeeld()).toEqual(beeld());
	});

	test('go with what they are of', () => {
		w.schuif(w.lid, (doc) => {
			haalGroepWeg(doc, groep);
			haalInzichtWeg(doc, inzicht);
		});
		removeBriefje(w.lid, { bordId: w.id, id: ids[1]! });
		project();
		expect(rijenAlsBeeld()).toEqual(beeld());
		expect(rijen(bordgroep).map(({ id }) => id)).toEqual([ander]);
		expect(rijenAlsBeeld().los.toSorted()).toEqual([ids[0]!, ids[2]!, ids[3]!].toSorted());
		expect(rijen(bordinzicht)).toEqual([]);
		expect(herkomst()).toEqual([]);
	});

	test('stay of a bord that was removed, and go with one that is purged', () => {
		removeBord(w.lid, { id: w.id });
		readDocument(bordNaam(w.id), (doc) => projectBord(w.id, doc));
		expect(rijen(bordgroep)).toHaveLength(2);
		db().delete(bord).where(eq(bord.id, w.id)).run();
		readDocument(bordNaam(w.id), (doc) => projectBord(w.id, doc));
		for (const tabel of [bordgroep, bordplek, bordinzicht, bordafspraak])
			expect(rijen(tabel)).toEqual([]);
		expect(herkomst()).toEqual([]);
	});

	test('of another bord are left alone', () => {
		const elders = w.maak();
		readDocument(bordNaam(elders), (doc) => projectBord(elders, doc));
		expect(rijen(bordgroep)).toHaveLength(2);
	});
});

test('somebody of another werkplaats owns nothing here, and who is purged leaves it of nobody', () => {
	const vreemd = maakPersoon(testWerkplaats().werkplaatsId, 'Iemand van elders');
	const hier = maakPersoon(w.werkplaatsId, 'Weg straks');
	const wie = () => (rijen(bordafspraak) as (typeof bordafspraak.$inferSelect)[])[0]?.wieId;
	w.schuif(w.lid, (doc) => maakAfspraak(doc, { id: afspraak, wat: 'Bellen', wieId: vreemd }));
	project();
	expect(wie()).toBeNull();
	w.schuif(w.lid, (doc) => wijzigAfspraak(doc, { id: afspraak, wieId: hier }));
	project();
	expect(wie()).toBe(hier);
	// named here, and not in the team: known by name, and no choice for what is agreed or who leads
	const genoemd = detailBord(w.lid, w.id).mensen.find(({ id }) => id === hier);
	expect(genoemd).toMatchObject({ isLid: false, zit: false });
	expect(genoemd?.naam).toContain('Weg straks');
	db().delete(persoon).where(eq(persoon.id, hier)).run();
	expect(wie()).toBeNull();
	readDocument(bordNaam(w.id), (doc) => projectBord(w.id, doc));
	expect(wie()).toBeNull();
});

test('nothing that a document can hold makes it throw', () => {
	const doc = new Y.Doc();
	const ding = (velden: Record<string, unknown>) => new Y.Map(Object.entries(velden));
	for (const root of ['briefjes', 'groepen', 'inzichten', 'afspraken']) {
		const map = doc.getMap(root);
		map.set(groep, ding({ naam: 4, orde: null, uit: 'geen', soort: 'raar', nr: -1, wieId: groep }));
		map.set(ander, 'geen ding');
		map.set('geen id', ding({}));
	}
	const uit = new Y.Map([[groep, true]]);
	doc.getMap('inzichten').set(inzicht, ding({ uit, orde: 'zz' }));
	doc.getMap('plek').set(groep, 'raar');
	doc.getMap('plek').set(ander, `${inzicht}:b`);
	expect(() => projectBord(w.id, doc)).not.toThrow();
	expect(rijen(bordgroep)).toHaveLength(1);
});
