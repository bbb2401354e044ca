import fc from 'fast-check';
import { asc, eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { SysteemActor } from '#access/actor.ts';
import { bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import { createBijeenkomst } from '#features/bijeenkomst/write.server.ts';
import { datum, maakTeam } from '#features/leeromgeving/test-team.ts';
import { maakPersoon } from '#features/persoon/test-wereld.ts';
import { TEKST_SHAPE } from '#features/tekst/document.ts';
import type { TekstNode } from '#features/tekst/node.ts';
import { writeTekst } from '#features/tekst/vul.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { passage } from '#server/search/tables.server.ts';
import { tekensPerWoord } from './bijdrage.server.ts';
import { passagesOf } from './passages.ts';
import { projectVerslag, removeLostPassages } from './project.server.ts';
import { actiepunt, besluit, bijdrage, vaststelling } from './tables.server.ts';

let systeem: SysteemActor;
let id: string;
let anna: string;

beforeEach(() => {
	freshDb();
	systeem = testWerkplaats();
	anna = maakPersoon(systeem.werkplaatsId, 'Anna');
	id = createBijeenkomst(systeem, {
		leeromgevingId: maakTeam(systeem),
		titel: 'De eerste brief',
		datum: datum('11 juni 2018'),
		begin: '',
		eind: '',
		plaats: '',
	}).id;
});

const ID = 'aaaaaaaaaaaaaaaaaaaa';
const t = (text: string, mark?: string): TekstNode => ({
	type: 'text',
	text,
	...(mark && { marks: [{ type: mark, attrs: { id: ID, door: ID, op: '2026-01-01T00:00:00Z' } }] }),
});
const n = (type: string, attrs: TekstNode['attrs'], ...content: TekstNode[]): TekstNode => ({
	type,
	...(attrs && { attrs }),
	...(content.length && { content }),
});
const p = (...content: TekstNode[]) => n('paragraph', undefined, ...content);
const actie = (attrs: object, text: string) =>
	n('actiepunt', { id: '', wie: '', wieId: '', wanneer: '', klaar: false, ...attrs }, t(text));

function project(...content: TekstNode[]) {
	const doc = new Y.Doc();
	writeTekst(doc, n('doc', undefined, ...content));
	projectVerslag(id, doc, []);
}
const acties = () => db().select().from(actiepunt).orderBy(asc(actiepunt.volgorde)).all();
const besluiten = () => db().select().from(besluit).orderBy(asc(besluit.volgorde)).all();
const passages = () =>
	db()
		.select()
		.from(passage)
		.orderBy(asc(passage.volgorde))
		.all()
		.map(({ tekst }) => tekst);

describe('actiepunten and besluiten', () => {
	test('become rows in the order of the text, and go when they go', () => {
		const een = actie({ id: ID, wie: 'Anna', wieId: anna, wanneer: '2026-12-01' }, 'Bel de school');
		const twee = n('besluit', { id: 'b'.repeat(20) }, t('Wij gaan door'));
		project(p(t('Begin')), een, n('blockquote', undefined, p(t('Zo zei zij het'))), twee);
		expect(acties()).toEqual([
			{
				bijeenkomstId: id,
				id: ID,
				volgorde: 0,
				tekst: 'Bel de school',
				wie: 'Anna',
				wieId: anna,
				wanneer: '2026-12-01',
				klaar: false,
			},
		]);
		expect(besluiten().map(({ tekst }) => tekst)).toEqual(['Wij gaan door']);
		project({ ...een, attrs: { ...een.attrs, klaar: true } });
		expect(acties().map(({ klaar }) => klaar)).toEqual([true]);
		expect(besluiten()).toEqual([]);
	});

	test('two with one id are two rows, the same at every projection', () => {
		project(actie({ id: ID }, 'een'), actie({ id: ID }, 'twee'), actie({}, 'drie'));
		const first = acties();
		expect(first.map(({ tekst }) => tekst)).toEqual(['een', 'twee', 'drie']);
		expect(first[0]!.id).toBe(ID);
		expect(new Set(first.map((row) => row.id)).size).toBe(3);
		project(actie({ id: ID }, 'een'), actie({ id: ID }, 'twee'), actie({}, 'drie'));
		expect(acties()).toEqual(first);
	});

	test('of somebody of another werkplaats, or of nobody, only the written name stays', () => {
		const ander = maakPersoon(testWerkplaats('Elders').werkplaatsId, 'Ander');
		project(actie({ id: ID, wie: 'Ander', wieId: ander }, 'een'), actie({ wieId: ID }, 'twee'));
		expect(acties().map(({ wie, wieId }) => [wie, wieId])).toEqual([
			['Ander', null],
			['', null],
		]);
	});

	test('of what is only proposed, nothing stands yet', () => {
		project(
			p(t('Wel '), t('niet', 'voorstelErbij'), t('weg', 'voorstelWeg')),
			n('besluit', { id: ID }, t('kanarie', 'voorstelErbij')),
			actie({ id: ID }, 'x'),
		);
		expect(passages()).toEqual(['Wel weg', 'x']);
		expect(besluiten()).toEqual([]);
	});
});

test('each paragraph, item, row and picture is a passage', () => {
	const li = (text: string, ...more: TekstNode[]) => n('listItem', undefined, p(t(text)), ...more);
	const td = (text: string) => n('tableCell', { colspan: 1, rowspan: 1 }, p(t(text)));
	const tekst = n(
		'doc',
		undefined,
		n('heading', { level: 2 }, t('Casus')),
		p(t('Een'), n('hardBreak', undefined), t('twee')),
		p(),
		n('bulletList', undefined, li('A', n('bulletList', undefined, li('B'))), li('C')),
		n('table', undefined, n('tableRow', undefined, td('links'), td('rechts'))),
		n('afbeelding', { id: ID, alt: 'Het plein', breedte: 1, hoogte: 1 }),
	);
	expect(passagesOf(tekst)).toEqual(['Casus', 'Een twee', 'A B', 'C', 'links rechts', 'Het plein']);
	const long = passagesOf(p(t('woord '.repeat(1000))));
	expect(long.length).toBeGreaterThan(2);
	expect(long.join(' ')).toBe('woord '.repeat(1000).trim());
});

describe('a bijdrage', () => {
	const day = (tekens: number, persoonId = anna, dag = '2026-11-21') => ({
		persoonId,
		dag,
		tekens,
		wijzigingen: 1,
	});
	const rows = () =>
		db()
			.select({ dag: bijdrage.dag, woorden: bijdrage.woorden, edits: bijdrage.wijzigingen })
			.from(bijdrage)
			.where(eq(bijdrage.persoonId, anna))
			.all();

	test('counts words, however small the bits are in which they come', () => {
		for (let letter = 0; letter < 120; letter++) projectVerslag(id, new Y.Doc(), [day(1)]);
		expect(rows()).toEqual([{ dag: '2026-11-21', woorden: 20, edits: 120 }]);
	});

	test('is exact for who pasted the whole text, whatever its words are like', () => {
		const text = 'burgemeestersverkiezing samenwerkingsverband '.repeat(60).trim();
		const doc = new Y.Doc();
		writeTekst(doc, n('doc', undefined, p(t(text.slice(0, 1349))), p(t(text.slice(1350)))));
		projectVerslag(id, doc, [day(text.length)]);
		expect(rows()[0]!.woorden).toBe(120);
		expect(tekensPerWoord(['kort'])).toBe(6);
	});

	test('is per day, never goes down, and asks who is still there', () => {
		projectVerslag(id, new Y.Doc(), [day(60), day(12, anna, '2026-11-22'), day(99, ID)]);
		projectVerslag(id, new Y.Doc(), [day(0)]);
		expect(rows().map(({ woorden }) => woorden)).toEqual([10, 2]);
		expect(db().select().from(bijdrage).all()).toHaveLength(2);
	});
});

test('what was vastgesteld stands, whatever the document says', () => {
	const inhoud = n('doc', undefined, p(t('Zo was het')));
	db().insert(vaststelling).values({ bijeenkomstId: id, inhoud, hash: '' }).run();
	project(p(t('Zo was het niet')));
	expect(passages()).toEqual(['Zo was het']);
});

test('of a bijeenkomst that is gone no word stays', () => {
	project(p(t('kanarie')));
	expect(passages()).toEqual(['kanarie']);
	db().delete(bijeenkomst).run();
	projectVerslag(id, new Y.Doc(), [
		{ persoonId: anna, dag: '2026-11-21', tekens: 5, wijzigingen: 1 },
	]);
	expect(passages()).toEqual([]);
	expect(db().get<{ n: number }>(sql`select count(*) as n from passage_index`).n).toBe(0);
});

test('words that were left behind by a team that is gone are swept up', () => {
	project(p(t('kanarie')));
	db().delete(bijeenkomst).run();
	removeLostPassages();
	expect(passages()).toEqual([]);
});

/** Any letter, sign and half letter there is. */
const anything = (maxLength: number) =>
	fc
		.array(fc.integer({ min: 0, max: 0xffff }), { maxLength })
		.map((units) => String.fromCharCode(...units));

test('nothing that a document can hold makes it throw', () => {
	const names = Object.keys(TEKST_SHAPE.elements);
	const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
	const attrs = fc.dictionary(
		fc.constantFrom('id', 'wie', 'wieId', 'wanneer', 'klaar', 'alt', 'level'),
		value,
		{ maxKeys: 4 },
	);
	const element = fc.letrec<{ node: Y.XmlElement | Y.XmlText }>((tie) => ({
		node: fc.oneof(
			{ maxDepth: 4 },
			anything(20).map((text) => new Y.XmlText(text)),
			fc
				.tuple(fc.constantFrom(...names), attrs, fc.array(tie('node'), { maxLength: 3 }))
				.map(([name, set, children]) => {
					const made = new Y.XmlElement(name);
					for (const [key, v] of Object.entries(set)) made.setAttribute(key, v as string);
					made.insert(0, children);
					return made;
				}),
		),
	})).node;
	fc.assert(
		fc.property(fc.array(element, { maxLength: 6 }), (content) => {
			const doc = new Y.Doc();
			doc.getXmlFragment('tekst').insert(0, content);
			projectVerslag(id, doc, []);
			expect(acties().length).toBeLessThan(100);
		}),
		{ numRuns: 40 },
	);
});
