import { and, asc, eq, isNull, or } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import { mayWriteTeamSjabloon, mayWriteWerkplaatsSjabloon } from '#access/sjabloon.ts';
import type { VerslagRow } from '#features/verslag/find.server.ts';
import { db } from '#server/db/db.ts';
import { verslagSjabloon } from './tables.server.ts';
import { SJABLONEN } from './vast.ts';

export type SjabloonRow = typeof verslagSjabloon.$inferSelect;

export const mayWriteSjabloon = (
	actor: Actor,
	{ werkplaatsId, leeromgevingId }: Pick<SjabloonRow, 'werkplaatsId' | 'leeromgevingId'>,
) =>
	leeromgevingId === null
		? mayWriteWerkplaatsSjabloon(actor, { werkplaatsId })
		: mayWriteTeamSjabloon(actor, { werkplaatsId, leeromgevingId });

export const sjabloonRows = ({ werkplaatsId, leeromgevingId }: VerslagRow) =>
	db()
		.select()
		.from(verslagSjabloon)
		.where(
			and(
				eq(verslagSjabloon.werkplaatsId, werkplaatsId),
				or(
					isNull(verslagSjabloon.leeromgevingId),
					leeromgevingId === null ? undefined : eq(verslagSjabloon.leeromgevingId, leeromgevingId),
				),
			),
		)
		.orderBy(asc(verslagSjabloon.naam))
		.all();

/** The text of a sjabloon this verslag may begin with. */
export function inhoudVanSjabloon(row: VerslagRow, id: string) {
	const found = [...sjabloonRows(row), ...SJABLONEN].find((one) => one.id === id);
	return found?.inhoud;
}
