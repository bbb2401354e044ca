import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdownToHtml } from './import-markdown.ts';
import { ANDERS, refuseDocx, refuseMarkdown, STUK, TE_GROOT, zipEntries } from './import-zip.ts';

/** A zip as small as one can be; `unpacked` is what it says of itself. */
function zip(files: Record<string, string>, unpacked?: number): Uint8Array {
	const locals: Buffer[] = [];
	const list: Buffer[] = [];
	for (const [name, text] of Object.entries(files)) {
		const data = deflateRawSync(Buffer.from(text));
		const local = Buffer.alloc(30);
		local.writeUInt32LE(0x04034b50, 0);
		local.writeUInt16LE(name.length, 26);
		const entry = Buffer.alloc(46);
		entry.writeUInt32LE(0x02014b50, 0);
		entry.writeUInt32LE(data.length, 20);
		entry.writeUInt32LE(unpacked ?? text.length, 24);
		entry.writeUInt16LE(name.length, 28);
		locals.push(local, Buffer.from(name), data);
		list.push(entry, Buffer.from(name));
	}
	const offset = Buffer.concat(locals).length;
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(Object.keys(files).length, 10);
	end.writeUInt32LE(offset, 16);
	return new Uint8Array(Buffer.concat([...locals, ...list, end]));
}
const WORD = { '[Content_Types].xml': '<x/>', 'word/document.xml': '<x/>' };
const bytes = (text: string) => new TextEncoder().encode(text);

describe('a Word file', () => {
	test('is taken when it is one', () => {
		expect(refuseDocx(zip(WORD))).toBeUndefined();
		expect(zipEntries(zip(WORD))!.map(({ name }) => name)).toEqual(Object.keys(WORD));
	});

	test.each([
		['a PDF with another name', bytes('%PDF-1.7 …'), ANDERS],
		['another zip with another name', zip({ 'foto.jpg': 'x' }), ANDERS],
		[
			'the Word of before 2007',
			new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Array(100).fill(0)]),
			ANDERS,
		],
		['nothing', new Uint8Array(), ANDERS],
		['a bomb', zip(WORD, 150 * 1_048_576), STUK],
		['one that unpacks to more than we hold', zip(WORD, 101 * 1_048_576), STUK],
		['one with a file outside itself', zip({ ...WORD, '../../etc/x': 'x' }), STUK],
		[
			'one of thousands of files',
			zip({
				...WORD,
				...Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`f${n}`, ''])),
			}),
			STUK,
		],
		['one of more than 20 MB', new Uint8Array(20 * 1_048_576 + 1), TE_GROOT],
	])('is refused when it is %s', (_, file, sentence) => {
		expect(refuseDocx(file)).toBe(sentence);
	});

	test('of whatever bytes is judged, never thrown at', () => {
		const cut = fc.nat({ max: 300 }).map((n) => zip(WORD).slice(0, n));
		const flip = fc
			.tuple(fc.nat({ max: zip(WORD).length - 1 }), fc.nat({ max: 255 }))
			.map(([at, value]) => zip(WORD).with(at, value));
		fc.assert(
			fc.property(fc.oneof(cut, flip, fc.uint8Array({ maxLength: 200 })), (file) => {
				expect([undefined, ANDERS, STUK]).toContain(refuseDocx(file));
			}),
		);
	});
});

describe('Markdown', () => {
	test('is text, and nothing else with that name', () => {
		expect(refuseMarkdown(bytes('# Kop é'))).toBeUndefined();
		expect(refuseMarkdown(new Uint8Array([0x89, 0x50, 0xff]))).toBe(ANDERS);
		expect(refuseMarkdown(bytes('a\0b'))).toBe(ANDERS);
	});

	test('becomes what the editor knows', () => {
		const html = markdownToHtml(
			'---\ntitle: weg\n---\n# Kop\n\n- [x] gedaan\n- [ ] nog niet\n\n3. drie\n\n| a | b |\n|---|---|\n| c | d |\n',
		);
		expect(html).toContain('<h1>Kop</h1>');
		expect(html).toContain('<li data-type="taskItem" data-checked="true"><p>gedaan</p></li>');
		expect(html).toContain('data-checked="false"><p>nog niet</p>');
		expect(html).toContain('<ol start="3"><li>drie</li></ol>');
		expect(html).toContain('<td>c</td>');
		expect(html).not.toContain('weg');
	});

	test('with HTML in it keeps that as words', () => {
		const html = markdownToHtml('Een <b onclick="x">woord</b>\n\n<script>alert(1)</script>\n');
		expect(html).toContain('&lt;b onclick="x"&gt;woord&lt;/b&gt;');
		expect(html).not.toMatch(/<(script|b)/);
	});
});
