import { createHash } from 'node:crypto';
import { and, eq, isNull, type SQL } from 'drizzle-orm';
import type { PersoonActor } from '#access/actor.ts';
import { ruimtenOf, type BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { readableBijeenkomsten, vanTeams } from '#features/bijeenkomst/readable.server.ts';
import { bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import { plusDagen } from '#features/datum/kalender.ts';
import { loadActorOf } from '#features/leeromgeving/actor.server.ts';
import { naamOp } from '#features/leeromgeving/naam.ts';
import { namenOf } from '#features/leeromgeving/rows.server.ts';
import { detailWerkplaats } from '#features/werkplaats/read.server.ts';
import { today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { TooMany } from '#server/errors.ts';
import { rateLimit } from '#server/limits.ts';
import { hashToken } from '#server/session/token.ts';
import { afsprakenVan, kalenderVan } from './afspraak.server.ts';
import { feedMetHash, type FeedRow } from './rows.server.ts';

/** What somebody answered, by bijeenkomst; who asks knows where that stands. */
type AntwoordenVan = (persoonId: string) => ReadonlyMap<string, 'komt' | 'komt-niet'>;

/** Longer ago is no use in a calendar. */
const TERUG = 366;

const rowsOf = (which: SQL): BijeenkomstRow[] =>
	db()
		.select()
		.from(bijeenkomst)
		.where(and(which, isNull(bijeenkomst.weggehaaldOp)))
		.all()
		.filter(({ datum }) => datum !== null && datum.laatste >= plusDagen(today(), -TERUG));

/** What my teams plan and where I said to come, as far as I may know of it today. */
function rowsVoor(actor: PersoonActor, antwoorden: ReturnType<AntwoordenVan>) {
	const mijn = new Set(actor.lidmaatschappen.map(({ leeromgevingId }) => leeromgevingId));
	return rowsOf(readableBijeenkomsten(actor)).filter((row) => {
		const antwoord = antwoorden.get(row.id);
		if (antwoord) return antwoord === 'komt';
		return ruimtenOf(row).some((id) => mijn.has(id));
	});
}

const teamNaam = (leeromgevingId: string | null) =>
	leeromgevingId ? naamOp(namenOf(leeromgevingId), today()) : '';

/** No names of people and no text: title, when, where, who comes together, and a link. */
function textOf(rows: readonly BijeenkomstRow[], naam: string) {
	const items = afsprakenVan(rows, ({ leeromgevingId }) => ({ tekst: teamNaam(leeromgevingId) }));
	return kalenderVan(items, naam);
}

function contentOf(
	{ persoonId, leeromgevingId, werkplaatsId }: FeedRow,
	antwoorden: AntwoordenVan,
) {
	if (leeromgevingId) {
		const here = eq(bijeenkomst.werkplaatsId, werkplaatsId);
		return textOf(rowsOf(and(here, vanTeams([leeromgevingId]))!), teamNaam(leeromgevingId));
	}
	const actor = loadActorOf(persoonId ?? '');
	// who was shut out, or has no way in any more, reads nothing along
	if (actor.soort !== 'persoon' || actor.werkplaatsId !== werkplaatsId) return undefined;
	return textOf(rowsVoor(actor, antwoorden(actor.persoonId)), detailWerkplaats(actor).naam);
}

/**
 * What a calendar gets at a private address: no log-in, the address is the key. Undefined for an
 * address that is not, or no longer, one. Changes nothing.
 */
export function feedFile(token: string, antwoorden: AntwoordenVan) {
	const row = feedMetHash(hashToken(token));
	if (!row) return undefined;
	const rate = rateLimit('feeds', row.id);
	if (!rate.allowed) throw new TooMany(rate.retryAfter);
	const text = contentOf(row, antwoorden);
	if (text === undefined) return undefined;
	const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
	return { text, etag };
}
