import { and, eq, inArray, isNull } from 'drizzle-orm';
import { werkplaatsVan, type Actor } from '#access/actor.ts';
import { mayReadRuimte } from '#access/leeromgeving.ts';
import { bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import { toonDatum } from '#features/datum/toon.ts';
import { leeromgeving } from '#features/leeromgeving/tables.server.ts';
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

/** The teams whose space this actor may enter: the rule itself decides, for each of them. */
function ruimtesOf(actor: Actor): string[] {
	const werkplaatsId = werkplaatsVan(actor);
	return db()
		.select({ id: leeromgeving.id })
		.from(leeromgeving)
		.where(eq(leeromgeving.werkplaatsId, werkplaatsId))
		.all()
		.map(({ id }) => id)
		.filter((leeromgevingId) => mayReadRuimte(actor, { werkplaatsId, leeromgevingId }));
}

/** The bijeenkomsten whose verslag this actor may read, as a condition in SQL. */
const readable = (actor: Actor) =>
	and(
		eq(bijeenkomst.werkplaatsId, werkplaatsVan(actor)),
		inArray(bijeenkomst.leeromgevingId, ruimtesOf(actor)),
		isNull(bijeenkomst.weggehaaldOp),
	);

function linkTo({ objectId, tekst, snippet }: FoundPassage) {
	const hit = snippet.find((part) => part.hit)?.text ?? '';
	return `/bijeenkomsten/${objectId}${passageHash(citaatOf(tekst, Math.max(0, tekst.indexOf(hit))))}`;
}

/**
 * Passages in what this actor may read, the best first. Whose bijeenkomst it is is asked of its
 * row, in the same query: nothing of others is found, counted or ordered by.
 */
export function searchVerslagen(actor: Actor, question: string, most: number): GevondenPassage[] {
	const ids = db().select({ id: bijeenkomst.id }).from(bijeenkomst).where(readable(actor));
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
