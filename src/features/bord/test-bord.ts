import * as Y from 'yjs';
import { guard } from '#sync/server/guard.ts';
import { Reject } from '#sync/server/reject.ts';
import type { Neergelegd } from './beeld.ts';
import { BORD_SHAPE, leesBord } from './document.ts';
import { legOpTafel } from './document.server.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** An id that is the same every time: of so much of a kind. */
export function idNr(soort: string, nr: number): string {
	let tail = '';
	for (let left = nr, n = 0; n < 6; n++, left = Math.floor(left / 26))
		tail = LETTERS[left % 26]! + tail;
	return (soort + 'a'.repeat(20)).slice(0, 14) + tail;
}

export const briefjeId = (nr: number) => idNr('briefje', nr);
export const groepId = (nr: number) => idNr('groep', nr);

export const eenBriefje = (nr: number, velden: Partial<Neergelegd> = {}): Neergelegd => ({
	id: briefjeId(nr),
	tekst: `Briefje ${nr}`,
	fase: 'delen',
	soort: 'ervaring',
	perspectief: 'bewoner',
	wie: '',
	namens: false,
	tafel: '',
	tafelronde: 0,
	nr,
	...velden,
});

/** A bord with so many briefjes on the table, numbered from 1. */
export function eenBord(aantal = 0): Y.Doc {
	const doc = new Y.Doc();
	doc.clientID = 1;
	legOpTafel(
		doc,
		Array.from({ length: aantal }, (_, at) => eenBriefje(at + 1)),
	);
	return doc;
}

/** Another screen with the same bord. */
export function scherm(van: Y.Doc, client: number): Y.Doc {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(van), 'sync');
	doc.clientID = client;
	return doc;
}

/** They tell each other everything, twice: what comes in makes Yjs tidy up. */
export function samen(...docs: Y.Doc[]) {
	for (let round = 0; round < 2; round++)
		for (const from of docs)
			for (const to of docs)
				Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'sync');
}

/** What the server says to what somebody did in this bord: 'goed', or why not. */
export function antwoord(doc: Y.Doc, doe: (doc: Y.Doc) => void): string {
	const copy = scherm(doc, 77);
	doe(copy);
	try {
		guard(doc, Y.encodeStateAsUpdate(copy, Y.encodeStateVector(doc)), { shape: BORD_SHAPE });
		return 'goed';
	} catch (error) {
		if (error instanceof Reject) return error.reason;
		throw error;
	}
}

/** In one line: the names of the groepen with the numbers that lie in them, then the loose ones. */
export function liggen(doc: Y.Doc): string {
	const { groepen, los } = leesBord(doc);
	const nrs = (briefjes: readonly { nr: number }[]) => briefjes.map(({ nr }) => nr).join(' ');
	return [
		...groepen.map(({ naam, briefjes }) => `${naam || '?'}: ${nrs(briefjes)}`),
		`los: ${nrs(los)}`,
	].join(' | ');
}
