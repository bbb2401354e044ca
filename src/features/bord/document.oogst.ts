import * as Y from 'yjs';
import type { AfspraakBeeld, InzichtBeeld } from './beeld.ts';
import { MAX_WANNEER, MAX_WIE, wortel } from './document.ts';
import { maakDing, zetOrde } from './document.groep.ts';
import { EIGEN, schrijfTekst, type Tekstveld } from './document.tekst.ts';
import { isId } from './id.ts';

/** What members make of a bord: inzichten and afspraken. Each keeps what it comes from. */

type Soort = 'inzichten' | 'afspraken';
type Velden = Record<string, unknown>;
type Inzicht = Partial<Pick<InzichtBeeld, 'soort' | 'tekst' | 'tegen' | 'uit'>>;
type Afspraak = Partial<
	Pick<AfspraakBeeld, 'wat' | 'wieId' | 'wie' | 'wanneer' | 'effect' | 'uit'>
>;

const TEKSTEN = ['tekst', 'tegen', 'wat', 'effect'] as const satisfies Tekstveld[];
const WAARDEN = ['soort', 'wieId', 'wie', 'wanneer'] as const;
const MOST: Record<string, number> = { wie: MAX_WIE, wanneer: MAX_WANNEER };

/** The ids that are to be there, and no others; those that stay are not touched. */
function schrijfUit(ding: Y.Map<unknown>, ids: readonly string[]) {
	let uit = ding.get('uit');
	if (!(uit instanceof Y.Map)) ding.set('uit', (uit = new Y.Map()));
	const there = uit as Y.Map<unknown>;
	for (const id of [...there.keys()]) if (!ids.includes(id)) there.delete(id);
	for (const id of ids) if (isId(id) && !there.has(id)) there.set(id, true);
}

/** Of who is known the id alone: so the name goes from here too when that persoon is purged. */
const zonderNaam = (velden: Velden): Velden => (velden['wieId'] ? { ...velden, wie: '' } : velden);

function schrijf(ding: Y.Map<unknown>, nieuw: Velden) {
	const velden = zonderNaam(nieuw);
	for (const veld of TEKSTEN)
		if (typeof velden[veld] === 'string') schrijfTekst(ding, veld, velden[veld]);
	for (const veld of WAARDEN) {
		const value = velden[veld];
		const kort = typeof value === 'string' ? value.slice(0, MOST[veld]) : undefined;
		if (kort !== undefined && ding.get(veld) !== kort) ding.set(veld, kort);
	}
	if (Array.isArray(velden['uit'])) schrijfUit(ding, velden['uit'] as string[]);
}

function maak(doc: Y.Doc, soort: Soort, { id, ...velden }: { id: string } & Velden) {
	doc.transact(() => {
		const ding = maakDing(doc, soort, id);
		if (ding) schrijf(ding, velden);
	}, EIGEN);
}

function wijzig(doc: Y.Doc, soort: Soort, { id, ...velden }: { id: string } & Velden) {
	const ding = wortel(doc, soort).get(id);
	if (ding instanceof Y.Map) doc.transact(() => schrijf(ding, velden), EIGEN);
}

function verplaats(doc: Y.Doc, soort: Soort, waar: { id: string; voor: string | null }) {
	if (wortel(doc, soort).has(waar.id)) doc.transact(() => zetOrde(doc, soort, waar), EIGEN);
}

const haalWeg = (doc: Y.Doc, soort: Soort, id: string) =>
	doc.transact(() => wortel(doc, soort).delete(id), EIGEN);

/** All its fields are there from the beginning, so that two who fill one at once both stay. */
export const maakInzicht = (doc: Y.Doc, inzicht: Inzicht & { id: string }): void =>
	maak(doc, 'inzichten', { soort: 'inzicht', tekst: '', tegen: '', uit: [], ...inzicht });

export const wijzigInzicht = (doc: Y.Doc, inzicht: Inzicht & { id: string }): void =>
	wijzig(doc, 'inzichten', inzicht);

export const verplaatsInzicht = (doc: Y.Doc, waar: { id: string; voor: string | null }): void =>
	verplaats(doc, 'inzichten', waar);

export const haalInzichtWeg = (doc: Y.Doc, id: string): void => haalWeg(doc, 'inzichten', id);

export const maakAfspraak = (doc: Y.Doc, afspraak: Afspraak & { id: string }): void =>
	maak(doc, 'afspraken', { wat: '', effect: '', uit: [], ...afspraak });

export const wijzigAfspraak = (doc: Y.Doc, afspraak: Afspraak & { id: string }): void =>
	wijzig(doc, 'afspraken', afspraak);

export const verplaatsAfspraak = (doc: Y.Doc, waar: { id: string; voor: string | null }): void =>
	verplaats(doc, 'afspraken', waar);

export const haalAfspraakWeg = (doc: Y.Doc, id: string): void => haalWeg(doc, 'afspraken', id);
