import { refOf, valueOf, type PdfObjects } from './objects.ts';
import { around, boxesOf, contentOf, holds, type Box, type PageBoxes } from './page-boxes.ts';

/** A piece of content: the page it is on and its number there. */
interface Piece {
	page: number;
	id: number;
}
type Tag = readonly [number: number, object: string];

/** What stands in a tag itself: its own page's pieces by their number, those of others in full. */
function piecesIn(tag: string): Piece[] {
	const kids = /^ {2}\/K \[([^]*?)\]$/m.exec(tag)?.[1] ?? '';
	const page = refOf(tag, 'Pg') ?? 0;
	const own = kids.replace(/<<[^]*?>>|\d+ 0 R/g, '').matchAll(/\d+/g);
	const others = kids.matchAll(/\/MCID (\d+)\s+\/Pg (\d+) 0 R/g);
	return [
		...[...own].map(([id]) => ({ page, id: Number(id) })),
		...[...others].map(([, id, other]) => ({ page: Number(other), id: Number(id) })),
	];
}

/** A note hangs on a word in a table, but stands at the foot of the page. */
const parentOf = (tag: string) => (valueOf(tag, 'S') === '/Note' ? undefined : refOf(tag, 'P'));

/** Per tag, the pieces in it and in all that it holds. */
function piecesOf(tags: readonly Tag[]): Map<number, Piece[]> {
	const parents = new Map(tags.map(([number, tag]) => [number, parentOf(tag)]));
	const pieces = new Map(tags.map(([number]): [number, Piece[]] => [number, []]));
	for (const [number, tag] of tags) {
		const own = piecesIn(tag);
		for (let at: number | undefined = number; at; at = parents.get(at))
			pieces.get(at)?.push(...own);
	}
	return pieces;
}

/** Each page is read once, and only if a figure or table on it asks where it is. */
function pagesOf({ objects }: PdfObjects) {
	const pages = new Map<number, PageBoxes>();
	return (number: number): PageBoxes => {
		const known = pages.get(number);
		if (known) return known;
		const content = refOf(objects.get(number) ?? '', 'Contents') ?? 0;
		const page = boxesOf(contentOf(objects.get(content) ?? ''));
		pages.set(number, page);
		return page;
	};
}

const size = ([left, bottom, right, top]: Box) => (right - left) * (top - bottom);

function figureBox(pieces: readonly Piece[], pageOf: (page: number) => PageBoxes) {
	const drawn = pieces.flatMap(({ page, id }) => pageOf(page).pictures.get(id) ?? []);
	return drawn.length > 0 ? around(drawn) : undefined;
}

/**
 * The lines around most that is in it (a long word may run over the edge, and what comes after it),
 * and not those of a table that it is itself in. They are then taken: a table may have nothing in
 * it but another one.
 */
function tableBox(pieces: readonly Piece[], pageOf: (page: number) => PageBoxes) {
	const [first] = pieces;
	if (!first) return undefined;
	const { begins, grids } = pageOf(first.page);
	const inside = pieces.flatMap(({ id }) => begins.get(id) ?? []);
	const [best] = [...grids]
		.map((grid) => ({ grid, held: inside.filter((one) => holds(grid, one)).length }))
		.filter(({ held }) => held > 0)
		.toSorted((a, b) => b.held - a.held || size(a.grid) - size(b.grid));
	if (best) grids.delete(best.grid);
	return best?.grid;
}

function boxed(tag: string, box: Box | undefined): string | undefined {
	if (!box?.every(Number.isFinite)) return undefined;
	const numbers = box.map((number) => Math.round(number * 1000) / 1000).join(' ');
	const changed = tag.replace(/^ +\/O \/Layout$/m, `$&\n    /BBox [${numbers}]`);
	return changed !== tag ? changed : undefined;
}

/**
 * The tags of figures, and of tables that stand on one page, with where they stand (ISO 32000-1,
 * table 344). Undefined when of one of them that is not found, or when a figure is not described.
 */
export function boxedTags(file: PdfObjects): [number, string][] | undefined {
	const tags = [...file.objects].filter(([, object]) => valueOf(object, 'Type') === '/StructElem');
	const pieces = piecesOf(tags);
	const pageOf = pagesOf(file);
	const changed: [number, string | undefined][] = [];
	// a tag has a lower number than what it holds: what is inside comes first
	for (const [number, tag] of tags.toReversed()) {
		const kind = valueOf(tag, 'S');
		const own = pieces.get(number) ?? [];
		if (kind === '/Figure')
			changed.push([number, valueOf(tag, 'Alt') && boxed(tag, figureBox(own, pageOf))]);
		if (kind === '/Table' && new Set(own.map(({ page }) => page)).size < 2)
			changed.push([number, boxed(tag, tableBox(own, pageOf))]);
	}
	return changed.every((one): one is [number, string] => Boolean(one[1])) ? changed : undefined;
}
