import { attrNumber } from './export.server.ts';
import type { TekstNode } from '#features/tekst/node.ts';

/** More columns than this are no table on paper. */
const WIDEST = 100;

export interface PlacedCell {
	node: TekstNode;
	x: number;
	y: number;
	colspan: number;
	rowspan: number;
}

const within = (value: number, most: number) => Math.min(Math.max(value, 1), most);

/** Where so many columns next to each other are free; looked for once, for a table may be all spans. */
function firstFit(free: readonly number[], colspan: number, y: number): number | undefined {
	let x = 0;
	for (let at = 0; at < x + colspan; at++) {
		if ((free[at] ?? 0) > y) x = at + 1;
		if (x + colspan > WIDEST) return undefined;
	}
	return x;
}

/**
 * Where each cell of a table stands: at the first place in its row where all of it fits, as in a
 * browser, except that no two cells ever lie over each other and none reaches below the last row.
 */
export function placeCells(table: TekstNode): { columns: number; rows: PlacedCell[][] } {
	const source = (table.content ?? []).filter(({ content }) => content?.length);
	/** Per column, the first row that is free in it. */
	const free: number[] = [];
	const rows = source.map((row, y) =>
		(row.content ?? []).flatMap((node): PlacedCell[] => {
			const colspan = within(attrNumber(node, 'colspan', 1), WIDEST);
			const rowspan = within(attrNumber(node, 'rowspan', 1), source.length - y);
			const x = firstFit(free, colspan, y);
			if (x === undefined) return [];
			for (let n = 0; n < colspan; n++) free[x + n] = y + rowspan;
			return [{ node, x, y, colspan, rowspan }];
		}),
	);
	return { columns: free.length, rows };
}

/** The first row names the columns. */
export const hasHead = (rows: readonly PlacedCell[][]): boolean =>
	rows[0]?.every(({ node, rowspan }) => node.type === 'tableHeader' && rowspan === 1) ?? false;

/** Where cells reach over others, each in its first place, and an empty one in those it covered. */
function flat(table: TekstNode): TekstNode {
	const { columns, rows } = placeCells(table);
	if (!rows.flat().some(({ colspan, rowspan }) => colspan > 1 || rowspan > 1)) return table;
	const head = hasHead(rows);
	return {
		...table,
		content: rows.map((cells, y) => {
			const empty = { type: y === 0 && head ? 'tableHeader' : 'tableCell' };
			const row: TekstNode[] = Array.from({ length: columns }, () => empty);
			for (const { node, x } of cells)
				row[x] = { ...node, attrs: { ...node.attrs, colspan: 1, rowspan: 1 } };
			return { type: 'tableRow', content: row };
		}),
	};
}

/** The text with tables in which every cell has one place of its own. */
export function withoutSpans(tekst: TekstNode): TekstNode {
	const node = tekst.content ? { ...tekst, content: tekst.content.map(withoutSpans) } : tekst;
	return node.type === 'table' ? flat(node) : node;
}
