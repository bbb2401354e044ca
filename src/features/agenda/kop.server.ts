import * as Y from 'yjs';
import type { Actor } from '#access/actor.ts';
import { mayWriteVerslag } from '#access/verslag.ts';
import { TEKST_ROOT } from '#features/tekst/document.ts';
import { verslagNaam } from '#features/verslag/document.ts';
import { findVerslag } from '#features/verslag/find.server.ts';
import { editDocument } from '#sync/server/edit.ts';
import { puntRows, type PuntRow } from './find.server.ts';

const LEVEL = 2;

const isElement = (node: unknown): node is Y.XmlElement => node instanceof Y.XmlElement;
const isKop = (node: unknown): node is Y.XmlElement =>
	isElement(node) && node.nodeName === 'heading';
const puntVan = (node: Y.XmlElement) =>
	(node.getAttributes() as Record<string, unknown>)['agendapunt'];

function woordenIn(node: Y.XmlElement): string {
	return node
		.toArray()
		.map((child) =>
			child instanceof Y.XmlText
				? (child.toDelta() as { insert: unknown }[])
						.map(({ insert }) => (typeof insert === 'string' ? insert : ''))
						.join('')
				: '',
		)
		.join('');
}

/** Yjs keeps a number too; its types only say so when they are told. */
const zet = (element: Y.XmlElement, punt: string) =>
	(element as unknown as Y.XmlElement<{ agendapunt: string }>).setAttribute('agendapunt', punt);

function nieuweKop(titel: string, punt: string): Y.XmlElement {
	const kop = new Y.XmlElement<{ level: number }>('heading');
	kop.setAttribute('level', LEVEL);
	kop.insert(0, [new Y.XmlText(titel)]);
	zet(kop as unknown as Y.XmlElement, punt);
	return kop as unknown as Y.XmlElement;
}

const isLegeAlinea = (node: unknown) =>
	isElement(node) && node.nodeName === 'paragraph' && woordenIn(node) === '';

/** Before the heading of the first point that comes later; otherwise at the end, above an empty line. */
function plekVoor(blokken: readonly unknown[], later: ReadonlySet<unknown>): number {
	const voor = blokken.findIndex((blok) => isKop(blok) && later.has(puntVan(blok)));
	if (voor !== -1) return voor;
	return isLegeAlinea(blokken.at(-1)) ? blokken.length - 1 : blokken.length;
}

function schrijfKop(doc: Y.Doc, punt: PuntRow, later: ReadonlySet<unknown>) {
	const root = doc.getXmlFragment(TEKST_ROOT);
	const blokken = root.toArray();
	const koppen = blokken.filter(isKop);
	// two headings of one point are a copy: the first counts
	if (koppen.some((kop) => puntVan(kop) === punt.id)) return;
	const zelfde = koppen.find((kop) => !puntVan(kop) && woordenIn(kop).trim() === punt.titel);
	if (zelfde) return zet(zelfde, punt.id);
	const at = plekVoor(blokken, later);
	const isEind = at === blokken.length;
	const kop = nieuweKop(punt.titel, punt.id);
	root.insert(at, isEind ? [kop, new Y.XmlElement('paragraph')] : [kop]);
}

/**
 * Gives a point its place in the verslag, as one more writer. Who may not write there leaves the
 * text as it is; so does a verslag that was vastgesteld. A break has nothing to write about.
 */
export function zetKop(actor: Actor, punt: PuntRow) {
	if (punt.soort === 'pauze') return;
	const { row, facts } = findVerslag(actor, punt.bijeenkomstId);
	if (!mayWriteVerslag(actor, facts)) return;
	const punten = puntRows(row.id);
	const at = punten.findIndex(({ id }) => id === punt.id);
	const later = new Set<unknown>(punten.slice(at + 1).map(({ id }) => id));
	editDocument(actor, verslagNaam(row.id), (doc) => schrijfKop(doc, punt, later));
}
