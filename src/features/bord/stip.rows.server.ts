import { and, asc, eq, inArray, isNull, sum, sql } from 'drizzle-orm';
import { now } from '#server/clock.ts';
import type { Perspectief } from '#access/actor.ts';
import { db } from '#server/db/db.ts';
import { prepared } from '#server/db/prepared.ts';
import { idFrom } from '#server/id.ts';
import { readDocument } from '#sync/server/edit.ts';
import { bordNaam } from './document.ts';
import type { GelegdeReden } from './document.server.ts';
import { doelenOp, doelNu, telStippen } from './document.stip.ts';
import { deelnemer, stip, stipnamens, stipronde } from './tables.server.ts';

export type RondeRow = typeof stipronde.$inferSelect;

const ronden = prepared((db) =>
	db
		.select()
		.from(stipronde)
		.where(
			and(eq(stipronde.bordId, sql.placeholder('bordId')), eq(stipronde.id, sql.placeholder('id'))),
		)
		.prepare(),
);

export const rondeRow = (bordId: string, id: string): RondeRow | undefined =>
	id === '' ? undefined : ronden().get({ bordId, id });

/** What can get a dot at this moment, as the document says: groups, or stories. */
export const doelIdsOp = (bordId: string): string[] => readDocument(bordNaam(bordId), doelenOp);

/** Dots by the group that has them now: of two that became one, the one that stayed. */
export const perGroep = (
	bordId: string,
	gegeven: readonly { groepId: string; aantal: number }[],
): Record<string, number> =>
	gegeven.length === 0 ? {} : readDocument(bordNaam(bordId), (doc) => telStippen(doc, gegeven));

export const som = (stippen: Readonly<Record<string, number>>): number =>
	Object.values(stippen).reduce((n, aantal) => n + aantal, 0);

export const stippenVan = (rondeId: string, deelnemerId: string) =>
	db()
		.select({ groepId: stip.groepId, aantal: stip.aantal, reden: stip.reden })
		.from(stip)
		.where(and(eq(stip.rondeId, rondeId), eq(stip.deelnemerId, deelnemerId)))
		.all();

const rijenVan = (rondeId: string) =>
	db()
		.select({
			deelnemerId: deelnemer.id,
			groepId: stip.groepId,
			naam: deelnemer.naam,
			perspectief: deelnemer.perspectief,
			aantal: stip.aantal,
		})
		.from(stip)
		.innerJoin(deelnemer, eq(deelnemer.id, stip.deelnemerId))
		.where(eq(stip.rondeId, rondeId))
		.orderBy(asc(deelnemer.naam))
		.all();

export function gevers({ bordId, id }: RondeRow) {
	const perGever = Map.groupBy(rijenVan(id), ({ deelnemerId }) => deelnemerId);
	return readDocument(bordNaam(bordId), (doc) =>
		[...perGever.values()].flatMap((rijen) =>
			Object.entries(telStippen(doc, rijen)).map(([groepId, aantal]) => {
				const { naam, perspectief } = rijen[0]!;
				return { groepId, naam, perspectief, aantal };
			}),
		),
	);
}

/**
 * What was given to a group that is gone goes back to who gave it; of everybody, or of one, and then
 * also what that one gave to a group that they give anew, or to one that went into it.
 */
export function takeBack(
	{ bordId, id }: RondeRow,
	anew?: { deelnemerId: string; groepId: string },
) {
	const of = and(
		eq(stip.rondeId, id),
		anew === undefined ? undefined : eq(stip.deelnemerId, anew.deelnemerId),
	);
	const given = db().selectDistinct({ groepId: stip.groepId }).from(stip).where(of).all();
	const back = readDocument(bordNaam(bordId), (doc) =>
		given.filter(({ groepId }) => ['', anew?.groepId].includes(doelNu(doc, groepId))),
	);
	const ids = back.map(({ groepId }) => groepId);
	if (ids.length === 0) return;
	db()
		.delete(stip)
		.where(and(of, inArray(stip.groepId, ids)))
		.run();
}

/** From now on nobody moves a dot in it. */
export function sluitRonde(ronde: RondeRow) {
	if (ronde.geslotenOp !== null) return;
	takeBack(ronde);
	db().update(stipronde).set({ geslotenOp: now() }).where(eq(stipronde.id, ronde.id)).run();
}

/** Of who was sent away nothing counts in a round that still runs. */
export function takeBackStippen(bordId: string, deelnemerId: string) {
	const open = db()
		.select({ id: stipronde.id })
		.from(stipronde)
		.where(and(eq(stipronde.bordId, bordId), isNull(stipronde.uitslagOp)));
	db()
		.delete(stip)
		.where(and(eq(stip.deelnemerId, deelnemerId), inArray(stip.rondeId, open)))
		.run();
}

/** Of every group on the bord how many it has; what was counted in the room with it. */
export function totalen(bordId: string, rondeId: string): Record<string, number> {
	const none = Object.fromEntries(doelIdsOp(bordId).map((id) => [id, 0]));
	const given = [stip, stipnamens].flatMap((table) =>
		db()
			.select({ groepId: table.groepId, aantal: sum(table.aantal).mapWith(Number) })
			.from(table)
			.where(eq(table.rondeId, rondeId))
			.groupBy(table.groepId)
			.all(),
	);
	return { ...none, ...perGroep(bordId, given) };
}

interface Reden {
	bij: string;
	tekst: string;
	perspectief: Perspectief | '';
}

/** With what was counted in the room: of those people nothing is known. */
const redenRijen = (rondeId: string): Reden[] => [
	...db()
		.select({ bij: stip.groepId, tekst: stip.reden, perspectief: deelnemer.perspectief })
		.from(stip)
		.innerJoin(deelnemer, eq(deelnemer.id, stip.deelnemerId))
		.where(eq(stip.rondeId, rondeId))
		.all(),
	...db()
		.select({ bij: stipnamens.groepId, tekst: stipnamens.reden })
		.from(stipnamens)
		.where(eq(stipnamens.rondeId, rondeId))
		.all()
		.map((row) => ({ ...row, perspectief: '' as const })),
];

/**
 * Why each story was chosen, to lay on the table: in the order of their words, for any other could
 * tell who wrote them. From which side only in a round that was open about who gave what.
 */
export function redenenVan({ id: rondeId, geheim }: RondeRow): GelegdeReden[] {
	return redenRijen(rondeId)
		.filter(({ tekst }) => tekst !== '')
		.map((row) => (geheim ? { ...row, perspectief: '' as const } : row))
		.sort((a, b) => a.tekst.localeCompare(b.tekst, 'nl'))
		.map((row, nr) => ({ ...row, id: idFrom(`${rondeId} ${nr} ${row.tekst}`), nr }));
}
