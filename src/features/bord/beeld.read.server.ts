import type { Actor } from '#access/actor.ts';
import { readDocument } from '#sync/server/edit.ts';
import type { BordBeeld } from './beeld.ts';
import { briefjeMet } from './briefje.rows.server.ts';
import { bordNaam, leesBord } from './document.ts';
import { vervangers } from './document.groep.ts';
import { findBord } from './find.server.ts';
import { bronnenVan } from './herkomst.ts';

/** The table as it lies there now. */
export const beeldVan = (actor: Actor, id: string): BordBeeld =>
	readDocument(bordNaam(findBord(actor, id).id), leesBord);

/**
 * The table with how each thing on it is called. `nu` leads from an id to what is there now: itself,
 * or the groep that a groep went into; empty when it is gone. A briefje that was taken away is gone.
 */
export function tafelVan(actor: Actor, id: string) {
	const { beeld, over } = readDocument(bordNaam(findBord(actor, id).id), (doc) => ({
		beeld: leesBord(doc),
		over: vervangers(doc),
	}));
	const bronnen = bronnenVan(beeld);
	const nu = (ding: string): string => {
		if (bronnen.has(ding)) return ding;
		return briefjeMet(ding) ? '' : (over.get(ding) ?? '');
	};
	return { beeld, bronnen, nu };
}
