import { expect, test, vi } from 'vitest';
import { PdfFailed, renderPdf } from '#server/pdf/pdf.ts';
import type { TekstNode } from '#features/tekst/node.ts';
import { withoutSpans } from './table.server.ts';

// the first PDF waits for its compiler
vi.setConfig({ testTimeout: 60_000 });

const cell = (text: string, colspan = 1, rowspan = 1, type = 'tableCell'): TekstNode => ({
	type,
	attrs: { colspan, rowspan },
	content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
const table = (...rows: TekstNode[][]): TekstNode => ({
	type: 'table',
	content: rows.map((content) => ({ type: 'tableRow', content })),
});
const words = (node: TekstNode): string =>
	node.text ?? (node.content ?? []).map(words).join(node.type === 'tableRow' ? '|' : '');

test('a table without spans has each cell in its first place, and empty ones in what it covered', () => {
	const inner = table([cell('i', 2)], [cell('j'), cell('k')]);
	const whole: TekstNode = {
		type: 'doc',
		content: [
			table(
				[cell('A', 2, 1, 'tableHeader'), cell('B', 1, 1, 'tableHeader')],
				[cell('a', 1, 2), cell('b', 2)],
				[cell('c'), { type: 'tableCell', content: [inner] }],
			),
			table([cell('x'), cell('y')]),
		],
	};
	const [first, second] = withoutSpans(whole).content!;
	expect(first!.content!.map((row) => row.content!.map(({ type }) => type))).toEqual([
		['tableHeader', 'tableHeader', 'tableHeader'],
		['tableCell', 'tableCell', 'tableCell'],
		['tableCell', 'tableCell', 'tableCell'],
	]);
	expect(first!.content!.map(words)).toEqual(['A||B', 'a|b|', '|c|i|j|k']);
	expect(JSON.stringify(first)).not.toMatch(/span":[^1]/);
	expect(second).toEqual(whole.content![1]);
});

test('after one that fails the next is made', async () => {
	await expect(renderPdf('#panic()')).rejects.toThrow(PdfFailed);
	await expect(renderPdf('Tekst')).resolves.toBeInstanceOf(Uint8Array);
});
