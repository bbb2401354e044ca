import { and, asc, eq, isNull, or } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import { mayWriteTeamSjabloon, mayWriteWerkplaatsSjabloon } from '#access/sjabloon.ts';
import type { BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { db } from '#server/db/db.ts';
import type { SjabloonPunt } from './punt.ts';
import { SJABLONEN } from './sjablonen.ts';
import { agendasjabloon } from './tables.server.ts';

export type AgendaSjabloonRow = typeof agendasjabloon.$inferSelect;

/** As with the sjablonen of a verslag: who plans what a team does says how it begins. */
export const mayWriteAgendaSjabloon = (
	actor: Actor,
	{ werkplaatsId, leeromgevingId }: Pick<AgendaSjabloonRow, 'werkplaatsId' | 'leeromgevingId'>,
) =>
	leeromgevingId === null
		? mayWriteWerkplaatsSjabloon(actor, { werkplaatsId })
		: mayWriteTeamSjabloon(actor, { werkplaatsId, leeromgevingId });

/** Of the team in whose ruimte it is held, and of the werkplaats. */
export const sjabloonRows = ({ werkplaatsId, leeromgevingId }: BijeenkomstRow) =>
	db()
		.select()
		.from(agendasjabloon)
		.where(
			and(
				eq(agendasjabloon.werkplaatsId, werkplaatsId),
				or(
					isNull(agendasjabloon.leeromgevingId),
					leeromgevingId === null ? undefined : eq(agendasjabloon.leeromgevingId, leeromgevingId),
				),
			),
		)
		.orderBy(asc(agendasjabloon.naam))
		.all();

/** What stands in a sjabloon that this agenda may begin with. */
export const puntenVanSjabloon = (
	row: BijeenkomstRow,
	id: string,
): readonly SjabloonPunt[] | undefined =>
	[...sjabloonRows(row), ...SJABLONEN].find((one) => one.id === id)?.punten;
