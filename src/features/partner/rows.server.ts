import { and, asc, eq, getTableColumns } from 'drizzle-orm';
import { vergelijkTekst } from '#features/datum/naam.ts';
import { vergelijkDatum } from '#features/datum/toon.ts';
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
