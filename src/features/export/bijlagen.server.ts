import { toonDag } from '#features/datum/toon.ts';
import type { TekstNode } from '#features/tekst/node.ts';
import { actiepuntenOf, besluitenOf } from '#features/verslag/punten.ts';
import { today } from '#server/clock.ts';
import { heading, orderedList, paragraph, row } from './blokken.server.ts';

/** What stands below the text: what was agreed, once more in a list, and what was corrected. */

function besluitenDeel(tekst: TekstNode): TekstNode[] {
	const zinnen = besluitenOf(tekst).map(({ tekst: zin }) => zin);
	return zinnen.length > 0 ? [heading('Besluiten'), orderedList(zinnen)] : [];
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
