import { toonDag } from '#features/datum/toon.ts';
import type { TekstNode } from '#features/tekst/node.ts';
import { actiepuntenOf, besluitenOf } from '#features/verslag/punten.ts';
import { today } from '#server/clock.ts';

/** What stands below the text: what was agreed, once more in a list, and what was corrected. */

const text = (words: string): TekstNode => ({ type: 'text', text: words });
const paragraph = (words: string): TekstNode => ({
	type: 'paragraph',
	...(words && { content: [text(words)] }),
});
const heading = (words: string): TekstNode => ({
	type: 'heading',
	attrs: { level: 2 },
	content: [text(words)],
});
const cell = (type: 'tableHeader' | 'tableCell') => (words: string) => ({
	type,
	content: [paragraph(words)],
});
const row = (type: 'tableHeader' | 'tableCell', ...words: string[]): TekstNode => ({
	type: 'tableRow',
	content: words.map(cell(type)),
});

function besluitenDeel(tekst: TekstNode): TekstNode[] {
	const items = besluitenOf(tekst).map(({ tekst: zin }) => ({
		type: 'listItem',
		content: [paragraph(zin)],
	}));
	return items.length > 0
		? [heading('Besluiten'), { type: 'orderedList', attrs: { start: 1 }, content: items }]
		: [];
}

function actiesDeel(tekst: TekstNode): TekstNode[] {
	const rows = actiepuntenOf(tekst).map(({ tekst: wat, wie, wanneer, klaar }) =>
		row('tableCell', wat, wie, wanneer && toonDag(wanneer), klaar ? 'ja' : 'nee'),
	);
	const head = row('tableHeader', 'Wat', 'Wie', 'Wanneer', 'Klaar');
	return rows.length > 0 ? [heading('Acties'), { type: 'table', content: [head, ...rows] }] : [];
}

interface Erratum {
	tekst: string;
	door: string | null;
	op: Date;
}

const errataDeel = (errata: readonly Erratum[]): TekstNode[] =>
	errata.length > 0
		? [
				heading(errata.length === 1 ? 'Erratum' : 'Errata'),
				...errata.flatMap(({ tekst, door, op }) => {
					const wie = [toonDag(today(op)), door].filter(Boolean).join(', ');
					return [paragraph(tekst), paragraph(wie)];
				}),
			]
		: [];

export const bijlagen = (tekst: TekstNode, errata: readonly Erratum[]): TekstNode[] => [
	...besluitenDeel(tekst),
	...actiesDeel(tekst),
	...errataDeel(errata),
];
