import sharp from 'sharp';
import { describe, expect, test, vi } from 'vitest';
import { renderPdf } from './pdf.ts';
import { claimUa } from './ua.ts';

// the first PDF waits for its compiler
vi.setConfig({ testTimeout: 30_000 });

const CLAIM = '<pdfuaid:part>1</pdfuaid:part>';
const TITLE = '#set document(title: "Titel & <haakjes>")\n';
const PAGE = `#set page(width: 300pt, height: 400pt, margin: 50pt)
#set text(lang: "nl", size: 10pt, font: "Atkinson Hyperlegible Next")
#set table(stroke: 1pt)\n`;
const PICTURE = 'image("/a.png", width: 100pt, height: 50pt';

async function make(source: string): Promise<string> {
	const create = { width: 4, height: 2, channels: 3 as const, background: '#12523d' };
	const bytes = await sharp({ create }).png().toBuffer();
	return Buffer.from(await renderPdf(source, [{ path: '/a.png', bytes }])).toString('latin1');
}

/** As a reader finds them: by the last table, and by the one before for what that does not name. */
function objectsOf(pdf: string): Map<number, string> {
	const objects = new Map<number, string>();
	let table: string | undefined = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf)![1];
	while (table) {
		const part = pdf.slice(Number(table), pdf.indexOf('%%EOF', Number(table)));
		expect(part.startsWith('xref\n')).toBe(true);
		let number = 0;
		for (const [, first, at, used] of part.matchAll(/^(\d+) \d+$|^(\d{10}) \d{5} ([nf]) ?$/gm)) {
			if (first) number = Number(first);
			else if (used === 'f') number++;
			else {
				const object = pdf.slice(Number(at), pdf.indexOf('endobj', Number(at)));
				expect(object.startsWith(`${number} 0 obj\n`)).toBe(true);
				if (!objects.has(number)) objects.set(number, object);
				number++;
			}
		}
		table = /\/Prev (\d+)/.exec(part)?.[1];
	}
	return objects;
}

const only = (pdf: string, kind: string) =>
	[...objectsOf(pdf).values()].filter((object) => object.includes(kind));
/** In the order of the text: the compiler numbers its tags from the end. */
const boxesOf = (pdf: string, kind: 'Figure' | 'Table') =>
	only(pdf, `/S /${kind}\n`)
		.map((tag) => /\/BBox \[(.*)\]/.exec(tag)?.[1]?.split(' ').map(Number))
		.toReversed();

test('says that it is PDF/UA-1, with its title and in metadata that can be read', async () => {
	const pdf = await make(`${TITLE}${PAGE}= Kop\n${'Tekst. '.repeat(900)}`);
	const [metadata = ''] = only(pdf, '/Type /Metadata');
	const xmp = /stream\n([^]*)\nendstream/.exec(metadata)![1]!;
	expect(metadata).toContain(`/Length ${xmp.length}\n`);
	expect(xmp).toContain(CLAIM);
	expect(xmp).toContain('Titel &amp; &lt;haakjes&gt;');
	expect(xmp).toContain('<rdf:li>nl</rdf:li>');
	const open: string[] = [];
	for (const [, end, name, empty] of xmp.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
		if (end) expect(open.pop()).toBe(name);
		else if (!empty) open.push(name!);
	}
	expect(open).toEqual([]);
	expect(only(pdf, '/Type /Catalog')).toEqual([expect.stringContaining('/DisplayDocTitle true')]);
});

describe('says of', () => {
	test('a picture where it stands, also in a list or table', async () => {
		const pdf = await make(
			`${TITLE}${PAGE}#figure(${PICTURE}, alt: "Het (plein)"))
#place(top + left, dx: 20pt, dy: 100pt, ${PICTURE}, alt: "Nog een"))
#pagebreak()
#table(columns: (150pt,), inset: 5pt, [a #${PICTURE}, alt: "In tabel")])`,
		);
		expect(pdf).toContain(CLAIM);
		const [first, second, third] = boxesOf(pdf, 'Figure').toSorted((a, b) => b![3]! - a![3]!);
		expect([first, second]).toEqual([[100, 300, 200, 350], expect.arrayContaining([55])]);
		expect(third).toEqual([70, 200, 170, 250]);
	});

	test('a table where it stands: its lines, and not its notes or what is beside it', async () => {
		const cells = 'columns: (80pt, 40pt), rows: (30pt, 30pt), [a], [b#footnote[Onderaan]], [], [d]';
		const pdf = await make(
			`${TITLE}${PAGE}#place(top + left, dx: 10pt, dy: 50pt, table(${cells}))
#place(top + left, dx: 10pt, dy: 150pt, table(columns: (100pt,), inset: 10pt, table(columns: 2, rows: 20pt, [x], [y])))`,
		);
		expect(pdf).toContain(CLAIM);
		const boxes = boxesOf(pdf, 'Table');
		expect(boxes).toContainEqual([59.5, 239.5, 180.5, 300.5]);
		expect(boxes).toContainEqual([59.5, 159.5, 160.5, 200.5]);
		expect(boxes.find((box) => box![0] === 69.5)).toEqual([69.5, 169.5, expect.any(Number), 190.5]);
	});

	test('a table over more pages nothing: it has no one place', async () => {
		const rows = Array.from({ length: 60 }, (_, row) => `[${row}]`).join(', ');
		const pdf = await make(`${TITLE}${PAGE}#table(columns: 1, ${rows})`);
		expect(pdf).toContain(CLAIM);
		expect(boxesOf(pdf, 'Table')).toEqual([undefined]);
	});
});

describe('claims nothing', () => {
	test.each([
		['without a title', PAGE],
		['with a picture that is not described', `${TITLE}${PAGE}#figure(${PICTURE}))`],
		['with a table that stands nowhere', `${TITLE}${PAGE}#table(columns: 2, [], [])`],
	])('%s', async (_, source) => {
		const pdf = await make(`${source}\nTekst`);
		expect(pdf).not.toContain('pdfuaid');
		expect(pdf).not.toContain('/BBox [');
		expect(only(pdf, '/Type /Catalog')).toEqual([expect.stringContaining('/DisplayDocTitle true')]);
	});

	test('for what is no PDF of the compiler', () => {
		const other = new Uint8Array(Buffer.from('%PDF-1.7\nstartxref\n5\n%%EOF\n'));
		expect(claimUa(other)).toBe(other);
	});
});
