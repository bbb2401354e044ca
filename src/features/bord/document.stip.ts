import * as Y from 'yjs';
import { PERSPECTIEVEN, type Perspectief } from '#access/actor.ts';
import type { BriefjeBeeld, RedenBeeld, VerhaalBeeld } from './beeld.ts';
import { dingen, wortel } from './document.wortel.ts';
import { isId } from './id.ts';
import { leesPlek } from './orde.ts';
import { kiestVerhaal, type BordSoort } from './soort.ts';

/** Dots: to what they go on this bord, and what has them now. */

/** The server says which kind of bord it is; that never changes. */
const opVerhalen = (doc: Y.Doc) => kiestVerhaal(wortel(doc, 'stand').get('soort') as BordSoort);

/** A story is told in the first phase. */
const isVerhaal = (ding: unknown) => ding instanceof Y.Map && ding.get('fase') === 'delen';

/** What can get a dot: each groep; on a bord where a story is chosen each story on the table. */
export const doelenOp = (doc: Y.Doc): string[] =>
	opVerhalen(doc)
		? dingen(doc, 'briefjes').flatMap(([id, ding]) => (isVerhaal(ding) ? [id] : []))
		: groepenNu(doc).map(([id]) => id);

/**
 * The groep that has now what was given to this one: itself, or the one it went into; empty when it
 * is gone. A groep that went into another has its place there, as a briefje has. Of those that went
 * into each other at the same time the first by id stays.
 */
export function groepNu(doc: Y.Doc, id: string): string {
	const [groepen, plekken] = [wortel(doc, 'groepen'), wortel(doc, 'plek')];
	const weg: string[] = [];
	let at = id;
	while (at && !weg.includes(at)) {
		weg.push(at);
		at = leesPlek(plekken.get(at))?.groepId ?? '';
	}
	const rond = weg.slice(weg.indexOf(at || weg.at(-1)!));
	return rond.filter((one) => groepen.get(one) instanceof Y.Map).sort()[0] ?? '';
}

/** Those that went into no other, with their ids. */
export const groepenNu = (doc: Y.Doc): [string, Y.Map<unknown>][] =>
	dingen(doc, 'groepen').filter(([id]) => groepNu(doc, id) === id);

/** What has a dot now. A story goes into nothing: its place in a groep gives that groep no dot. */
export function doelNu(doc: Y.Doc, id: string): string {
	if (!opVerhalen(doc)) return groepNu(doc, id);
	return isVerhaal(wortel(doc, 'briefjes').get(id)) ? id : '';
}

/** Dots by what has them now; of what is gone none. */
export function telStippen(
	doc: Y.Doc,
	gegeven: Iterable<{ groepId: string; aantal: number }>,
): Record<string, number> {
	const totals: Record<string, number> = {};
	for (const { groepId, aantal } of gegeven) {
		const id = doelNu(doc, groepId);
		if (id) totals[id] = (totals[id] ?? 0) + aantal;
	}
	return totals;
}

/** As shown to everybody: dots by what has them now. */
export function leesUitslag(doc: Y.Doc): Record<string, number> {
	const shown = [...wortel(doc, 'uitslag')].flatMap(([groepId, n]) =>
		typeof n === 'number' && Number.isFinite(n) ? [{ groepId, aantal: Math.max(0, n) }] : [],
	);
	return telStippen(doc, shown);
}

/** Why a story was chosen, in the order in which the server laid it. */
function leesRedenen(doc: Y.Doc): Map<string, RedenBeeld[]> {
	const alle = dingen(doc, 'redenen').flatMap(([id, ding]) => {
		const [bij, tekst, kant, nr] = ['bij', 'tekst', 'perspectief', 'nr'].map((key) =>
			ding.get(key),
		);
		if (!isId(bij) || typeof tekst !== 'string' || tekst === '') return [];
		const isKant = typeof kant === 'string' && Object.hasOwn(PERSPECTIEVEN, kant);
		return [{ id, bij, tekst, perspectief: isKant ? (kant as Perspectief) : '', nr: Number(nr) }];
	});
	const rij = alle.sort((a, b) => a.nr - b.nr || (a.id < b.id ? -1 : 1));
	return Map.groupBy(rij, ({ bij }) => bij) as Map<string, RedenBeeld[]>;
}

/** The stories to choose from, each with how often and why as soon as that is shown. */
export function leesVerhalen(doc: Y.Doc, briefjes: readonly BriefjeBeeld[]): VerhaalBeeld[] {
	if (!opVerhalen(doc)) return [];
	const [uitslag, redenen] = [leesUitslag(doc), leesRedenen(doc)];
	return briefjes
		.filter(({ fase }) => fase === 'delen')
		.map((briefje) => ({
			...briefje,
			stippen: uitslag[briefje.id] ?? null,
			redenen: (redenen.get(briefje.id) ?? []).map(({ id, tekst, perspectief }) => ({
				id,
				tekst,
				perspectief,
			})),
		}));
}
