import { and, eq, isNull } from 'drizzle-orm';
import { doorWie, werkplaatsVan, type Actor } from '#access/actor.ts';
import { must, mustFind } from '#access/must.ts';
import { mayWriteVerslag } from '#access/verslag.ts';
import { writeTekst } from '#features/tekst/vul.ts';
import { isLeeg } from '#features/verslag/leeg.ts';
import { toPlain, verslagNaam } from '#features/verslag/document.ts';
import { findVerslag } from '#features/verslag/find.server.ts';
import { tekstNu } from '#features/verslag/tekst.server.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { newId } from '#server/id.ts';
import { editDocument } from '#sync/server/edit.ts';
import { alsSjabloon, metIds } from './inhoud.ts';
import type { SjabloonNieuw } from './input.ts';
import { inhoudVanSjabloon, mayWriteSjabloon, type SjabloonRow } from './rows.server.ts';
import { verslagSjabloon } from './tables.server.ts';

/**
 * Begins an empty verslag with a sjabloon. Two people who choose at once, or one who wrote a word
 * meanwhile: the first counts.
 *
 * @returns whether it was filled
 */
export function createBegin(
	actor: Actor,
	input: { bijeenkomstId: string; sjabloon: string },
): { gevuld: boolean } {
	const { row, facts } = findVerslag(actor, input.bijeenkomstId);
	must(mayWriteVerslag(actor, facts));
	const inhoud = inhoudVanSjabloon(row, input.sjabloon);
	if (!inhoud) throw new Invalid({ sjabloon: 'Kies iets uit de lijst.' });
	let gevuld = false;
	editDocument(actor, verslagNaam(row.id), (doc) => {
		if (!isLeeg(toPlain(doc))) return;
		writeTekst(doc, metIds(inhoud, newId));
		gevuld = true;
	});
	return { gevuld };
}

/** A name is there once per team, and once for the werkplaats. */
function mustBeNew({
	werkplaatsId,
	leeromgevingId,
	naam,
}: Pick<SjabloonRow, 'werkplaatsId' | 'leeromgevingId' | 'naam'>) {
	const same = and(
		eq(verslagSjabloon.werkplaatsId, werkplaatsId),
		eq(verslagSjabloon.naam, naam),
		leeromgevingId === null
			? isNull(verslagSjabloon.leeromgevingId)
			: eq(verslagSjabloon.leeromgevingId, leeromgevingId),
	);
	if (db().select({ id: verslagSjabloon.id }).from(verslagSjabloon).where(same).get())
		throw new Invalid({ naam: 'Er is al een sjabloon met deze naam.' });
}

/** How this verslag is now, to begin others with. */
export function createSjabloon(
	actor: Actor,
	input: SjabloonNieuw & { bijeenkomstId: string },
): { id: string } {
	const { row } = findVerslag(actor, input.bijeenkomstId);
	const place = {
		werkplaatsId: row.werkplaatsId,
		leeromgevingId: input.voor === 'team' ? row.leeromgevingId : null,
	};
	must(mayWriteSjabloon(actor, place));
	const inhoud = alsSjabloon(tekstNu(row.id));
	if (isLeeg(inhoud)) throw new Invalid('Het verslag is nog leeg. Schrijf eerst iets op.');
	mustBeNew({ ...place, naam: input.naam });
	return db()
		.insert(verslagSjabloon)
		.values({ ...place, naam: input.naam, inhoud, door: doorWie(actor) })
		.returning({ id: verslagSjabloon.id })
		.get();
}

/** Verslagen that began with it stay as they are. */
export function removeSjabloon(actor: Actor, { sjabloonId }: { sjabloonId: string }) {
	const mine = and(
		eq(verslagSjabloon.id, sjabloonId),
		eq(verslagSjabloon.werkplaatsId, werkplaatsVan(actor)),
	);
	const row = mustFind(db().select().from(verslagSjabloon).where(mine).get());
	must(mayWriteSjabloon(actor, row));
	db().delete(verslagSjabloon).where(eq(verslagSjabloon.id, row.id)).run();
}
