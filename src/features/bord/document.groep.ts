import * as Y from 'yjs';
import type { BordBeeld } from './beeld.ts';
import { dingen, groepNu, leesBord, wortel, type Wortel } from './document.ts';
import { EIGEN, schrijfTekst } from './document.tekst.ts';
import { isId } from './id.ts';
import { ordesOp, ordeVan, schrijfPlek, toets } from './orde.ts';

/** What members do with briefjes and groepen. Of what is not there (any more) nothing happens. */
const doe = (doc: Y.Doc, act: () => void) => doc.transact(act, EIGEN);

const dingVan = (doc: Y.Doc, soort: Wortel, id: string) => {
	const there = wortel(doc, soort).get(id);
	return there instanceof Y.Map ? (there as Y.Map<unknown>) : undefined;
};

/** One that went into another is no groep any more. */
const groepVan = (doc: Y.Doc, id: string) =>
	groepNu(doc, id) === id ? dingVan(doc, 'groepen', id) : undefined;

/** Loose ends before the briefje that comes next, so that what is laid down later comes after it. */
function grensVan({ briefjes, los }: BordBeeld): string[] {
	const next = ordeVan((briefjes.at(-1)?.nr ?? 0) + 1);
	const last = los.at(-1)?.orde;
	return last === undefined || last < next ? [next] : [];
}

/** Lays briefjes in a groep (empty: loose), before another or at the end, in this order. */
function leg(doc: Y.Doc, ids: readonly string[], { groepId, voor }: Waar) {
	const beeld = leesBord(doc);
	const known = new Set(beeld.briefjes.map(({ id }) => id));
	const nieuw = [...new Set(ids)].filter((id) => known.has(id));
	const daar = groepId ? beeld.groepen.find(({ id }) => id === groepId)?.briefjes : beeld.los;
	if (!daar || nieuw.length === 0) return;
	const rij = daar.filter(({ id }) => !nieuw.includes(id));
	const found = rij.findIndex(({ id }) => id === voor);
	const index = found < 0 ? rij.length : found;
	const ordes = [...rij.map(({ orde }) => orde), ...(groepId ? [] : grensVan(beeld))];
	const { van, ordes: keys } = ordesOp(ordes, { index, aantal: nieuw.length }, toets(doc.clientID));
	const na = rij.map(({ id }) => id).toSpliced(index, 0, ...nieuw);
	const plekken = wortel(doc, 'plek');
	for (const [at, orde] of keys.entries()) {
		const id = na[van + at];
		if (id) plekken.set(id, schrijfPlek({ groepId, orde }));
	}
}

interface Waar {
	groepId: string;
	/** Id of the briefje that it comes before; null is the end. */
	voor: string | null;
}

/** Many at once, as the last of a groep: the table is read once for all of them. */
export function zetBriefjes(
	doc: Y.Doc,
	{ ids, groepId }: { ids: readonly string[]; groepId: string },
) {
	doe(doc, () => leg(doc, ids, { groepId, voor: null }));
}

export function verplaatsBriefje(doc: Y.Doc, { id, ...waar }: Waar & { id: string }): void {
	doe(doc, () => leg(doc, [id], waar));
}

/** Into a groep, as its last; or loose again, where it came on the table. */
export function zetBriefje(doc: Y.Doc, { id, groepId }: { id: string; groepId: string }): void {
	doe(doc, () => {
		if (groepId) leg(doc, [id], { groepId, voor: null });
		else wortel(doc, 'plek').delete(id);
	});
}

/** Keys for one thing more in a row of things, before another or at the end. */
export function zetOrde(
	doc: Y.Doc,
	soort: 'groepen' | 'inzichten' | 'afspraken',
	{ id, voor }: { id: string; voor: string | null },
): void {
	const rij = leesBord(doc)[soort].filter((one) => one.id !== id);
	const found = rij.findIndex((one) => one.id === voor);
	const index = found < 0 ? rij.length : found;
	const { van, ordes } = ordesOp(
		rij.map(({ orde }) => orde),
		{ index, aantal: 1 },
		toets(doc.clientID),
	);
	const na = rij.map((one) => one.id).toSpliced(index, 0, id);
	for (const [at, orde] of ordes.entries()) {
		const ding = dingVan(doc, soort, na[van + at] ?? '');
		if (ding?.get('orde') !== orde) ding?.set('orde', orde);
	}
}

/** A new thing at the end of its row; undefined when it is there already, or the id is none. */
export function maakDing(
	doc: Y.Doc,
	soort: 'groepen' | 'inzichten' | 'afspraken',
	id: string,
): Y.Map<unknown> | undefined {
	if (!isId(id) || wortel(doc, soort).has(id)) return undefined;
	const ding = new Y.Map<unknown>();
	wortel(doc, soort).set(id, ding);
	zetOrde(doc, soort, { id, voor: null });
	return ding;
}

export function maakGroep(
	doc: Y.Doc,
	{ id, briefjeIds, naam = '' }: { id: string; briefjeIds: readonly string[]; naam?: string },
): void {
	doe(doc, () => {
		const ding = maakDing(doc, 'groepen', id);
		if (!ding) return;
		schrijfTekst(ding, 'naam', naam);
		leg(doc, briefjeIds, { groepId: id, voor: null });
	});
}

export function noemGroep(doc: Y.Doc, { id, naam }: { id: string; naam: string }): void {
	const ding = groepVan(doc, id);
	if (ding) doe(doc, () => schrijfTekst(ding, 'naam', naam));
}

export function verplaatsGroep(
	doc: Y.Doc,
	{ id, voor }: { id: string; voor: string | null },
): void {
	if (groepVan(doc, id)) doe(doc, () => zetOrde(doc, 'groepen', { id, voor }));
}

const briefjesVan = (doc: Y.Doc, groepId: string) =>
	leesBord(doc)
		.groepen.find(({ id }) => id === groepId)
		?.briefjes.map(({ id }) => id) ?? [];

/** Its briefjes lie loose again; what went into it before goes with it. */
export function haalGroepWeg(doc: Y.Doc, id: string): void {
	doe(doc, () => {
		for (const briefjeId of briefjesVan(doc, id)) wortel(doc, 'plek').delete(briefjeId);
		const weg = dingen(doc, 'groepen').filter(([een]) => groepNu(doc, een) === id);
		for (const [een] of weg) wortel(doc, 'groepen').delete(een);
	});
}

/** Only a groep without name and without briefjes: nobody misses it. */
export function ruimGroepOp(doc: Y.Doc, id: string): void {
	const groep = leesBord(doc).groepen.find((one) => one.id === id);
	if (groep && !groep.naam && groep.briefjes.length === 0) haalGroepWeg(doc, id);
}

/** One groep goes into another, and so does what was said about it. */
export function voegSamen(doc: Y.Doc, { van, naar }: { van: string; naar: string }): void {
	const [weg, blijft] = [van, naar].map((id) => groepVan(doc, id));
	if (!weg || !blijft || van === naar) return;
	doe(doc, () => {
		const { groepen } = leesBord(doc);
		const naamVan = (id: string) => groepen.find((groep) => groep.id === id)?.naam ?? '';
		if (!naamVan(naar)) schrijfTekst(blijft, 'naam', naamVan(van));
		leg(doc, briefjesVan(doc, van), { groepId: naar, voor: null });
		for (const soort of ['inzichten', 'afspraken'] as const)
			for (const [, ding] of dingen(doc, soort)) {
				const uit = ding.get('uit');
				if (!(uit instanceof Y.Map) || !uit.has(van)) continue;
				uit.delete(van);
				uit.set(naar, true);
			}
		// it stays written: when others lay the second in the first meanwhile, one of the two is there
		wortel(doc, 'plek').set(van, schrijfPlek({ groepId: naar, orde: ordeVan(0) }));
	});
}

/** Of what has a place and lies there no more: the groep that has that place now. */
export function vervangers(doc: Y.Doc): Map<string, string> {
	const nu = [...wortel(doc, 'plek').keys()].map((id) => [id, groepNu(doc, id)] as const);
	return new Map(nu.filter(([id, groepId]) => groepId !== '' && groepId !== id));
}

/** Takes back what was done here with briefjes, groepen, inzichten and afspraken, and nothing of others. */
export function herstelVan(doc: Y.Doc): Y.UndoManager {
	const roots = (['plek', 'groepen', 'inzichten', 'afspraken'] as const).map((name) =>
		wortel(doc, name),
	);
	return new Y.UndoManager(roots, { trackedOrigins: new Set([EIGEN]), captureTimeout: 0 });
}
