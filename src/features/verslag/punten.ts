import type { TekstNode } from '#features/tekst/node.ts';

/** What was agreed, as it stands in a text. Pure: used by the projection and by what goes out. */

export interface ActiepuntInTekst {
	/** Of the node; empty when it has none that can be one. */
	id: string;
	tekst: string;
	wie: string;
	wieId: string;
	wanneer: string;
	klaar: boolean;
}

export interface BesluitInTekst {
	id: string;
	tekst: string;
}

const ID = /^[a-z2-7]{20}$/;
/** More is no verslag; and what a text can hold must never be more than a row of ids can. */
const MOST = 1000;
/** A row is a line in a list, not a book. */
const LONGEST = 2000;
const LONGEST_NAME = 200;

/** Every node, in the order in which one reads. */
export function* nodesIn(node: TekstNode): Generator<TekstNode> {
	yield node;
	for (const child of node.content ?? []) yield* nodesIn(child);
}

const BREAKS = new Set(['hardBreak', 'paragraph', 'heading', 'listItem', 'taskItem', 'tableCell']);

/** The text of a node as one line. */
export function textOf(node: TekstNode): string {
	let text = '';
	for (const { type, text: own = '' } of nodesIn(node)) text += BREAKS.has(type) ? ' ' : own;
	return text.replace(/\s+/g, ' ').trim();
}

const attr = (node: TekstNode, name: string): string => {
	const value = node.attrs?.[name];
	return typeof value === 'string' ? value : '';
};
const idOf = (node: TekstNode) => (ID.test(attr(node, 'id')) ? attr(node, 'id') : '');
/** A day that the calendar has. */
const dag = (text: string) => {
	const at = new Date(`${text}T00:00:00Z`);
	return /^\d{4}-\d\d-\d\d$/.test(text) && at.getTime() && at.toISOString().startsWith(text)
		? text
		: '';
};
const line = (node: TekstNode) => textOf(node).slice(0, LONGEST);
const ofType = (tekst: TekstNode, type: string) =>
	[...nodesIn(tekst)].filter((node) => node.type === type);

/** Empty ones are somebody about to write: they are not agreed. */
export const actiepuntenOf = (tekst: TekstNode): ActiepuntInTekst[] =>
	ofType(tekst, 'actiepunt')
		.map((node) => ({
			id: idOf(node),
			tekst: line(node),
			wie: attr(node, 'wie').trim().slice(0, LONGEST_NAME),
			wieId: attr(node, 'wieId'),
			wanneer: dag(attr(node, 'wanneer')),
			klaar: node.attrs?.klaar === true,
		}))
		.filter((punt) => punt.tekst || punt.wie)
		.slice(0, MOST);

export const besluitenOf = (tekst: TekstNode): BesluitInTekst[] =>
	ofType(tekst, 'besluit')
		.map((node) => ({ id: idOf(node), tekst: line(node) }))
		.filter((besluit) => besluit.tekst)
		.slice(0, MOST);
