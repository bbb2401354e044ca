import { asc, desc, eq } from 'drizzle-orm';
import { type Actor, isInEen } from '#access/actor.ts';
import {
	mayReadPraktijkvraag,
	mayWriteLeervraag,
	mayWritePraktijkvraag,
} from '#access/leervraag.ts';
import { mayReadRuimte } from '#access/leeromgeving.ts';
import { thema } from '#features/kennisagenda/tables.server.ts';
import { factsOf, findRuimte } from '#features/leeromgeving/find.server.ts';
import { listLeeromgevingen } from '#features/leeromgeving/read.server.ts';
import { leeromgeving } from '#features/leeromgeving/tables.server.ts';
import { organisatie } from '#features/partner/tables.server.ts';
import { persoon } from '#features/persoon/tables.server.ts';
import { db } from '#server/db/db.ts';
import { rowid } from '#server/db/rowid.ts';
import { faseVan } from './fase.ts';
import {
	findLeervraag,
	findPraktijkvraag,
	loslatingOf,
	teamIdsOf,
	type LeervraagRow,
	type PraktijkvraagRow,
} from './find.server.ts';
import {
	afleiding,
	leervraag,
	leervraagLeeromgeving,
	loslating,
	praktijkvraag,
	vraagVersie,
} from './tables.server.ts';

/** Why and when a vraag was dropped, for who reads it. */
function losgelatenOf(vraagId: string) {
	const row = loslatingOf(vraagId);
	return row ? { reden: row.reden, op: row.createdAt } : null;
}

const leervraagOf = (row: LeervraagRow) => ({
	id: row.id,
	tekst: row.tekst,
	themaId: row.themaId,
	herkomst: row.herkomst,
	perspectief: row.perspectief,
	status: row.status,
	losgelaten: losgelatenOf(row.id),
	fase: faseVan(row.id),
});

const praktijkvraagOf = (row: PraktijkvraagRow) => ({
	id: row.id,
	leeromgevingId: row.leeromgevingId,
	tekst: row.tekst,
	perspectief: row.perspectief,
	status: row.status,
	antwoord: row.antwoord,
	losgelaten: losgelatenOf(row.id),
	fase: faseVan(row.id),
});

/** The teams by id, as much of them as everyone may know. */
function teamNamen(actor: Actor) {
	return new Map(
		listLeeromgevingen(actor).map(({ id, naam, kleed }) => [id, { id, naam, kleed }] as const),
	);
}

/** All leervragen of the werkplaats: the kennisagenda. Dropped ones are in it, with their reason. */
export function listLeervragen(actor: Actor) {
	if (!isInEen(actor)) return [];
	const teams = teamNamen(actor);
	const rows = db()
		.select()
		.from(leervraag)
		.where(eq(leervraag.werkplaatsId, actor.werkplaatsId))
		.orderBy(asc(leervraag.createdAt), asc(rowid(leervraag)))
		.all();
	return rows.map((row) => ({
		...leervraagOf(row),
		leeromgevingen: teamIdsOf(row.id).flatMap((id) => teams.get(id) ?? []),
	}));
}

/** The first open leervraag of each team: what its voorkant says. */
export function listHoofdvragen(actor: Actor): Record<string, string> {
	const open = listLeervragen(actor).filter((vraag) => !vraag.losgelaten);
	const pairs = open.flatMap((vraag) => vraag.leeromgevingen.map((t) => [t.id, vraag.tekst]));
	return Object.fromEntries(pairs.reverse());
}

const afgeleidUit = (leervraagId: string): PraktijkvraagRow[] =>
	db()
		.select({ vraag: praktijkvraag })
		.from(afleiding)
		.innerJoin(praktijkvraag, eq(praktijkvraag.id, afleiding.praktijkvraagId))
		.where(eq(afleiding.leervraagId, leervraagId))
		.orderBy(asc(praktijkvraag.createdAt), asc(rowid(praktijkvraag)))
		.all()
		.map((row) => row.vraag);

const bronnenVan = (praktijkvraagId: string): LeervraagRow[] =>
	db()
		.select({ vraag: leervraag })
		.from(afleiding)
		.innerJoin(leervraag, eq(leervraag.id, afleiding.leervraagId))
		.where(eq(afleiding.praktijkvraagId, praktijkvraagId))
		.orderBy(asc(leervraag.createdAt), asc(rowid(leervraag)))
		.all()
		.map((row) => row.vraag);

/** The vragen of one team. Forbidden for who is not in its space. */
export function listVragenVan(actor: Actor, leeromgevingId: string) {
	const team = findRuimte(actor, leeromgevingId);
	const leervragen = db()
		.select({ vraag: leervraag })
		.from(leervraagLeeromgeving)
		.innerJoin(leervraag, eq(leervraag.id, leervraagLeeromgeving.leervraagId))
		.where(eq(leervraagLeeromgeving.leeromgevingId, team.id))
		.orderBy(asc(leervraag.createdAt), asc(rowid(leervraag)))
		.all();
	const praktijkvragen = db()
		.select()
		.from(praktijkvraag)
		.where(eq(praktijkvraag.leeromgevingId, team.id))
		.orderBy(asc(praktijkvraag.createdAt), asc(rowid(praktijkvraag)))
		.all();
	return {
		leervragen: leervragen.map(({ vraag }) => leervraagOf(vraag)),
		praktijkvragen: praktijkvragen.map((row) => ({
			...praktijkvraagOf(row),
			uit: bronnenVan(row.id).map((bron) => bron.id),
		})),
		may: { write: mayWritePraktijkvraag(actor, factsOf(team)) },
	};
}

/** Every praktijkvraag this actor may read, for searching. */
export function listPraktijkvragen(actor: Actor) {
	if (!isInEen(actor)) return [];
	const { werkplaatsId } = actor;
	return db()
		.select({ vraag: praktijkvraag })
		.from(praktijkvraag)
		.innerJoin(leeromgeving, eq(leeromgeving.id, praktijkvraag.leeromgevingId))
		.where(eq(leeromgeving.werkplaatsId, werkplaatsId))
		.orderBy(asc(praktijkvraag.createdAt), asc(rowid(praktijkvraag)))
		.all()
		.map(({ vraag }) => praktijkvraagOf(vraag))
		.filter(({ leeromgevingId }) => mayReadPraktijkvraag(actor, { werkplaatsId, leeromgevingId }));
}

const themaOf = (themaId: string | null) =>
	(themaId &&
		db()
			.select({ id: thema.id, titel: thema.titel })
			.from(thema)
			.where(eq(thema.id, themaId))
			.get()) ||
	null;

/** One leervraag with its trail: who works on it and, as far as you may know, what came of it. */
export function detailLeervraag(actor: Actor, id: string) {
	const { row, facts } = findLeervraag(actor, id);
	const { werkplaatsId } = row;
	const teams = teamNamen(actor);
	const mayKnow = facts.leeromgevingIds.every((leeromgevingId) =>
		mayReadRuimte(actor, { werkplaatsId, leeromgevingId }),
	);
	return {
		...leervraagOf(row),
		thema: themaOf(row.themaId),
		leeromgevingen: facts.leeromgevingIds.flatMap((team) => teams.get(team) ?? []),
		praktijkvragen: afgeleidUit(id)
			.filter(({ leeromgevingId }) => mayReadPraktijkvraag(actor, { werkplaatsId, leeromgevingId }))
			.map((vraag) => ({ ...praktijkvraagOf(vraag), team: teams.get(vraag.leeromgevingId)! })),
		versies: versiesOf(id, mayKnow),
		loslatingen: loslatingenOf(id),
		may: { write: mayWriteLeervraag(actor, facts) },
	};
}

/** One praktijkvraag with its trail back; NotFound for who is not in the team. */
export function detailPraktijkvraag(actor: Actor, id: string) {
	const { row, facts } = findPraktijkvraag(actor, id);
	return {
		...praktijkvraagOf(row),
		indienerId: row.indienerId,
		indiener: voornaamOf(row.indienerId),
		organisatieId: row.organisatieId,
		organisatie: organisatieOf(row.organisatieId),
		team: teamNamen(actor).get(row.leeromgevingId)!,
		leervragen: bronnenVan(id).map(leervraagOf),
		versies: versiesOf(id, true),
		loslatingen: loslatingenOf(id),
		may: { write: mayWritePraktijkvraag(actor, facts) },
	};
}

const voornaamOf = (id: string | null) =>
	(id &&
		db().select({ naam: persoon.voornaam }).from(persoon).where(eq(persoon.id, id)).get()?.naam) ||
	'';

const organisatieOf = (id: string | null) =>
	(id &&
		db().select({ naam: organisatie.naam }).from(organisatie).where(eq(organisatie.id, id)).get()
			?.naam) ||
	'';

/** Every text it had, newest first. Who wrote it is for who may know the leden. */
function versiesOf(vraagId: string, withNames: boolean) {
	const rows = db()
		.select()
		.from(vraagVersie)
		.where(eq(vraagVersie.vraagId, vraagId))
		.orderBy(desc(vraagVersie.createdAt), desc(rowid(vraagVersie)))
		.all();
	return rows.map(({ id, tekst, door, createdAt }) => ({
		id,
		tekst,
		op: createdAt,
		door: withNames ? voornaamOf(door) : '',
	}));
}

const loslatingenOf = (vraagId: string) =>
	db()
		.select({ reden: loslating.reden, op: loslating.createdAt, terug: loslating.teruggenomenOp })
		.from(loslating)
		.where(eq(loslating.vraagId, vraagId))
		.orderBy(desc(loslating.createdAt), desc(rowid(loslating)))
		.all();
