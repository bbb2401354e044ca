import { eq } from 'drizzle-orm';
import { werkplaatsVan, type Actor } from '#access/actor.ts';
import { mayEditGremium, mayListGremia, mayReadGremium } from '#access/gremium.ts';
import { must, mustFind } from '#access/must.ts';
import { vergelijkTekst } from '#features/datum/naam.ts';
import { persoonNamen } from '#features/persoon/rows.server.ts';
import { today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { GREMIUM_NIVEAUS, type GremiumNiveau } from './niveau.ts';
import { ledenRows, opheffingRows, vergaderingRows } from './rows.server.ts';
import { hoeVaak, opgehevenOp, statusOp, holdsOn } from './status.ts';
import { gremium } from './tables.server.ts';

const NIVEAUS = Object.keys(GREMIUM_NIVEAUS) as GremiumNiveau[];

type Row = typeof gremium.$inferSelect;

function metAlles(row: Row, dag: string) {
	const leden = ledenRows(row.id);
	const vergaderingen = vergaderingRows(row.id);
	const opheffingen = opheffingRows(row.id);
	return { row, leden, vergaderingen, opheffingen, nu: leden.filter((l) => holdsOn(l, dag)) };
}

/** Every gremium this actor may read, in order of niveau. */
function readable(actor: Actor) {
	const werkplaatsId = werkplaatsVan(actor);
	const rows = db().select().from(gremium).where(eq(gremium.werkplaatsId, werkplaatsId)).all();
	return rows
		.map((row) => metAlles(row, today()))
		.filter(({ row, nu }) => mayReadGremium(actor, { ...row, leden: nu.map((l) => l.persoonId) }))
		.sort(
			(a, b) =>
				NIVEAUS.indexOf(a.row.niveau) - NIVEAUS.indexOf(b.row.niveau) ||
				vergelijkTekst(a.row.naam, b.row.naam),
		);
}

/** Gremia for who sees them all, or those somebody is in; Forbidden for everybody else. */
export function listGremia(actor: Actor) {
	const gremia = readable(actor);
	must(mayListGremia(actor) || gremia.length > 0);
	return gremia.map(({ row, nu, vergaderingen, opheffingen }) => ({
		id: row.id,
		naam: row.naam,
		niveau: row.niveau,
		samenstelling: row.samenstelling,
		taak: row.taak,
		status: statusOp(opheffingen, today()),
		sinds: opgehevenOp(opheffingen, today())?.op ?? null,
		aantalLeden: nu.length,
		keer: hoeVaak(vergaderingen),
	}));
}

export type GremiumRegel = ReturnType<typeof listGremia>[number];

/** True when this actor may make a gremium. */
export const mayCreate = (actor: Actor): boolean =>
	mayEditGremium(actor, { werkplaatsId: werkplaatsVan(actor) });

/** One gremium with its whole history: leaving, dissolving and reviving take nothing away. */
export function detailGremium(actor: Actor, id: string) {
	const found = mustFind(readable(actor).find(({ row }) => row.id === id));
	const { row, leden, vergaderingen, opheffingen } = found;
	const { naam, niveau, samenstelling, taak, van } = row;
	return {
		...{ id, naam, niveau, samenstelling, taak, van },
		status: statusOp(opheffingen, today()),
		opheffing: opgehevenOp(opheffingen, today()) ?? opheffingen.find((o) => !o.herleefdOp) ?? null,
		opheffingen,
		leden: leden.map((lid) => ({ ...lid, nu: holdsOn(lid, today()) })),
		vergaderingen,
		keer: hoeVaak(vergaderingen),
		may: { edit: mayEditGremium(actor, row) },
	};
}

export type GremiumDetail = ReturnType<typeof detailGremium>;

/** Whom the form can choose as lid; nobody for who may not edit. */
export function listLidKeuzes(actor: Actor): { id: string; naam: string }[] {
	const werkplaatsId = werkplaatsVan(actor);
	if (!mayEditGremium(actor, { werkplaatsId })) return [];
	return persoonNamen(werkplaatsId);
}
