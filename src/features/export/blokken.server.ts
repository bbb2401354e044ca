import type { TekstNode } from '#features/tekst/node.ts';

/** What stands around the text, made of the same blocks. */

const text = (words: string): TekstNode => ({ type: 'text', text: words });
export const paragraph = (words: string): TekstNode => ({
	type: 'paragraph',
	...(words && { content: [text(words)] }),
});
export const heading = (words: string): TekstNode => ({
	type: 'heading',
	attrs: { level: 2 },
	content: [text(words)],
});
export const orderedList = (items: readonly string[]): TekstNode => ({
	type: 'orderedList',
	attrs: { start: 1 },
	content: items.map((words) => ({ type: 'listItem', content: [paragraph(words)] })),
});

const cell = (type: 'tableHeader' | 'tableCell') => (words: string) => ({
	type,
	content: [paragraph(words)],
});
export const row = (type: 'tableHeader' | 'tableCell', ...words: string[]): TekstNode => ({
	type: 'tableRow',
	content: words.map(cell(type)),
});
