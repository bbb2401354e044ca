import { and, eq, isNull, sql } from 'drizzle-orm';
import { openbareBladzijde } from '#features/kenniscafe/tables.server.ts';
import { db } from '#server/db/db.ts';
import { ervaringRows } from './rows.server.ts';
import { ervaringantwoord } from './tables.server.ts';

export interface PubliekeErvaring {
	id: string;
	tekst: string;
	/** As the speaker chose to be named. */
	naam: string;
}

/** What the speaker answered last; undefined as long as they did not. */
export const laatsteAntwoord = (ervaringId: string) =>
	db()
		.select()
		.from(ervaringantwoord)
		.where(eq(ervaringantwoord.ervaringId, ervaringId))
		.orderBy(sql`${ervaringantwoord.createdAt} desc, ${ervaringantwoord}.rowid desc`)
		.get();

/**
 * What may go anywhere outside the ruimte of this bijeenkomst: in the words and under the name that
 * the speaker said yes to, and only as long as that is their last answer (AC-37).
 */
export const listPubliek = (bijeenkomstId: string): PubliekeErvaring[] =>
	ervaringRows(bijeenkomstId).flatMap(({ id }) => {
		const antwoord = laatsteAntwoord(id);
		if (antwoord?.antwoord !== 'ja') return [];
		return [{ id, tekst: antwoord.tekst, naam: antwoord.naamGedrukt }];
	});

/** On a public page, when it was chosen to stand there; of no page, nothing. */
export function listOpBladzijde(pad: string): PubliekeErvaring[] {
	const van = and(
		eq(openbareBladzijde.pad, pad),
		eq(openbareBladzijde.toontErvaringen, true),
		isNull(openbareBladzijde.ingetrokkenOp),
	);
	const bladzijde = db().select().from(openbareBladzijde).where(van).get();
	return bladzijde ? listPubliek(bladzijde.bijeenkomstId) : [];
}
