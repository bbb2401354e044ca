import { and, asc, eq, getTableColumns, inArray } from 'drizzle-orm';
import { vergelijkNaam, vergelijkTekst } from '#features/datum/naam.ts';
import { vergelijkDatum } from '#features/datum/toon.ts';
import { voluit } from '#features/persoon/naam.ts';
import { persoon } from '#features/persoon/tables.server.ts';
import { db } from '#server/db/db.ts';
import { koepelsBoven } from './koepel.ts';
import {
	intentieverklaring,
	organisatie,
	organisatieAlias,
	partnerschap,
} from './tables.server.ts';

/** Rows of one werkplaats for the questions and changes of this feature, before any rule. */

export function organisatieRows(werkplaatsId: string) {
	const rows = db()
		.select()
		.from(organisatie)
		.where(eq(organisatie.werkplaatsId, werkplaatsId))
		.all();
	const aliassen = db()
		.select({ organisatieId: organisatieAlias.organisatieId, naam: organisatieAlias.naam })
		.from(organisatieAlias)
		.innerJoin(organisatie, eq(organisatie.id, organisatieAlias.organisatieId))
		.where(eq(organisatie.werkplaatsId, werkplaatsId))
		.orderBy(asc(organisatieAlias.naam))
		.all();
	return rows
		.map((row) => ({
			...row,
			aliassen: aliassen.filter((a) => a.organisatieId === row.id).map((a) => a.naam),
			koepelIds: koepelsBoven(row.id, rows),
		}))
		.sort((a, b) => vergelijkTekst(a.naam, b.naam));
}

export type OrganisatieRow = ReturnType<typeof organisatieRows>[number];

export const organisatieRow = (werkplaatsId: string, id: string) =>
	db()
		.select()
		.from(organisatie)
		.where(and(eq(organisatie.werkplaatsId, werkplaatsId), eq(organisatie.id, id)))
		.get();

/** In the order in which they began. */
export const partnerschapRows = (werkplaatsId: string) =>
	db()
		.select(getTableColumns(partnerschap))
		.from(partnerschap)
		.innerJoin(organisatie, eq(organisatie.id, partnerschap.organisatieId))
		.where(eq(organisatie.werkplaatsId, werkplaatsId))
		.all()
		.sort((a, b) => vergelijkDatum(a.van, b.van));

export const intentieRows = (werkplaatsId: string) =>
	db()
		.select(getTableColumns(intentieverklaring))
		.from(intentieverklaring)
		.innerJoin(organisatie, eq(organisatie.id, intentieverklaring.organisatieId))
		.where(eq(organisatie.werkplaatsId, werkplaatsId))
		.all()
		.sort((a, b) => vergelijkDatum(a.getekendOp, b.getekendOp));

export const persoonRow = (werkplaatsId: string, id: string) =>
	db()
		.select()
		.from(persoon)
		.where(and(eq(persoon.werkplaatsId, werkplaatsId), eq(persoon.id, id)))
		.get();

interface Naam {
	id: string;
	naam: string;
}

/** The full names of personen of the werkplaats, all of them or these, in Dutch order. */
export const persoonNamen = (werkplaatsId: string, ids?: (string | null)[]): Naam[] =>
	db()
		.select()
		.from(persoon)
		.where(
			and(
				eq(persoon.werkplaatsId, werkplaatsId),
				ids &&
					inArray(
						persoon.id,
						ids.filter((id) => id !== null),
					),
			),
		)
		.all()
		.sort(vergelijkNaam)
		.map((p) => ({
			id: p.id,
			naam: voluit(p),
		}));

/** Who that was, to name in "… en jij vulden iets anders in". */
export const wieWas = (werkplaatsId: string, persoonId: string | null) =>
	persoonNamen(werkplaatsId, [persoonId])[0]?.naam ?? 'Iemand anders';
