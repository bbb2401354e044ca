import { inflateSync } from 'node:zlib';
import { valueOf } from './objects.ts';

/** Left, bottom, right, top, in points from the corner below left. */
export type Box = readonly [number, number, number, number];

/** What stands where on a page. */
export interface PageBoxes {
	/** Per piece of content that has a tag: the pictures in it, and where each of its drawings begins. */
	pictures: ReadonlyMap<number, readonly Box[]>;
	begins: ReadonlyMap<number, readonly Box[]>;
	/** Lines that touch each other, as those around and between the cells of a table. */
	grids: Set<Box>;
}

/** As PDF writes a change of place and size: x' = ax + cy + e, y' = bx + dy + f. */
type Matrix = readonly [number, number, number, number, number, number];
const SAME: Matrix = [1, 0, 0, 1, 0, 0];
/** Lines of a table meet exactly; this is less than any room between two of them. */
const TOUCH = 0.1;
/** A table of one cell has as many lines. */
const LINES = 4;

const multiply = (
	[a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[],
	[A, B, C, D, E, F]: Matrix,
): Matrix => [
	a * A + b * C,
	a * B + b * D,
	c * A + d * C,
	c * B + d * D,
	e * A + f * C + E,
	e * B + f * D + F,
];

export const around = (boxes: readonly Box[]): Box => [
	Math.min(...boxes.map(([left]) => left)),
	Math.min(...boxes.map(([, bottom]) => bottom)),
	Math.max(...boxes.map(([, , right]) => right)),
	Math.max(...boxes.map(([, , , top]) => top)),
];

function place([a, b, c, d, e, f]: Matrix, x: number, y: number): Box {
	const [left, bottom] = [a * x + c * y + e, b * x + d * y + f];
	return [left, bottom, left, bottom];
}

/** Whether the second box lies in the first, or almost. */
export const holds = (outer: Box, inner: Box) =>
	outer[0] <= inner[0] + TOUCH &&
	outer[1] <= inner[1] + TOUCH &&
	outer[2] >= inner[2] - TOUCH &&
	outer[3] >= inner[3] - TOUCH;

const touches = (one: Box, other: Box) =>
	one[0] <= other[2] + TOUCH &&
	other[0] <= one[2] + TOUCH &&
	one[1] <= other[3] + TOUCH &&
	other[1] <= one[3] + TOUCH;

/** Lines that touch each other, directly or by others. */
function gridsOf(lines: readonly Box[]): Box[] {
	let groups: Box[][] = [];
	for (const line of lines) {
		const joins = (group: readonly Box[]) => group.some((other) => touches(line, other));
		groups = [...groups.filter((group) => !joins(group)), [line, ...groups.filter(joins).flat()]];
	}
	return groups.filter(({ length }) => length >= LINES).map(around);
}

/** A page's own words: what to draw, one thing a line. */
export function contentOf(stream: string): string {
	const begin = stream.indexOf('stream\n') + 'stream\n'.length;
	const bytes = Buffer.from(stream.slice(begin, stream.lastIndexOf('\nendstream')), 'latin1');
	const packed = valueOf(stream, 'Filter') === '/FlateDecode';
	return (packed ? inflateSync(bytes) : bytes).toString('latin1');
}

/** Follows what is drawn, as far as it says where pictures, words and lines are. */
class Pen {
	#matrix = SAME;
	#kept: Matrix[] = [];
	/** The tags that are open; undefined for what is drawn only. */
	#open: (number | undefined)[] = [];
	#next: number | undefined;
	#path: Box[] = [];
	readonly pictures = new Map<number, Box[]>();
	readonly begins = new Map<number, Box[]>();
	readonly lines: Box[] = [];

	follow(line: string) {
		const words = line.trim().split(' ');
		const values = words.map(Number);
		const [x = 0, y = 0] = values;
		switch (words[0] === '/MCID' ? words[0] : words.at(-1)) {
			case 'q':
				return this.#kept.push(this.#matrix);
			case 'Q':
				return (this.#matrix = this.#kept.pop() ?? SAME);
			case 'cm':
				this.#matrix = multiply(values, this.#matrix);
				return this.#note(this.begins, place(this.#matrix, 0, 0));
			case 'Do':
				return this.#note(this.pictures, this.#unit());
			case '/MCID':
				return (this.#next = y);
			case 'BMC':
			case 'BDC':
				this.#open.push(this.#next);
				return (this.#next = undefined);
			case 'EMC':
				return this.#open.pop();
			case 'm':
				return (this.#path = [place(this.#matrix, x, y)]);
			case 'l':
				return this.#path.push(place(this.#matrix, x, y));
			case 'S':
				return this.lines.push(around(this.#path));
		}
	}

	#note(where: Map<number, Box[]>, box: Box) {
		const tag = this.#open.findLast((id) => id !== undefined);
		if (tag !== undefined) where.set(tag, [...(where.get(tag) ?? []), box]);
	}

	/** A picture is drawn in a square of one by one, which the matrix gives its place and size. */
	#unit = () => around([0, 1].flatMap((x) => [0, 1].map((y) => place(this.#matrix, x, y))));
}

export function boxesOf(content: string): PageBoxes {
	const pen = new Pen();
	for (const line of content.split('\n')) pen.follow(line);
	const { pictures, begins, lines } = pen;
	return { pictures, begins, grids: new Set(gridsOf(lines)) };
}
