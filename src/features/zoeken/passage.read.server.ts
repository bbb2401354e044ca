import { and, eq, inArray } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import { ruimteReadable } from '#features/bijeenkomst/readable.server.ts';
import { bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import { ankersOp, PASSAGE } from '#features/bord/passages.server.ts';
import { readableBorden } from '#features/bord/readable.server.ts';
import { bord } from '#features/bord/tables.server.ts';
import { toonDatum } from '#features/datum/toon.ts';
import { citaatOf, passageHash } from '#features/tekst/passage.ts';
import { SOORT } from '#features/verslag/project.server.ts';
import { db } from '#server/db/db.ts';
import { searchPassages, type FoundPassage } from '#server/search/passages.ts';
import type { SnippetPart } from '#server/search/snippet.ts';
import { passage } from '#server/search/tables.server.ts';

/** A passage of a verslag, or a text on a bord, with the words that were asked for. */
export interface GevondenPassage {
	/** Goes to the passage itself. */
	href: string;
	/** Of the bijeenkomst, or of the bord. */
	titel: string;
	/** The day of a bijeenkomst. */
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
	return eenmaal(shown);
}

const eenmaal = (shown: GevondenPassage[]): GevondenPassage[] => [
	...new Map(shown.map((one) => [one.href, one])).values(),
];

/** The same of what lies open on the borden that this actor may read. */
export function searchBorden(actor: Actor, question: string, most: number): GevondenPassage[] {
	const ids = db().select({ id: bord.id }).from(bord).where(readableBorden(actor));
	const allowed = and(eq(passage.soort, PASSAGE), inArray(passage.objectId, ids))!;
	const found = searchPassages(question, allowed, most);
	const rows = db()
		.select()
		.from(bord)
		.where(inArray(bord.id, [...new Set(found.map(({ objectId }) => objectId))]))
		.all();
	const per = Map.groupBy(found, ({ objectId }) => objectId);
	const of = new Map(
		rows.map(({ id, titel }) => {
			const ankers = ankersOp(
				id,
				per.get(id)!.map(({ tekst }) => tekst),
			);
			return [id, { href: `/borden/${id}`, titel, ankers }];
		}),
	);
	return eenmaal(
		found.map(({ objectId, tekst, snippet }) => {
			const { href, titel, ankers } = of.get(objectId)!;
			return { href: href + (ankers.get(tekst) ?? ''), titel, datum: '', snippet };
		}),
	);
}
