import { getSchema } from '@tiptap/core';
import { Fragment, type Node } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { TEKST_ROOT } from '#features/tekst/document.ts';
import { renewIds } from '#features/tekst/ids.ts';
import type { TekstNode } from '#features/tekst/node.ts';
import { TEKST_NODES } from '#features/tekst/schema.ts';
import { writeTekst } from '#features/tekst/vul.ts';
import { isDag, toonWanneer } from '#features/tekst/wanneer.ts';
import { wieVan } from './wie.ts';
import { Announcements, zinVan } from './announce.ts';
import { kopBoven } from './kop.ts';
import { zoekOpdracht } from './opdrachten.ts';
import { setStylesAside } from './paste-clean.ts';
import { partsOf } from './paste.ts';
import { slashAt } from './slash.ts';
import { Uploads } from './uploads.svelte.ts';

const schema = getSchema(TEKST_NODES);
const ID = 'abcdefghij234567abcd';
const p = (text = ''): TekstNode => ({
	type: 'paragraph',
	...(text && { content: [{ type: 'text', text }] }),
});
const actie = (id: string, text = 'doe iets'): TekstNode => ({
	type: 'actiepunt',
	attrs: { id },
	content: [{ type: 'text', text }],
});
const kop = (text: string): TekstNode => ({
	type: 'heading',
	attrs: { level: 2 },
	content: [{ type: 'text', text }],
});
const docOf = (...content: TekstNode[]): Node => schema.nodeFromJSON({ type: 'doc', content });
const stateOf = (...content: TekstNode[]) => EditorState.create({ doc: docOf(...content) });
const idsIn = (doc: Node) => {
	const ids: string[] = [];
	doc.descendants((node) => void (node.attrs['id'] !== undefined && ids.push(node.attrs['id'])));
	return ids;
};

describe('ids of blocks', () => {
	test('a copy above the original gets a new id, and the original keeps its own', () => {
		const before = stateOf(actie(ID), p());
		const copied = before.apply(before.tr.insert(0, before.doc.child(0)));
		const tr = before.tr.insert(0, before.doc.child(0));
		const [copy, original] = idsIn(renewIds([tr], before, copied)!.doc);
		expect(original).toBe(ID);
		expect(copy).toMatch(/^[a-z2-7]{20}$/);
		expect(copy).not.toBe(ID);
	});

	test('two copies of the same, both new, do not share an id; one without gets one', () => {
		const before = stateOf(p());
		const blocks = docOf(actie(ID), actie(ID), actie('')).content;
		const tr = before.tr.insert(0, blocks);
		const ids = idsIn(renewIds([tr], before, before.apply(tr))!.doc);
		expect(new Set(ids).size).toBe(3);
		expect(ids[0]).toBe(ID);
	});

	test('typing before it, or moving on, renews nothing', () => {
		const before = stateOf(p('een'), actie(ID));
		const tr = before.tr.insertText('twee', 1);
		expect(renewIds([tr], before, before.apply(tr))).toBeNull();
	});
});

describe('behind a slash', () => {
	const at = (text: string, caret = text.length) => {
		const state = stateOf(p(text));
		return slashAt(state.apply(state.tr.setSelection(TextSelection.create(state.doc, caret + 1))));
	};
	test('opens at the beginning and behind a space, and nowhere else', () => {
		expect(at('/')).toEqual({ from: 1, to: 2, query: '' });
		expect(at('nu /act')).toEqual({ from: 4, to: 8, query: 'act' });
		expect(at('en/of')).toBeUndefined();
		expect(at('1/2')).toBeUndefined();
		expect(at('geen')).toBeUndefined();
	});
	test.each([
		['', 'kop'],
		['act', 'actie'],
		['todo', 'actie'],
		['foto', 'afbeelding'],
		['tus', 'tussenkop'],
	])('%j finds %s first', (query, naam) => {
		expect(zoekOpdracht(query)[0]?.naam).toBe(naam);
	});
	test('what is not there finds nothing', () => {
		expect(zoekOpdracht('xyz')).toEqual([]);
	});
});

describe('a large paste', () => {
	test('goes in parts, in order, none too large for one message', () => {
		const blocks = Array.from({ length: 3000 }, (_, i) =>
			schema.nodeFromJSON(p(`regel ${i} met nog wat woorden erachter`)),
		);
		const parts = partsOf(Fragment.from(blocks));
		expect(parts.length).toBeGreaterThan(2);
		expect(parts.flat()).toEqual(blocks);
		for (const part of parts) expect(Fragment.from(part).size).toBeLessThan(60_000);
	});
});

describe('who does it, and when', () => {
	const mensen = [
		{ id: ID, naam: 'Yıldız Sarıkaş' },
		{ id: 'b'.repeat(20), naam: 'Jan' },
		{ id: 'c'.repeat(20), naam: 'Jan' },
	];
	test('a known name is a persoon, another is only a name, and two of the same are neither', () => {
		expect(wieVan(' yıldız sarıkaş ', mensen)).toEqual({ wie: 'Yıldız Sarıkaş', wieId: ID });
		expect(wieVan('de huismeester', mensen)).toEqual({ wie: 'de huismeester', wieId: '' });
		expect(wieVan('jan', mensen)).toEqual({ wie: 'Jan', wieId: '' });
		expect(wieVan('', mensen)).toEqual({ wie: '', wieId: '' });
	});
	test('only a day that exists is a day', () => {
		expect(isDag('2028-02-29')).toBe(true);
		for (const value of ['2026-02-29', '2026-13-01', '2026-1-1', '', null, '20260101'])
			expect(isDag(value)).toBe(false);
		expect(toonWanneer('2026-06-18')).toBe('voor 18 juni 2026');
		expect(toonWanneer('straks')).toBe('');
	});
});

describe('telling who wrote along', () => {
	test('one sentence, however many', () => {
		expect(zinVan(new Map([['Sanne', 'Casus']]))).toBe('Sanne schreef mee bij Casus.');
		expect(zinVan(new Map([['Sanne', '']]))).toBe('Sanne schreef mee.');
		const twee = new Map([
			['Sanne', 'a'],
			['Tygo', 'b'],
		]);
		expect(zinVan(twee)).toBe('Sanne en Tygo schreven mee.');
		expect(zinVan(new Map([...twee, ['Ruben', ''], ['Joke', '']]))).toBe('4 mensen schreven mee.');
	});
	test('names the heading above the place', () => {
		const live = new Y.Doc();
		writeTekst(live, { type: 'doc', content: [p('voor'), kop('Casus'), p('een'), kop('Slot')] });
		const root = live.getXmlFragment(TEKST_ROOT);
		expect(kopBoven(root, root.get(0))).toBe('');
		expect(kopBoven(root, root.get(2))).toBe('Casus');
		expect(kopBoven(root, root.get(3))).toBe('Slot');
	});
	test('waits ten seconds, bundles, and is silent about myself', async () => {
		const { vi } = await import('vitest');
		vi.useFakeTimers();
		const { Awareness } = await import('y-protocols/awareness');
		const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
		const awareness = new Awareness(mine);
		awareness.getStates().set(theirs.clientID, { user: { voornaam: 'Sanne' } });
		const said: string[] = [];
		const announcements = new Announcements(mine, awareness, (sentence) => said.push(sentence));
		writeTekst(mine, { type: 'doc', content: [kop('Casus'), p('van mij')] });
		Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
		for (const word of ['een', 'twee']) {
			writeTekst(theirs, { type: 'doc', content: [kop('Casus'), p(word)] });
			Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
		}
		expect(said).toEqual([]);
		vi.advanceTimersByTime(10_000);
		expect(said).toEqual(['Sanne schreef mee bij Casus.']);
		announcements.destroy();
		awareness.destroy();
		vi.useRealTimers();
	});
});

describe('what was on the clipboard', () => {
	test('no style reaches the reader, and words about style stay', () => {
		const html = setStylesAside(
			'<style>p{color:red}</style><p\n STYLE = "color:red" class=a>een style="x" twee</p><STYLE>',
		);
		expect(html).not.toMatch(/<style|<[^>]*\sstyle\s*=/i);
		expect(html).toContain('een style="x" twee');
		expect(html).toContain('data-stijl=');
	});
});

describe('pictures on their way', () => {
	const foto = { naam: 'foto.png', bron: new File(['x'], 'foto.png') };
	test('one that is refused says why, and goes when it is tried again', async () => {
		let answer = Promise.reject<{ id: string; breedte: number; hoogte: number }>(
			new Error('Dit is geen afbeelding.'),
		);
		answer.catch(() => {});
		const placed: string[] = [];
		const uploads = new Uploads(() => answer);
		uploads.add({ ...foto, place: ({ id }) => placed.push(id) });
		await expect.poll(() => uploads.list[0]?.mislukt).toBe('Dit is geen afbeelding.');
		answer = Promise.resolve({ id: ID, breedte: 1, hoogte: 1 });
		uploads.again(uploads.list[0]!);
		await expect.poll(() => uploads.list).toEqual([]);
		expect(placed).toEqual([ID]);
	});

	test('one that is not wanted any more does not come into the text', async () => {
		let arrive: (saved: { id: string; breedte: number; hoogte: number }) => void = () => {};
		const placed: string[] = [];
		const uploads = new Uploads(() => new Promise((resolve) => (arrive = resolve)));
		uploads.add({ ...foto, place: ({ id }) => placed.push(id) });
		uploads.drop(uploads.list[0]!);
		arrive({ id: ID, breedte: 1, hoogte: 1 });
		await Promise.resolve();
		expect(placed).toEqual([]);
		expect(uploads.list).toEqual([]);
	});
});
