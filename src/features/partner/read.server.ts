import { and, asc, eq, isNull } from 'drizzle-orm';
import { werkplaatsVan, type Actor } from '#access/actor.ts';
import { must, mustFind } from '#access/must.ts';
import {
	mayEditOrganisatie,
	mayEditPartnerschap,
	mayListPartners,
	mayReadOrganisatie,
	mayReadOrganisatieNaam,
} from '#access/partner.ts';
import { thema } from '#features/kennisagenda/tables.server.ts';
import { persoonNamen } from '#features/persoon/rows.server.ts';
import { rol } from '#features/persoon/tables.server.ts';
import { periode } from '#features/werkplaats/tables.server.ts';
import { today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { gebruikVan } from './gebruik.server.ts';
import { ledenOnder } from './koepel.ts';
import { lijktOp } from './naam.ts';
import {
	intentieRows,
	organisatieRows,
	partnerschapRows,
	type OrganisatieRow,
} from './rows.server.ts';
import { statusOp } from './status.ts';
import { organisatie, organisatieAlias, trekker, werkrelatie } from './tables.server.ts';

const naamVan = (rows: readonly { id: string; naam: string }[], id: string | null) => {
	const row = rows.find((r) => r.id === id);
	return row ? { id: row.id, naam: row.naam } : null;
};

/** Refuses what is no organisatie of this werkplaats, however it got into the form. */
export function mustBeOrganisatie(actor: Actor, organisatieId: string | null) {
	if (organisatieId && !listOrganisatieNamen(actor).some(({ id }) => id === organisatieId))
		throw new Invalid({ organisatieId: 'Kies een organisatie uit de lijst.' });
}

/** Names only, of all organisaties: to choose for whom somebody sits at the table. */
export function listOrganisatieNamen(actor: Actor): { id: string; naam: string }[] {
	const werkplaatsId = werkplaatsVan(actor);
	must(mayReadOrganisatieNaam(actor, { werkplaatsId }));
	return organisatieRows(werkplaatsId).map(({ id, naam }) => ({ id, naam }));
}

/** The hogescholen that lead the werkplaats: everyone in it may know. */
export function listTrekkers(actor: Actor) {
	const werkplaatsId = werkplaatsVan(actor);
	must(mayReadOrganisatieNaam(actor, { werkplaatsId }));
	return db()
		.select({ id: organisatie.id, naam: organisatie.naam, lectoraat: trekker.lectoraat })
		.from(trekker)
		.innerJoin(organisatie, eq(organisatie.id, trekker.organisatieId))
		.where(eq(trekker.werkplaatsId, werkplaatsId))
		.orderBy(asc(organisatie.naam))
		.all();
}

/** All rows, and those of them that this actor may read. */
export function readable(actor: Actor): { alle: OrganisatieRow[]; mijn: OrganisatieRow[] } {
	must(mayListPartners(actor));
	const alle = organisatieRows(werkplaatsVan(actor));
	const mijn = alle.filter((row) =>
		mayReadOrganisatie(actor, { ...row, organisatieId: row.id, koepelIds: row.koepelIds }),
	);
	return { alle, mijn };
}

/** Every organisatie this actor may read, with where it stands on a day. */
export function listOrganisaties(actor: Actor, op: string = today()) {
	const { alle, mijn } = readable(actor);
	const werkplaatsId = werkplaatsVan(actor);
	const trekkers = listTrekkers(actor);
	const partnerschappen = partnerschapRows(werkplaatsId);
	const intentieverklaringen = intentieRows(werkplaatsId);
	const van = <T extends { organisatieId: string }>(rows: T[], id: string) =>
		rows.filter((r) => r.organisatieId === id);
	return mijn.map((row) => ({
		id: row.id,
		naam: row.naam,
		soort: row.soort,
		regio: row.regio,
		aliassen: row.aliassen,
		koepel: naamVan(alle, row.koepelId),
		trekker: trekkers.find((t) => t.id === row.id)?.lectoraat ?? null,
		status: statusOp(
			{
				partnerschappen: van(partnerschappen, row.id),
				intentieverklaringen: van(intentieverklaringen, row.id),
			},
			op,
		),
		lijktOp: lijktOp(row, mijn).map(({ id, naam }) => ({ id, naam })),
	}));
}

export type OrganisatieRegel = ReturnType<typeof listOrganisaties>[number];

/** Who works there, and who has the role of contact. */
function mensenVan(organisatieId: string, werkplaatsId: string) {
	const namen = new Map(persoonNamen(werkplaatsId).map((p) => [p.id, p.naam]));
	const werk = db()
		.select()
		.from(werkrelatie)
		.where(eq(werkrelatie.organisatieId, organisatieId))
		.orderBy(asc(werkrelatie.createdAt))
		.all();
	const contacten = db()
		.select({ persoonId: rol.persoonId })
		.from(rol)
		.where(and(eq(rol.organisatieId, organisatieId), isNull(rol.ingetrokkenOp)))
		.all();
	return {
		mensen: werk.flatMap(({ id, persoonId, functie, van, tot }) => {
			const naam = namen.get(persoonId);
			return naam ? [{ id, persoonId, naam, functie, van, tot }] : [];
		}),
		contacten: contacten.flatMap(({ persoonId }) => namen.get(persoonId) ?? []),
	};
}

const themaTitels = (werkplaatsId: string) =>
	db()
		.select({ id: thema.id, naam: thema.titel })
		.from(thema)
		.where(eq(thema.werkplaatsId, werkplaatsId))
		.orderBy(asc(thema.volgnummer))
		.all();

const periodeNamen = (werkplaatsId: string) =>
	db()
		.select({ id: periode.id, naam: periode.naam })
		.from(periode)
		.where(eq(periode.werkplaatsId, werkplaatsId))
		.orderBy(asc(periode.van))
		.all();

/** What was agreed with this organisatie, with names instead of ids beside them. */
function afspraken(organisatieId: string, werkplaatsId: string) {
	const [themas, perioden] = [themaTitels(werkplaatsId), periodeNamen(werkplaatsId)];
	const personen = persoonNamen(werkplaatsId);
	return {
		partnerschappen: partnerschapRows(werkplaatsId)
			.filter((p) => p.organisatieId === organisatieId)
			.map(({ createdAt: _c, updatedAt: _u, updatedBy: _b, ...p }) => ({
				...p,
				contactpersoon: naamVan(personen, p.contactpersoonId)?.naam ?? null,
				thema: naamVan(themas, p.themaId)?.naam ?? null,
			})),
		intentieverklaringen: intentieRows(werkplaatsId)
			.filter((i) => i.organisatieId === organisatieId)
			.map(({ createdAt: _c, updatedAt: _u, updatedBy: _b, ...i }) => ({
				...i,
				periode: naamVan(perioden, i.periodeId)?.naam ?? null,
				thema: naamVan(themas, i.themaId)?.naam ?? null,
			})),
	};
}

/** One organisatie with everything the werkplaats knows of it. */
export function detailOrganisatie(actor: Actor, id: string) {
	const werkplaatsId = werkplaatsVan(actor);
	const regel = mustFind(listOrganisaties(actor).find((r) => r.id === id));
	const { alle } = readable(actor);
	const may = {
		edit: mayEditOrganisatie(actor, { werkplaatsId }),
		editPartnerschap: mayEditPartnerschap(actor, { werkplaatsId }),
	};
	return {
		...regel,
		aliassen: db()
			.select({ id: organisatieAlias.id, naam: organisatieAlias.naam })
			.from(organisatieAlias)
			.where(eq(organisatieAlias.organisatieId, id))
			.orderBy(asc(organisatieAlias.naam))
			.all(),
		leden: ledenOnder(id, alle).flatMap((lid) => naamVan(alle, lid) ?? []),
		...afspraken(id, werkplaatsId),
		...mensenVan(id, werkplaatsId),
		gebruik: may.edit ? gebruikVan(id) : [],
		may,
	};
}

export type OrganisatieDetail = ReturnType<typeof detailOrganisatie>;

/** What the forms about an organisatie let somebody choose from; nothing for who may not edit. */
export function listKeuzes(actor: Actor) {
	const werkplaatsId = werkplaatsVan(actor);
	if (!mayEditOrganisatie(actor, { werkplaatsId }))
		return { organisaties: [], personen: [], themas: [], perioden: [] };
	return {
		organisaties: listOrganisatieNamen(actor),
		personen: persoonNamen(werkplaatsId),
		themas: themaTitels(werkplaatsId),
		perioden: periodeNamen(werkplaatsId),
	};
}

export type Keuzes = ReturnType<typeof listKeuzes>;
