import { and, eq } from 'drizzle-orm';
import { persoon } from '#features/persoon/tables.server.ts';
import { db } from '#server/db/db.ts';
import type { Contribution } from '#sync/kind.ts';
import { bijdrage } from './tables.server.ts';

/**
 * A word of a verslag with the space after it. People type a letter at a time, so words cannot be
 * counted as they come in: characters are added up per person and day, and the words derived from
 * that sum; nothing is lost by rounding. From a text that is long enough its own measure is taken,
 * so that pasting or typing a whole paragraph counts exactly the words it has.
 */
const TEKENS_PER_WOORD = 6;
const LONG_ENOUGH = 50;

export function tekensPerWoord(passages: readonly string[]): number {
	const woorden = passages.reduce((sum, passage) => sum + passage.split(' ').length, 0);
	if (woorden < LONG_ENOUGH) return TEKENS_PER_WOORD;
	return passages.reduce((sum, passage) => sum + passage.length + 1, 0) / woorden;
}

const exists = (persoonId: string) =>
	db().select({ id: persoon.id }).from(persoon).where(eq(persoon.id, persoonId)).get();

function add(bijeenkomstId: string, part: Contribution, measure: number) {
	const { persoonId, dag } = part;
	const mine = and(
		eq(bijdrage.bijeenkomstId, bijeenkomstId),
		eq(bijdrage.persoonId, persoonId),
		eq(bijdrage.dag, dag),
	);
	const before = db().select().from(bijdrage).where(mine).get();
	const tekens = (before?.tekens ?? 0) + part.tekens;
	const wijzigingen = (before?.wijzigingen ?? 0) + part.wijzigingen;
	// who typed something wrote at least a word; the count of a day never goes down
	const woorden = Math.max(before?.woorden ?? 0, Math.round(tekens / measure), tekens > 0 ? 1 : 0);
	const set = { tekens, wijzigingen, woorden };
	db()
		.insert(bijdrage)
		.values({ bijeenkomstId, persoonId, dag, ...set })
		.onConflictDoUpdate({
			target: [bijdrage.bijeenkomstId, bijdrage.persoonId, bijdrage.dag],
			set,
		})
		.run();
}

/** Adds what was written since the last time; of somebody who was removed meanwhile, nothing. */
export function addBijdragen(
	bijeenkomstId: string,
	contributions: readonly Contribution[],
	passages: readonly string[],
) {
	const measure = tekensPerWoord(passages);
	for (const part of contributions) if (exists(part.persoonId)) add(bijeenkomstId, part, measure);
}
