import fc from 'fast-check';
import { marked } from 'marked';
import mammoth from 'mammoth';
import sharp from 'sharp';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { printable } from '#server/pdf/fonts.ts';
import { renderPdf } from '#server/pdf/pdf.ts';
import { docxOf } from './docx.server.ts';
import { htmlOf } from './html.server.ts';
import { markdownOf } from './markdown.server.ts';
import { typstOf } from './typst.server.ts';
import { placeCells } from './table.server.ts';
import type { Beeld, Stuk } from './export.server.ts';
import type { TekstNode } from '#features/tekst/node.ts';

// the first PDF waits for its compiler
vi.setConfig({ testTimeout: 30_000 });

const ID = 'aaaaaaaaaaaaaaaaaaaa';
const t = (text: string, ...types: string[]): TekstNode => ({
	type: 'text',
	text,
	...(types.length && {
		marks: types.map((type) =>
			type.startsWith('http') ? { type: 'link', attrs: { href: type } } : { type },
		),
	}),
});
const n = (type: string, attrs?: TekstNode['attrs'], ...content: TekstNode[]): TekstNode => ({
	type,
	...(attrs && { attrs }),
	...(content.length && { content }),
});
const p = (...content: TekstNode[]) => n('paragraph', undefined, ...content);
const li = (text: string, ...more: TekstNode[]) => n('listItem', undefined, p(t(text)), ...more);
const td = (text: string, attrs: TekstNode['attrs'] = {}, type = 'tableCell') =>
	n(type, { colspan: 1, rowspan: 1, ...attrs }, p(t(text)));
const tr = (...cells: TekstNode[]) => n('tableRow', undefined, ...cells);

let beeld: Beeld;
const stuk = (...content: TekstNode[]): Stuk => ({
	titel: 'De brief & het <plein>',
	werkplaats: 'Werkplaats Zuid',
	gemaakt: '21 november 2026',
	feiten: [{ label: 'Plaats', waarde: 'Huis van de Wijk' }],
	status: 'Concept',
	tekst: n('doc', undefined, ...content),
	beelden: new Map([[ID, beeld]]),
});
const ALLES = () =>
	stuk(
		n('heading', { level: 2 }, t('Casus')),
		p(t('Mevrouw Sarıkaş '), t('belde', 'bold'), t(' de '), t('site', 'https://a.nl/?b=1&c=2')),
		n('heading', { level: 4 }, t('Dieper')),
		n('bulletList', undefined, li('punt', n('orderedList', { start: 3 }, li('drie'), li('vier')))),
		n('taskList', undefined, n('taskItem', { checked: true }, p(t('gedaan')))),
		n('blockquote', undefined, p(t('Zo zei zij het'))),
		n(
			'table',
			undefined,
			tr(td('Wie', {}, 'tableHeader'), td('Wat', {}, 'tableHeader')),
			tr(td('Anna', { rowspan: 2 }), td('belt')),
			tr(td('schrijft')),
		),
		n(
			'actiepunt',
			{ id: ID, wie: 'Anna', wieId: '', wanneer: '2026-12-01', klaar: false },
			t('Bel de school'),
		),
		n('besluit', { id: ID }, t('Wij gaan door')),
		n('afbeelding', { id: ID, alt: 'Het plein', breedte: 40, hoogte: 20 }),
		n('horizontalRule'),
		p(t('een'), n('hardBreak'), t('twee', 'italic', 'underline', 'strike')),
	);

beforeAll(async () => {
	const create = { width: 40, height: 20, channels: 3 as const, background: '#12523d' };
	const bytes = await sharp({ create }).jpeg().toBuffer();
	beeld = { bytes, soort: 'jpg', breedte: 40, hoogte: 20 };
});

/** Any letter, sign and half letter there is. */
const anything = (maxLength: number) =>
	fc
		.array(fc.integer({ min: 0, max: 0xffff }), { maxLength })
		.map((units) => String.fromCharCode(...units));

describe('HTML', () => {
	test('has the whole text, in Dutch, with nothing that is fetched', () => {
		const html = htmlOf(ALLES());
		expect(html).toContain('<html lang="nl">');
		expect(html).toContain('<h1>De brief &amp; het &lt;plein&gt;</h1>');
		expect(html).toContain(
			'<a href="https://a.nl/?b=1&amp;c=2" rel="noopener noreferrer">site</a>',
		);
		expect(html).toContain('<h3>Dieper</h3>');
		expect(html).toContain('<ol start="3"><li><p>drie</p></li>');
		expect(html).toContain('<td rowspan="2"><p>Anna</p></td>');
		expect(html).toContain(
			'<strong>Actie:</strong> Bel de school <em>(Anna, voor 1 december 2026)',
		);
		expect(html).toContain('alt="Het plein" width="40" height="20">');
		expect(html.match(/(?:src|href)="(?!data:|https:\/\/a\.nl)/)).toBeNull();
	});

	test('of whatever somebody wrote is only what we write ourselves', () => {
		const attack = fc.constantFrom(
			'<script>',
			'"><img src=x onerror=alert(1)>',
			"' onload='",
			'&lt;',
		);
		fc.assert(
			fc.property(fc.oneof(attack, anything(30)), (text) => {
				const one = stuk(
					p(t(text, text), t(text, `https://a.nl/${text}`)),
					n('heading', { level: text }, t(text)),
					n('afbeelding', { id: text, alt: text }),
					n(text, undefined, t(text)),
				);
				const html = htmlOf({ ...one, titel: text, status: text });
				const tags = new Set([...html.matchAll(/<\/?([^\s>]*)/g)].map(([, tag]) => tag));
				expect([...tags].sort()).toEqual(
					expect.not.arrayContaining(['script', 'img', 'svg', 'iframe']),
				);
				expect(html).not.toMatch(/<[^>]*\son\w+=/i);
			}),
			{ numRuns: 40 },
		);
	});

	test('of a link to a script keeps only the words', () => {
		const link = (href: string): TekstNode => ({
			...t('klik'),
			marks: [{ type: 'link', attrs: { href } }],
		});
		const html = htmlOf(stuk(p(link('javascript:alert(1)'), link('data:text/html,x'))));
		expect(html).toContain('<p>klikklik</p>');
	});
});

describe('Markdown', () => {
	test('reads back as the same text', async () => {
		const html = await marked(markdownOf(ALLES()));
		expect(html).toContain('<h1>De brief &amp; het &lt;plein&gt;</h1>');
		expect(html).toContain('<strong>belde</strong>');
		expect(html).toContain('<a href="https://a.nl/?b=1&amp;c=2">site</a>');
		expect(html).toMatch(/<ol start="3">\s*<li>drie<\/li>/);
		expect(html).toMatch(/checked.*gedaan/s);
		expect(html).toMatch(/<blockquote>\s*<p>Zo zei zij het/);
		expect(html).toMatch(/<th>Wie<\/th>\s*<th>Wat<\/th>/);
		expect(html).toContain('<img src="data:image/jpeg;base64,');
		expect(html).toMatch(/een<br>/);
	});

	test('of signs that mean something keeps them as signs', async () => {
		for (const text of [
			'# geen kop',
			'1. geen lijst',
			'- geen punt',
			'*ster*',
			'<b>',
			'[a](b)',
			'> x',
		]) {
			const html = await marked(markdownOf(stuk(p(t(text)))));
			const written = text.replace('<', '&lt;').replace('>', '&gt;');
			expect(html).toContain(`<p>${written}</p>`);
		}
	});
});

describe('docx', () => {
	test('reads back with its headings, lists, table, picture and links', async () => {
		const buffer = Buffer.from(await docxOf(ALLES()));
		const { value } = await mammoth.convertToHtml({ buffer });
		expect(value).toContain('<h1>Casus</h1>');
		expect(value).toContain('<h2>Dieper</h2>');
		expect(value).toContain('<strong>belde</strong>');
		expect(value).toContain('<a href="https://a.nl/?b=1&amp;c=2">');
		expect(value).toMatch(/<ul><li>punt<ol><li>drie<\/li><li>vier<\/li><\/ol><\/li>/);
		expect(value).toContain('<td rowspan="2"><p>Anna</p></td>');
		expect(value).toContain('<img alt="Het plein" src="data:image/jpeg;base64,');
		expect(value).toContain('Sarıkaş');
		const { value: text } = await mammoth.extractRawText({ buffer });
		expect(text).toContain('Bel de school (Anna, voor 1 december 2026)');
		expect(text).toContain('☑ gedaan');
	});

	test('opens whatever is in it', async () => {
		await fc.assert(
			fc.asyncProperty(anything(50), async (text) => {
				const one = stuk(p(t(text)), n('table', undefined, tr(n('tableCell')), tr()));
				const buffer = Buffer.from(await docxOf({ ...one, titel: text }));
				await expect(mammoth.extractRawText({ buffer })).resolves.toBeDefined();
			}),
			{ numRuns: 25 },
		);
	});
});

describe('PDF', () => {
	const files = () => [{ path: `/${ID}.jpg`, bytes: beeld.bytes }];
	const asText = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1');

	test('has tags, a language and a title', async () => {
		const pdf = asText(await renderPdf(typstOf(ALLES()), files()));
		expect(pdf.startsWith('%PDF-1.7')).toBe(true);
		expect(pdf).toContain('De brief');
		expect(pdf).toContain('/StructTreeRoot');
		expect(pdf).toContain('/Lang (nl-NL)');
		// the last catalog is the one that counts, and it is where the file says
		const catalog = pdf.slice(Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf)![1]));
		const at = Number(/(\d{10}) 00000 n \ntrailer/.exec(catalog)![1]);
		const last = pdf.slice(at, pdf.indexOf('endobj', at));
		expect(last).toMatch(/^\d+ 0 obj\s*<<[^]*\/Type \/Catalog[^]*\/DisplayDocTitle true/);
		expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>');
		// 40 by 20 on the screen, in the middle between margins of 20 mm
		const [left, bottom, right, top] = /\/BBox \[(\S+) (\S+) (\S+) (\S+)\]\s+\/Placement/
			.exec(pdf)!
			.slice(1)
			.map(Number) as [number, number, number, number];
		expect([right - left, top - bottom, (left + right) / 2]).toEqual(
			[20, 10, 595.276 / 2].map((points) => expect.closeTo(points, 1)),
		);
	});

	test('prints letters and signs of others, and says what it cannot print', async () => {
		expect(printable('Привет سلام 🎉 👩‍👩‍👧 ❤️ ☑ é')).toBe('Привет سلام 🎉 👩‍👩‍👧 ❤️ ☑ é');
		expect(printable('a你b')).toBe('a▯b');
		const whole = typstOf(stuk(p(t('Привет 🎉'))));
		expect(whole).not.toContain('▯');
		expect(asText(await renderPdf(whole))).toMatch(
			/NotoEmoji[^]*DejaVuSans|DejaVuSans[^]*NotoEmoji/,
		);
		const partly = typstOf(stuk(p(t('你好', 'https://a.nl/你'))));
		expect(partly).toContain('▯ staat voor een teken dat we niet kunnen afdrukken.');
		// where a link goes is not printed
		expect(partly).toContain('#link("https://a.nl/%E4%BD%A0")');
	});

	test('claims PDF/UA-1 also of what is hardly anything', async () => {
		const cell = n('tableCell');
		const lege = stuk(
			n('heading', { level: 2 }),
			n('heading', { level: 4 }, t('Diep')),
			n('table', undefined, tr(cell, cell), tr(cell, td('')), tr(cell, cell)),
			n('afbeelding', { id: ID, alt: ' ' }),
		);
		const source = typstOf({ ...lege, titel: ' ' });
		expect(source).toContain('#set document(title: "Zonder titel"');
		expect(source).toContain('#heading(level: 1)[#"Diep";]');
		expect(source).not.toContain('#heading(level: 2)');
		const pdf = asText(await renderPdf(source, files()));
		expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>');
		expect(pdf.match(/\/BBox \[/g)).toHaveLength(2);
	});

	test('puts the head of a table on one page only, when there is a link in it', () => {
		const head = (...types: string[]) =>
			typstOf(
				stuk(n('table', undefined, tr(n('tableHeader', {}, p(t('kop', ...types)))), tr(td('x')))),
			);
		expect(head()).toContain('table.header(repeat: true, ');
		expect(head('https://a.nl/')).toContain('table.header(repeat: false, ');
	});

	test('shows what is done and what is not', () => {
		const taak = (checked: boolean, text: string) => n('taskItem', { checked }, p(t(text)));
		const source = typstOf(
			stuk(n('taskList', undefined, taak(true, 'gedaan'), taak(false, 'nog niet'))),
		);
		expect(source).toMatch(/#vink\(true\);.*gedaan/);
		expect(source).toMatch(/#vink\(false\);.*nog niet/);
	});

	test('draws one line at a word: of two nobody could hear which is which', () => {
		const source = typstOf(
			stuk(
				p(t('weg', 'underline', 'strike', 'https://a.nl/'), t('ook', 'https://b.nl/', 'underline')),
			),
		);
		expect(source).not.toContain('#underline[#underline');
		expect(source).not.toMatch(/#strike\[[^\]]*#underline|#underline\[[^\]]*#strike/);
		expect(source).toContain('#strike[');
	});

	test('is made of whatever somebody wrote', async () => {
		const nasty = [
			'#panic()',
			'$x$',
			'\\',
			'"',
			'`',
			'*_',
			'@a <b>',
			'// x',
			')]}',
			'\u2028',
			'🦜 ١٢',
		];
		const cells = nasty.map((text) => tr(td(text, { colspan: 3, rowspan: 4 }), td(text)));
		await expect(
			renderPdf(
				typstOf({
					...stuk(
						...nasty.flatMap((text) => [p(t(text, 'bold', 'https://a.nl/"#')), li(text), p()]),
						n('table', undefined, ...cells),
						n('table', undefined, tr()),
						n('bulletList'),
						n('orderedList', { start: -3 }, li('x')),
						n('afbeelding', { id: '../main', alt: '"' }),
					),
					titel: nasty.join(' '),
				}),
			),
		).resolves.toBeInstanceOf(Uint8Array);
	});
});

test('a table that is all spans holds nobody up, and no two cells lie over each other', () => {
	const cell = { type: 'tableCell', attrs: { colspan: 34, rowspan: 1000 } };
	const row = { type: 'tableRow', content: Array.from({ length: 100 }, () => cell) };
	const { columns, rows } = placeCells({ type: 'table', content: Array(300).fill(row) });
	expect(columns).toBe(68);
	expect(rows.flat().map(({ x, y, rowspan }) => [x, y, rowspan])).toEqual([
		[0, 0, 300],
		[34, 0, 300],
	]);
});
