import { and, eq, isNull } from 'drizzle-orm';
import { doorWie, werkplaatsVan, type Actor } from '#access/actor.ts';
import { must, mustFind } from '#access/must.ts';
import type { SjabloonNieuw } from '#features/sjabloon/input.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { findAgenda, puntRows } from './find.server.ts';
import { mayWriteAgendaSjabloon, type AgendaSjabloonRow } from './sjabloon.rows.server.ts';
import { agendasjabloon } from './tables.server.ts';

/** A name is there once per team, and once for the werkplaats. */
function mustBeNew({
	werkplaatsId,
	leeromgevingId,
	naam,
}: Pick<AgendaSjabloonRow, 'werkplaatsId' | 'leeromgevingId' | 'naam'>) {
	const same = and(
		eq(agendasjabloon.werkplaatsId, werkplaatsId),
		leeromgevingId === null
			? isNull(agendasjabloon.leeromgevingId)
			: eq(agendasjabloon.leeromgevingId, leeromgevingId),
		eq(agendasjabloon.naam, naam),
	);
	if (db().select({ id: agendasjabloon.id }).from(agendasjabloon).where(same).get())
		throw new Invalid({ naam: 'Er is al een sjabloon met deze naam.' });
}

/** The agenda of now to begin others with: without who takes a point, and without papers. */
export function createSjabloon(
	actor: Actor,
	{ bijeenkomstId, naam, voor }: SjabloonNieuw & { bijeenkomstId: string },
): { id: string } {
	const { row } = findAgenda(actor, bijeenkomstId);
	const place = {
		werkplaatsId: row.werkplaatsId,
		leeromgevingId: voor === 'team' ? row.leeromgevingId : null,
	};
	must(mayWriteAgendaSjabloon(actor, place));
	const punten = puntRows(row.id).map(({ soort, titel, minuten, doel, werkvorm, uitleg }) => ({
		...{ soort, titel, minuten, doel, werkvorm, uitleg },
	}));
	if (punten.length === 0) throw new Invalid('De agenda is nog leeg. Schrijf eerst een punt.');
	mustBeNew({ ...place, naam });
	return db()
		.insert(agendasjabloon)
		.values({ ...place, naam, punten, door: doorWie(actor) })
		.returning({ id: agendasjabloon.id })
		.get();
}

/** Agendas that began with it stay as they are. */
export function removeSjabloon(actor: Actor, { sjabloonId }: { sjabloonId: string }) {
	const mine = and(
		eq(agendasjabloon.id, sjabloonId),
		eq(agendasjabloon.werkplaatsId, werkplaatsVan(actor)),
	);
	const row = mustFind(db().select().from(agendasjabloon).where(mine).get());
	must(mayWriteAgendaSjabloon(actor, row));
	db().delete(agendasjabloon).where(eq(agendasjabloon.id, row.id)).run();
}
