import { and, eq, inArray } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import { ruimteReadable } from '#features/bijeenkomst/readable.server.ts';
import { bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import { toonDatum } from '#features/datum/toon.ts';
import { citaatOf, passageHash } from '#features/tekst/passage.ts';
import { SOORT } from '#features/verslag/project.server.ts';
import { db } from '#server/db/db.ts';
import { searchPassages, type FoundPassage } from '#server/search/passages.ts';
import type { SnippetPart } from '#server/search/snippet.ts';
import { passage } from '#server/search/tables.server.ts';

/** A passage of a verslag with the words that were asked for. */
export interface GevondenPassage {
	/** Goes to the passage itself. */
	href: string;
	/** Of the bijeenkomst. */
	titel: string;
	datum: string;
	snippet: SnippetPart[];
}

function linkTo({ objectId, tekst, snippet }: FoundPassage) {
	const hit = snippet.find((part) => part.hit)?.text ?? '';
	return `/bijeenkomsten/${objectId}${passageHash(citaatOf(tekst, Math.max(0, tekst.indexOf(hit))))}`;
}

/**
 * Passages in what this actor may read, the best first. Whose bijeenkomst it is is asked of its
 * row, in the same query: nothing of others is found, counted or ordered by.
 */
export function searchVerslagen(actor: Actor, question: string, most: number): GevondenPassage[] {
	const ids = db().select({ id: bijeenkomst.id }).from(bijeenkomst).where(ruimteReadable(actor));
	const allowed = and(eq(passage.soort, SOORT), inArray(passage.objectId, ids))!;
	const found = searchPassages(question, allowed, most);
	const of = new Map(
		db()
			.select()
			.from(bijeenkomst)
			.where(inArray(bijeenkomst.id, [...new Set(found.map(({ objectId }) => objectId))]))
			.all()
			.map((row) => [row.id, row]),
	);
	const shown = found.map((one) => {
		const { titel, datum } = of.get(one.objectId)!;
		return { href: linkTo(one), titel, datum: datum ? toonDatum(datum) : '', snippet: one.snippet };
	});
	return [...new Map(shown.map((one) => [one.href, one])).values()];
}
