import * as Y from 'yjs';
import type { Neergelegd, RedenBeeld, Standbeeld } from './beeld.ts';
import { dingen, wortel } from './document.ts';

/**
 * What only the server writes on a bord. The guard refuses it of everybody else, so who wrote a
 * briefje cannot be read from who changed the document.
 */

/** Only what differs: what everybody hears of is what changed. */
function schrijf(ding: Y.Map<unknown>, velden: object) {
	for (const [key, value] of Object.entries(velden))
		if (value !== undefined && ding.get(key) !== value) ding.set(key, value);
}

/** What is empty is read as empty when it is not there, and needs not be told. */
const gevuld = (velden: object, ding?: Y.Map<unknown>): [string, unknown][] =>
	Object.entries(velden).filter(([key, value]) => value || ding?.has(key));

/** In the order of their numbers, so that the document tells no other. What lies there is made so. */
export function legOpTafel(doc: Y.Doc, briefjes: readonly Neergelegd[]): void {
	const tafel = wortel(doc, 'briefjes');
	doc.transact(() => {
		for (const { id, ...velden } of briefjes.toSorted((a, b) => a.nr - b.nr)) {
			const there = tafel.get(id);
			if (there instanceof Y.Map) schrijf(there, Object.fromEntries(gevuld(velden, there)));
			else tafel.set(id, new Y.Map(gevuld(velden)));
		}
	});
}

/** Changes a briefje that lies on the table; where it lies stays. */
export function wijzigTekst(
	doc: Y.Doc,
	{ id, ...velden }: Pick<Neergelegd, 'id'> & Partial<Omit<Neergelegd, 'nr'>>,
): void {
	const there = wortel(doc, 'briefjes').get(id);
	if (there instanceof Y.Map) doc.transact(() => schrijf(there, velden));
}

/** Its place stays written: put back it lies where it lay. */
export function haalVanTafel(doc: Y.Doc, ids: readonly string[]): void {
	doc.transact(() => {
		for (const id of ids) wortel(doc, 'briefjes').delete(id);
	});
}

export function zetStand(doc: Y.Doc, stand: Partial<Standbeeld>): void {
	doc.transact(() => schrijf(wortel(doc, 'stand'), stand));
}

/** A reason as the server lays it: `bij` is the story. */
export type GelegdeReden = RedenBeeld & { bij: string; nr: number };

/** Dots per groep or story, and why, as shown to everybody; empty takes them away. */
export function zetUitslag(
	doc: Y.Doc,
	stippen: Readonly<Record<string, number>>,
	waarom: readonly GelegdeReden[] = [],
): void {
	const [uitslag, redenen] = [wortel(doc, 'uitslag'), wortel(doc, 'redenen')];
	doc.transact(() => {
		for (const id of [...uitslag.keys()]) if (!Object.hasOwn(stippen, id)) uitslag.delete(id);
		schrijf(uitslag, stippen);
		const blijft = new Set(waarom.map(({ id }) => id));
		for (const id of [...redenen.keys()]) if (!blijft.has(id)) redenen.delete(id);
		for (const { id, ...velden } of waarom)
			if (!redenen.has(id)) redenen.set(id, new Y.Map(Object.entries(velden)));
	});
}

/** A groep, inzicht or afspraak. */
export const heeftDing = (doc: Y.Doc, id: string): boolean =>
	(['groepen', 'inzichten', 'afspraken'] as const).some((root) => wortel(doc, root).has(id));

/** Ids of what lies on the table. */
export const opTafel = (doc: Y.Doc): string[] => dingen(doc, 'briefjes').map(([id]) => id);
