import { getSchema } from '@tiptap/core';
import type { TagParseRule } from '@tiptap/pm/model';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { adresUitInvoer, veiligAdres } from './adres.ts';
import { plainOf, TEKST_ROOT, TEKST_SHAPE } from './document.ts';
import type { TekstNode } from './node.ts';
import { TEKST_NODES, tekstSchema } from './schema.ts';
import TekstLezen from './TekstLezen.svelte';
import { writeTekst } from './vul.ts';

const ID = 'abcdefghij234567abcd';
const text = (text: string, ...marks: TekstNode['marks'] & object): TekstNode =>
	marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text };
const p = (...content: TekstNode[]): TekstNode => ({ type: 'paragraph', content });
const doc = (...content: TekstNode[]): TekstNode => ({ type: 'doc', content });
const cell = (type: string, value: string): TekstNode => ({
	type,
	attrs: { colspan: 1, rowspan: 1 },
	content: [p(text(value))],
});

const ALLES = doc(
	{
		type: 'heading',
		attrs: { level: 2, agendapunt: ID },
		content: [text('Casus: De brief in de la')],
	},
	p(
		text('Sarıkaş ', { type: 'bold' }),
		text('zegt 😀 ', { type: 'italic' }),
		text('dit', { type: 'link', attrs: { href: 'https://example.org/' } }),
		{ type: 'hardBreak' },
		text('erbij', {
			type: 'voorstelErbij',
			attrs: { id: ID, door: ID, op: '2026-06-11T12:00:00.000Z' },
		}),
	),
	{ type: 'bulletList', content: [{ type: 'listItem', content: [p(text('een'))] }] },
	{
		type: 'orderedList',
		attrs: { start: 3 },
		content: [{ type: 'listItem', content: [p(text('drie'))] }],
	},
	{
		type: 'taskList',
		content: [{ type: 'taskItem', attrs: { checked: true }, content: [p(text('bellen'))] }],
	},
	{ type: 'blockquote', content: [p(text('Niet uit onwil.', { type: 'underline' }))] },
	{ type: 'horizontalRule' },
	{
		type: 'table',
		content: [
			{ type: 'tableRow', content: [cell('tableHeader', 'Wie'), cell('tableHeader', 'Wat')] },
			{ type: 'tableRow', content: [cell('tableCell', 'Joke'), cell('tableCell', 'belt')] },
		],
	},
	{ type: 'afbeelding', attrs: { id: ID, alt: 'De la', breedte: 640, hoogte: 480 } },
	{
		type: 'actiepunt',
		attrs: { id: ID, wie: 'Ruben', wieId: ID, wanneer: '2026-06-18', klaar: false },
		content: [text('zoekt uit wat mag')],
	},
	{ type: 'besluit', attrs: { id: ID }, content: [text('We gaan samen langs.')] },
);

const show = (tekst: TekstNode) =>
	render(TekstLezen, { props: { tekst } }).body.replace(/<!--.*?-->/g, '');
const filled = (tekst: TekstNode) => {
	const live = new Y.Doc();
	writeTekst(live, tekst);
	return live;
};

describe('the schema, without a browser', () => {
	test('has exactly the elements, attributes and marks of the shape', () => {
		const schema = getSchema(TEKST_NODES);
		const own = Object.entries(schema.nodes)
			.filter(([name]) => name !== 'doc' && name !== 'text')
			.map(([name, type]) => [name, Object.keys(type.spec.attrs ?? {}).sort()]);
		const shape = Object.entries(TEKST_SHAPE.elements).map(([name, attributes]) => [
			name,
			[...attributes].sort(),
		]);
		expect(Object.fromEntries(own)).toEqual(Object.fromEntries(shape));
		expect(Object.keys(schema.marks).sort()).toEqual([...TEKST_SHAPE.marks].sort());
	});

	test('a heading shows of which point of the agenda it is the place, and takes that from no paste', () => {
		const heading = tekstSchema().nodes['heading']!;
		const pasted = {
			getAttribute: (name: string) => (name === 'data-agendapunt' ? ID : null),
		} as unknown as HTMLElement;
		const [rule] = heading.spec.parseDOM as TagParseRule[];
		expect(rule!.getAttrs!(pasted)).toEqual({ level: 2 });
		const shown = (attrs: object) => JSON.stringify(heading.spec.toDOM!(heading.create(attrs)));
		expect(shown({ level: 2, agendapunt: ID })).toContain(`"data-agendapunt":"${ID}"`);
		expect(shown({ level: 2 })).not.toContain('agendapunt');
	});

	test('a text goes through Yjs and comes back the same', () => {
		const back = plainOf(filled(ALLES));
		expect(tekstSchema().nodeFromJSON(back).toJSON()).toEqual(
			tekstSchema().nodeFromJSON(ALLES).toJSON(),
		);
	});

	test('all it writes is allowed by the shape', () => {
		const root = filled(ALLES).getXmlFragment(TEKST_ROOT);
		const refused: unknown[] = [];
		let asked = 0;
		const ask = (key: string, value: unknown) => {
			asked++;
			if (!TEKST_SHAPE.allowsValue?.(key, value)) refused.push([key, value]);
		};
		for (const node of root.createTreeWalker(() => true)) {
			if (node instanceof Y.XmlElement)
				for (const [key, value] of Object.entries(node.getAttributes())) ask(key, value);
			if (node instanceof Y.XmlText)
				for (const { attributes } of node.toDelta() as { attributes?: object }[])
					for (const [key, value] of Object.entries(attributes ?? {})) ask(key, value);
		}
		expect(refused).toEqual([]);
		expect(asked).toBeGreaterThan(20);
	});

	test.each([
		['link', { href: 'javascript:alert(1)' }],
		['link', { href: 'https://example.org/', onclick: 'x' }],
		['bold', { style: 'color:red' }],
		['level', 1],
		['wanneer', '2026-02-30x'],
		['agendapunt', '"><script>'],
		['id', '../../etc/passwd'],
		['breedte', '100%'],
		['voorstelErbij', { id: ID, door: ID, op: 'gisteren' }],
		['colour', 'red'],
	])('refuses %s: %j', (key, value) => {
		expect(TEKST_SHAPE.allowsValue?.(key, value)).toBe(false);
	});
});

describe('writing over a text', () => {
	test('leaves what is equal as it was, also when something comes before it', () => {
		const live = filled(doc(p(text('een')), p(text('twee')), p(text('drie'))));
		const root = live.getXmlFragment(TEKST_ROOT);
		const [een, twee, drie] = root.toArray();
		writeTekst(live, doc(p(text('nul')), p(text('een')), p(text('twee!')), p(text('drie'))));
		expect(root.get(1)).toBe(een);
		expect(root.get(2)).toBe(twee);
		expect(root.get(3)).toBe(drie);
		expect(plainOf(live)).toEqual(
			doc(p(text('nul')), p(text('een')), p(text('twee!')), p(text('drie'))),
		);
	});

	test('writing the same again writes nothing', () => {
		const live = filled(ALLES);
		let updates = 0;
		live.on('update', () => updates++);
		writeTekst(live, plainOf(live));
		expect(updates).toBe(0);
	});

	test('keeps what somebody else types at the same moment in a paragraph that stays', () => {
		const here = filled(doc(p(text('een')), p(text('twee'))));
		const there = new Y.Doc();
		Y.applyUpdate(there, Y.encodeStateAsUpdate(here));
		const paragraph = there.getXmlFragment(TEKST_ROOT).get(1) as Y.XmlElement;
		(paragraph.get(0) as Y.XmlText).insert(4, ' en meer');
		writeTekst(here, doc(p(text('een, anders')), p(text('twee'))));
		Y.applyUpdate(here, Y.encodeStateAsUpdate(there));
		expect(plainOf(here)).toEqual(doc(p(text('een, anders')), p(text('twee en meer'))));
	});

	test('empties a text, and refuses what is none', () => {
		const live = filled(ALLES);
		expect(() => writeTekst(live, doc({ type: 'script' }))).toThrow(/script/);
		expect(() => writeTekst(live, doc({ type: 'listItem', content: [p()] }))).toThrow();
		expect(plainOf(live).content).toHaveLength(ALLES.content!.length);
		writeTekst(live, doc());
		expect(plainOf(live)).toEqual(doc());
	});
});

describe('reading without an editor', () => {
	test('shows every kind of node', () => {
		const html = show(ALLES);
		for (const part of [
			`<h2 data-agendapunt="${ID}">Casus: De brief in de la</h2>`,
			'<strong>Sarıkaş </strong>',
			'href="https://example.org/" rel="noopener noreferrer nofollow"',
			'<ol start="3">',
			'Klaar: ',
			'<blockquote>',
			'<hr/>',
			'<th colspan="1" rowspan="1">',
			`src="/afbeeldingen/${ID}"`,
			'Ruben, voor 18 juni 2026',
			'Besluit',
		])
			expect(html).toContain(part);
		expect(html).not.toContain('style=');
	});

	test('a hostile text stays text', () => {
		const html = show(
			doc(
				p(text('<script>alert(1)</script>')),
				p(text('klik', { type: 'link', attrs: { href: ' java\nscript:alert(1)' } })),
				p(text('kleur', { type: 'textStyle', attrs: { style: 'x' } })),
				{ type: 'iframe', attrs: { src: 'https://example.org' } },
				{ type: 'afbeelding', attrs: { id: '"><svg onload=alert(1)>', alt: '' } },
				{ type: 'heading', attrs: { level: '1><script>' }, content: [text('kop')] },
			),
		);
		expect(html).toContain('&lt;script>alert(1)');
		expect(html).toContain('kleur');
		expect(html).toContain('<h2>kop</h2>');
		expect(html).not.toMatch(/<script|href|<svg|<iframe|<img|javascript/i);
	});

	test('a text without an end is cut', () => {
		let deep: TekstNode = p(text('bodem'));
		for (let i = 0; i < 5000; i++) deep = { type: 'blockquote', content: [deep] };
		expect(show(doc(deep))).not.toContain('bodem');
	});
});

describe('addresses', () => {
	test.each([
		'javascript:alert(1)',
		' JaVaScRiPt:alert(1)',
		'java\tscript:alert(1)',
		'\u0001javascript:alert(1)',
		'data:text/html,<script>1</script>',
		'vbscript:x',
		'file:///etc/passwd',
		'//example.org',
		'/pad',
		'',
		null,
		{ toString: () => 'https://x.nl' },
	])('refuses %j', (href) => {
		expect(veiligAdres(href)).toBeUndefined();
		if (typeof href === 'string' && href.includes(':'))
			expect(adresUitInvoer(href)).toBeUndefined();
	});

	test.each([
		['hu.nl', 'https://hu.nl/'],
		['http://hu.nl/a?b=c', 'http://hu.nl/a?b=c'],
		['sanne@hu.nl', 'mailto:sanne@hu.nl'],
		['localhost:3000', undefined],
		['geen adres', undefined],
	])('reads %s as %s', (typed, href) => {
		expect(adresUitInvoer(typed)).toBe(href);
	});
});
