import { beforeEach, describe, expect, test, vi } from 'vitest';
import { eq } from 'drizzle-orm';
import * as Y from 'yjs';
import { createBijeenkomst } from '#features/bijeenkomst/write.server.ts';
import type { TekstNode } from '#features/tekst/node.ts';
import { writeTekst } from '#features/tekst/vul.ts';
import { verslagNaam } from '#features/verslag/document.ts';
import { bijdrage, versie } from '#features/verslag/tables.server.ts';
import { doc, kop, p, voorstel, t } from '#features/verslag/test-tekst.ts';
import { openVerslag } from '#features/verslag/read.server.ts';
import { verslagWereld, type VerslagWereld } from '#features/verslag/test-verslag.ts';
import { keepSchrijvers } from '#features/verslag/versie.rows.server.ts';
import { finaliseVerslag } from '#features/verslag/write.server.ts';
import { db } from '#server/db/db.ts';
import { Forbidden, NotFound } from '#server/errors.ts';
import { checkOwnDocuments } from '#sync/server/check-documents.ts';
import { editDocument, projectNow, readDocument } from '#sync/server/edit.ts';
import { sync } from '#sync/server/rooms.ts';
import { epochOf } from '#sync/server/store.ts';
import { documentDamage } from '#sync/server/tables.server.ts';
import { keepVersies, removeOudeVersies } from './jobs.server.ts';
import { detailVerschil, detailVersie, listBezig, listVersies } from './read.server.ts';
import { createHerstel, createVersie } from './write.server.ts';

let w: VerslagWereld;
beforeEach(() => {
	w = verslagWereld();
});

const wrote = (...actors: { persoonId: string }[]) =>
	keepSchrijvers(
		w.id,
		actors.map(({ persoonId }) => ({ persoonId, dag: '2018-06-11', wijzigingen: 1, tekens: 9 })),
	);
const soorten = () => listVersies(w.trekker, w.id).versies.map(({ soort }) => soort);
/** Begins at a time so much later. */
function later<T>(minutes: number, run: () => T): T {
	const at = Date.now() + minutes * 60_000;
	vi.useFakeTimers({ now: at, toFake: ['Date'] });
	try {
		return run();
	} finally {
		vi.useRealTimers();
	}
}

describe('automatic versions', () => {
	test('nobody asks for one: three minutes after the last word it is there, with who wrote', async () => {
		w.schrijf(w.lid, kop('Casus'), p('Joke vertelt.'));
		wrote(w.lid, w.trekker);
		await keepVersies();
		expect(soorten()).toEqual([]);
		await later(4, keepVersies);
		const [first] = listVersies(w.trekker, w.id).versies;
		expect(first).toMatchObject({ soort: 'automatisch', woorden: 3, verschil: 3, naam: '' });
		const wie = first!.schrijvers.map((naam) => naam.split(' ')[0]);
		expect(wie.sort()).toEqual(['lid', 'trekker']);
	});

	test('who goes on writing gets one every ten minutes', async () => {
		w.schrijf(w.lid, p('een'));
		wrote(w.lid);
		await later(9, () => {
			wrote(w.lid);
			return keepVersies();
		});
		expect(soorten()).toEqual([]);
		await later(11, () => {
			wrote(w.lid);
			return keepVersies();
		});
		expect(soorten()).toEqual(['automatisch']);
	});

	test('the same text is not kept twice', async () => {
		w.schrijf(w.lid, p('een'));
		wrote(w.lid);
		await later(4, keepVersies);
		wrote(w.lid);
		await later(8, keepVersies);
		expect(soorten()).toEqual(['automatisch']);
	});

	test('a verslag that cannot be read holds up no other', async () => {
		const velden = { titel: 'Nog een', datum: null, begin: '', eind: '', plaats: '' };
		const other = createBijeenkomst(w.systeem, { ...velden, leeromgevingId: w.teamId });
		for (const id of [w.id, other.id]) {
			editDocument(w.lid, verslagNaam(id), (live) => writeTekst(live, doc(p('een'))));
			const wie = { persoonId: w.lid.persoonId, dag: '2018-06-11', wijzigingen: 1, tekens: 9 };
			keepSchrijvers(id, [wie]);
		}
		// the one that comes first
		const [broken, whole] = [w.id, other.id].sort();
		sync().rooms.clear();
		db()
			.$client.prepare("update document_update set data = x'ff' where name = ?")
			.run(verslagNaam(broken!));
		await later(4, keepVersies);
		expect(listVersies(w.lid, whole!).versies).toHaveLength(1);
		expect(listVersies(w.lid, broken!).versies).toEqual([]);
	});

	test('old ones are thinned out, named ones and others stay', async () => {
		const old = new Date('2018-06-11T10:00:00Z');
		w.schrijf(w.lid, p('een'));
		createVersie(w.lid, { bijeenkomstId: w.id, naam: 'Zoals besproken' });
		for (const n of [1, 2, 3]) {
			w.schrijf(w.lid, p(`nummer ${n}`));
			wrote(w.lid);
			await later(4, keepVersies);
		}
		db().update(versie).set({ createdAt: old }).run();
		removeOudeVersies();
		expect(soorten().sort()).toEqual(['automatisch', 'benoemd']);
	});

	test('a store of a text whose bijeenkomst or persoon is gone does not fail', () => {
		const ghost = { dag: '2018-06-11', wijzigingen: 1, tekens: 1 };
		expect(() =>
			keepSchrijvers('geenbijeenkomsthierx', [{ ...ghost, persoonId: w.lid.persoonId }]),
		).not.toThrow();
		expect(() =>
			keepSchrijvers(w.id, [{ ...ghost, persoonId: 'geenpersoonhierxxxxx' }]),
		).not.toThrow();
	});
});

test('one sees who is writing, and not oneself', () => {
	wrote(w.lid, w.trekker);
	expect(listBezig(w.trekker, w.id)).toEqual(['lid van het team']);
	expect(later(2, () => listBezig(w.trekker, w.id))).toEqual([]);
});

test('who wrote in the last seconds is named as well', () => {
	w.schrijf(w.lid, p('een'));
	createVersie(w.trekker, { bijeenkomstId: w.id, naam: 'nu' });
	expect(listVersies(w.trekker, w.id).versies[0]).toMatchObject({
		schrijvers: ['lid van het team'],
		door: 'trekker van het team',
	});
});

describe('what changed', () => {
	test('since the version before, and since then until now', () => {
		w.schrijf(w.lid, p('Zij kreeg zes brieven in een jaar.'));
		createVersie(w.lid, { bijeenkomstId: w.id, naam: 'een' });
		w.schrijf(w.lid, p('Zij kreeg zeven brieven in een jaar.'));
		const { id } = createVersie(w.lid, { bijeenkomstId: w.id, naam: 'twee' });
		w.schrijf(w.lid, p('Zij kreeg zeven brieven in een jaar.'), p('En toen niets meer.'));
		expect(detailVerschil(w.lid, id, 'vorige').telling).toEqual({
			woordenErbij: 1,
			woordenWeg: 1,
			verplaatst: 0,
		});
		expect(detailVerschil(w.lid, id, 'nu').telling).toMatchObject({
			woordenErbij: 4,
			woordenWeg: 0,
		});
		expect(detailVersie(w.lid, id).tekst).toEqual(doc(p('Zij kreeg zeven brieven in een jaar.')));
	});
});

describe('putting back', () => {
	test('gives the text of then, keeps the one of now first, and that can be put back too', () => {
		const oud = [kop('Casus'), p('Joke vertelt.')];
		w.schrijf(w.lid, ...oud);
		const { id } = createVersie(w.lid, { bijeenkomstId: w.id, naam: 'toen' });
		const nu = [
			p('Alles is weg.'),
			p('Met ', t('een voorstel', voorstel('voorstelErbij', 'aaaaaaaaaaaaaaaaaaaa'))),
		];
		w.schrijf(w.lid, ...nu);
		const { terugId, bijeenkomstId } = createHerstel(w.lid, { versieId: id });
		expect(bijeenkomstId).toBe(w.id);
		expect(w.tekst()).toEqual(doc(...oud));
		expect(soorten()).toEqual(['voor-terugzetten', 'benoemd']);
		createHerstel(w.lid, { versieId: terugId! });
		expect(w.tekst()).toEqual(doc(...nu));
	});

	test('goes on in the same history: an old tab brings nothing back, and its own words stay', () => {
		w.schrijf(w.lid, p('Joke vertelt.'));
		const { id } = createVersie(w.lid, { bijeenkomstId: w.id, naam: 'toen' });
		w.schrijf(w.lid, p('Joke vertelt.'), p('Dit moet weg.'));
		const epoch = epochOf(w.naam);
		const tab = new Y.Doc();
		const state = readDocument(w.naam, (live) => Y.encodeStateAsUpdate(live));
		Y.applyUpdate(tab, state);
		const [first] = tab.getXmlFragment('tekst').toArray() as Y.XmlElement[];
		(first!.get(0) as Y.XmlText).insert(0, 'Nu: ');
		createHerstel(w.lid, { versieId: id });
		editDocument(w.lid, w.naam, (live) => Y.applyUpdate(live, Y.encodeStateAsUpdate(tab)));
		expect(w.tekst()).toEqual(doc(p('Nu: Joke vertelt.')));
		expect(epochOf(w.naam)).toBe(epoch);
	});

	test('is an edit of who does it, and not their words: those are what they type', () => {
		const oud = [kop('Casus'), p('Joke vertelt over haar buurvrouw, die zes brieven kreeg.')];
		w.schrijf(w.trekker, ...oud);
		const { id } = createVersie(w.lid, { bijeenkomstId: w.id, naam: 'toen' });
		w.schrijf(w.trekker, p('Leeg.'));
		createHerstel(w.lid, { versieId: id });
		const tab = new Y.Doc();
		Y.applyUpdate(tab, readDocument(w.naam, Y.encodeStateAsUpdate));
		const casus = tab.getXmlFragment('tekst').get(0) as Y.XmlElement;
		(casus.get(0) as Y.XmlText).insert(0, 'Onze ');
		editDocument(w.lid, w.naam, (live) => Y.applyUpdate(live, Y.encodeStateAsUpdate(tab)));
		projectNow([w.naam]);
		const of = ({ persoonId }: { persoonId: string }) =>
			db().select().from(bijdrage).where(eq(bijdrage.persoonId, persoonId)).get();
		expect(of(w.lid)).toMatchObject({ tekens: 'Onze '.length, woorden: 1, wijzigingen: 2 });
		expect(of(w.trekker)).toMatchObject({ tekens: 0, woorden: 0, wijzigingen: 2 });
	});

	/** R14 */
	test.each([
		['that nobody has open', () => sync().rooms.clear()],
		['that is still in memory', () => sync().rooms.get(w.naam)!.rest()],
	])('of a text that is damaged, %s: the versie is the way on', async (_, leave) => {
		w.schrijf(w.lid, p('Joke vertelt.'));
		const { id } = createVersie(w.lid, { bijeenkomstId: w.id, naam: 'toen' });
		w.schrijf(w.lid, p('Wim ook.'));
		const before = epochOf(w.naam);
		leave();
		db().$client.exec("delete from document_snapshot; update document_update set data = x'00ff'");
		await checkOwnDocuments();
		expect(openVerslag(w.lid, w.id)).toBeUndefined();
		expect(listVersies(w.lid, w.id)).toMatchObject({ stuk: true, versies: [{ id }] });
		expect(() => createHerstel(w.lector, { versieId: id })).toThrow(Forbidden);
		expect(db().select().from(documentDamage).all()).toHaveLength(1);

		expect(createHerstel(w.lid, { versieId: id }).terugId).toBeUndefined();
		expect(openVerslag(w.lid, w.id)?.tekst).toEqual(doc(p('Joke vertelt.')));
		sync().rooms.clear();
		expect(openVerslag(w.lid, w.id)?.tekst).toEqual(doc(p('Joke vertelt.')));
		expect(listVersies(w.lid, w.id).stuk).toBe(false);
		expect(db().select().from(documentDamage).all()).toEqual([]);
		// what a screen still has of before does not come back into it
		expect(epochOf(w.naam)).toBeGreaterThan(before);
	});

	test('of a table in which every cell changed puts another in its place, and leaves the rest', () => {
		const tabel = (woord: string): TekstNode => ({
			type: 'table',
			content: Array.from({ length: 70 }, (_row, r) => ({
				type: 'tableRow',
				content: Array.from({ length: 50 }, (_cell, c) => ({
					type: 'tableCell',
					attrs: { colspan: 1, rowspan: 1 },
					content: [p(`${woord} ${r} ${c}`)],
				})),
			})),
		});
		w.schrijf(w.lid, p('een'), tabel('oud'), p('twee'));
		const { id } = createVersie(w.lid, { bijeenkomstId: w.id, naam: 'toen' });
		w.schrijf(w.lid, p('een'), tabel('nieuw'), p('drie'), p('twee'));
		/** Where each block was first written: what was changed in place keeps it. */
		const blocks = () =>
			readDocument(w.naam, (live) =>
				live
					.getXmlFragment('tekst')
					.toArray()
					.map((block) => JSON.stringify(block._item?.id)),
			);
		const [een, was, , twee] = blocks();
		createHerstel(w.lid, { versieId: id });
		expect(w.tekst()).toEqual(doc(p('een'), tabel('oud'), p('twee')));
		const [een2, is, twee2] = blocks();
		expect([een2, twee2]).toEqual([een, twee]);
		expect(is).not.toBe(was);
	});

	test('is for who may write: nobody who proposes, remarks or reads', () => {
		w.schrijf(w.lid, p('een'));
		const { id } = createVersie(w.lid, { bijeenkomstId: w.id, naam: 'een' });
		for (const actor of [w.agendalid, w.lector, w.observator]) {
			expect(detailVersie(actor, id).may.write).toBe(false);
			expect(() => createHerstel(actor, { versieId: id })).toThrow(Forbidden);
			expect(() => createVersie(actor, { bijeenkomstId: w.id, naam: 'mijn' })).toThrow(Forbidden);
		}
		expect(() => createHerstel(w.buiten, { versieId: id })).toThrow(NotFound);
		expect(() => detailVersie(w.buiten, id)).toThrow(NotFound);
		expect(() => detailVerschil(w.buiten, id, 'nu')).toThrow(NotFound);
		expect(() => listVersies(w.buiten, w.id)).toThrow(NotFound);
	});

	test('is over once the verslag is vastgesteld, and leaves no trace when it is refused', () => {
		w.schrijf(w.lid, p('een'));
		const { id } = createVersie(w.lid, { bijeenkomstId: w.id, naam: 'een' });
		w.schrijf(w.lid, p('twee'));
		finaliseVerslag(w.trekker, { bijeenkomstId: w.id });
		const before = soorten();
		expect(() => createHerstel(w.trekker, { versieId: id })).toThrow(Forbidden);
		expect(soorten()).toEqual(before);
		expect(w.tekst()).toEqual(doc(p('twee')));
	});
});

test('a versie goes with its bijeenkomst', () => {
	w.schrijf(w.lid, p('een'));
	createVersie(w.lid, { bijeenkomstId: w.id, naam: 'een' });
	w.verwijder();
	expect(db().select().from(versie).where(eq(versie.bijeenkomstId, w.id)).all()).toEqual([]);
});
