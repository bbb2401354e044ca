import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import { doorWie, werkplaatsVan, type Actor } from '#access/actor.ts';
import { voluit } from '#features/persoon/naam.ts';
import { persoon } from '#features/persoon/tables.server.ts';
import { record } from '#server/audit.ts';
import { today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { holdsOn, wieOpen } from './lidmaatschap.ts';
import { naamOp, opVolgorde, type NaamInTijd } from './naam.ts';
import {
	leeromgeving,
	leeromgevingNaam,
	leeromgevingPeriode,
	leeromgevingThema,
	lidmaatschap,
} from './tables.server.ts';

export function namenOf(leeromgevingId: string): NaamInTijd[] {
	const rows = db()
		.select()
		.from(leeromgevingNaam)
		.where(eq(leeromgevingNaam.leeromgevingId, leeromgevingId))
		.all();
	return opVolgorde(rows.map(({ naam, van, reden }) => ({ naam, van, reden })));
}

/** Who is in one of these teams now, each persoon once. */
export function ledenNu(leeromgevingIds: readonly string[]) {
	const rows = db()
		.select({ spell: lidmaatschap, wie: persoon })
		.from(lidmaatschap)
		.innerJoin(persoon, eq(persoon.id, lidmaatschap.persoonId))
		.where(inArray(lidmaatschap.leeromgevingId, [...leeromgevingIds]))
		.orderBy(asc(lidmaatschap.van), asc(persoon.voornaam))
		.all();
	return wieOpen(
		rows.map(({ spell, wie }) => ({
			persoonId: wie.id,
			naam: voluit(wie),
			nu: holdsOn(spell, today()),
		})),
	);
}

/** A cloth is how you know a team before you read: no two have the same. */
export function mustBeFree(werkplaatsId: string, kleed: string, own = '') {
	const others = and(
		eq(leeromgeving.werkplaatsId, werkplaatsId),
		eq(leeromgeving.kleed, kleed),
		ne(leeromgeving.id, own),
	);
	const taken = db().select({ id: leeromgeving.id }).from(leeromgeving).where(others).get();
	if (!taken) return;
	const naam = naamOp(namenOf(taken.id), today());
	throw new Invalid({ kleed: `Dit kleed ligt al bij ${naam}. Kies een ander kleed.` });
}

/** A team is not above itself, however many teams lie between. */
export function mustNotCircle(id: string, bovenliggendId: string | null) {
	for (let above = bovenliggendId; above; above = aboveOf(above)) {
		if (above !== id) continue;
		throw new Invalid({ bovenliggendId: 'Een team kan niet onder zichzelf vallen.' });
	}
}

const aboveOf = (id: string): string | null =>
	db()
		.select({ above: leeromgeving.bovenliggendId })
		.from(leeromgeving)
		.where(eq(leeromgeving.id, id))
		.get()?.above ?? null;

export function assignThemas(leeromgevingId: string, themaIds: readonly string[]) {
	const mine = eq(leeromgevingThema.leeromgevingId, leeromgevingId);
	db().delete(leeromgevingThema).where(mine).run();
	for (const themaId of themaIds)
		db().insert(leeromgevingThema).values({ leeromgevingId, themaId }).run();
}

export function assignPerioden(leeromgevingId: string, periodeIds: readonly string[]) {
	const mine = eq(leeromgevingPeriode.leeromgevingId, leeromgevingId);
	db().delete(leeromgevingPeriode).where(mine).run();
	for (const periodeId of periodeIds)
		db().insert(leeromgevingPeriode).values({ leeromgevingId, periodeId }).run();
}

const isMaker = (actor: Actor) =>
	actor.soort === 'persoon' && !actor.rollen.includes('coordinator');

/** Who may enter a space changes: that is kept, who did it and to which spell. */
export const recordLid = (
	actor: Actor,
	action: string,
	{ id, werkplaatsId }: { id: string; werkplaatsId: string },
) =>
	record({
		actor: doorWie(actor) ?? 'systeem',
		action: `lidmaatschap.${action}`,
		object: `lidmaatschap:${id}`,
		werkplaatsId,
	});

/**
 * The first people at the table. Who starts a team without being coördinator leads it:
 * otherwise nobody could let the others in.
 */
export function createEersteLeden(
	actor: Actor,
	leeromgevingId: string,
	persoonIds: readonly string[],
) {
	const door = doorWie(actor);
	const spell = { leeromgevingId, van: today(), updatedBy: door };
	const add = (values: typeof lidmaatschap.$inferInsert) => {
		const { id } = db().insert(lidmaatschap).values(values).returning().get();
		recordLid(actor, `create.${values.rol}`, { id, werkplaatsId: werkplaatsVan(actor) });
	};
	const maker = door !== null && isMaker(actor);
	if (maker) add({ ...spell, persoonId: door, rol: 'trekker', perspectief: 'onderzoek' });
	for (const persoonId of persoonIds) {
		if (persoonId === door && maker) continue;
		const who = db().select().from(persoon).where(eq(persoon.id, persoonId)).get();
		add({ ...spell, persoonId, rol: 'lid', perspectief: who?.perspectief ?? 'anders' });
	}
}
