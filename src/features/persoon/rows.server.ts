import { and, eq } from 'drizzle-orm';
import { vergelijkNaam } from '#features/datum/naam.ts';
import { db } from '#server/db/db.ts';
import { voluit } from './naam.ts';
import { persoon } from './tables.server.ts';

/** Personen of one werkplaats for the questions and changes of a feature, before any rule. */

export const persoonRow = (werkplaatsId: string, id: string) =>
	db()
		.select()
		.from(persoon)
		.where(and(eq(persoon.werkplaatsId, werkplaatsId), eq(persoon.id, id)))
		.get();

/** In Dutch order of names. */
export const persoonRows = (werkplaatsId: string) =>
	db()
		.select()
		.from(persoon)
		.where(eq(persoon.werkplaatsId, werkplaatsId))
		.all()
		.sort(vergelijkNaam);

/** To choose from in a list. */
export const persoonNamen = (werkplaatsId: string): { id: string; naam: string }[] =>
	persoonRows(werkplaatsId).map((row) => ({ id: row.id, naam: voluit(row) }));

/** Who that is in full; nothing for nobody. */
export function persoonNaam(werkplaatsId: string, persoonId: string | null): string {
	const row = persoonId && persoonRow(werkplaatsId, persoonId);
	return row ? voluit(row) : '';
}

/** Who changed something last, to name in "Ruben en jij vulden iets anders in". */
export const wieWas = (werkplaatsId: string, persoonId: string | null): string =>
	(persoonId && persoonRow(werkplaatsId, persoonId)?.voornaam) || 'Iemand anders';
