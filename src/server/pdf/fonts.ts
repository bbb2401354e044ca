import { singleton } from '../singleton.ts';
import bold from './fonts/atkinson-bold.ttf?inline';
import boldItalic from './fonts/atkinson-bold-italic.ttf?inline';
import regular from './fonts/atkinson-regular.ttf?inline';
import italic from './fonts/atkinson-regular-italic.ttf?inline';
import title from './fonts/averia-bold.ttf?inline';
import other from './fonts/dejavu-sans.ttf?inline';
import emoji from './fonts/noto-emoji.ttf?inline';

const decode = (url: string) => Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');

/** The typefaces of a PDF: ours, and two for letters and signs that ours does not have. */
export const fonts = () =>
	singleton('pdf-fonts', () =>
		[regular, italic, bold, boldItalic, title, other, emoji].map(decode),
	);

/** In place of what no typeface has, such as Chinese. */
export const UNPRINTABLE = '\u25af';
/** No sign of its own: it joins or varies the letters beside it. */
const INVISIBLE = /[\s\p{Default_Ignorable_Code_Point}]/u;

const known = () =>
	singleton('pdf-letters', () => {
		const points = new Set<number>();
		for (const url of [regular, other, emoji])
			for (const point of pointsIn(decode(url))) points.add(point);
		return points;
	});

/** The text as it can be printed: a box for each letter that no typeface has. */
export const printable = (text: string): string =>
	[...text]
		.map((letter) =>
			known().has(letter.codePointAt(0)!) || INVISIBLE.test(letter) ? letter : UNPRINTABLE,
		)
		.join('');

/** The code points that a TrueType font has a sign for: its table `cmap`, formats 4 and 12. */
export function* pointsIn(font: Buffer): Generator<number> {
	const tables = font.readUInt16BE(4);
	for (let table = 0; table < tables; table++) {
		const at = 12 + table * 16;
		if (font.toString('latin1', at, at + 4) === 'cmap')
			yield* pointsOf(font.subarray(font.readUInt32BE(at + 8)));
	}
}

function* pointsOf(cmap: Buffer): Generator<number> {
	for (let table = 0; table < cmap.readUInt16BE(2); table++) {
		const part = cmap.subarray(cmap.readUInt32BE(4 + table * 8 + 4));
		const format = part.readUInt16BE(0);
		if (format === 12) yield* groups(part);
		if (format === 4) yield* segments(part);
	}
}

function* groups(part: Buffer): Generator<number> {
	for (let group = 0; group < part.readUInt32BE(12); group++) {
		const at = 16 + group * 12;
		const [first, last] = [part.readUInt32BE(at), part.readUInt32BE(at + 4)];
		for (let point = first; point <= last; point++) yield point;
	}
}

function* segments(part: Buffer): Generator<number> {
	const size = part.readUInt16BE(6);
	const [ends, starts] = [14, 16 + size];
	for (let at = 0; at < size; at += 2) {
		const [first, last] = [part.readUInt16BE(starts + at), part.readUInt16BE(ends + at)];
		const delta = part.readUInt16BE(starts + size + at);
		const offsetAt = starts + 2 * size + at;
		const offset = part.readUInt16BE(offsetAt);
		for (let point = first; point <= last && point !== 0xffff; point++) {
			const glyph = offset ? part.readUInt16BE(offsetAt + offset + 2 * (point - first)) : point;
			if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) yield point;
		}
	}
}
