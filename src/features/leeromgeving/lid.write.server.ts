import { and, eq, isNull, ne } from 'drizzle-orm';
import { doorWie, type Actor, type Perspectief } from '#access/actor.ts';
import { mayEditLeden, mayReadVoorkant } from '#access/leeromgeving.ts';
import { must, mustFind } from '#access/must.ts';
import { organisatie } from '#features/partner/tables.server.ts';
import { persoon } from '#features/persoon/tables.server.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { factsOf, findLeeromgeving, mustBeHere } from './find.server.ts';
import type { LidEinde, LidInput, LidNieuw, StoelInput } from './lid.input.ts';
import { clashes, type Spanne } from './lidmaatschap.ts';
import { recordLid } from './rows.server.ts';
import { leeromgeving, legeStoel, lidmaatschap } from './tables.server.ts';

interface Plek extends Spanne {
	leeromgevingId: string;
	persoonId: string;
	perspectief: Perspectief;
}

/** Two hats at once is fine, the same hat twice is a mistake. */
function mustNotClash(plek: Plek, own = '') {
	const others = db()
		.select()
		.from(lidmaatschap)
		.where(
			and(
				eq(lidmaatschap.leeromgevingId, plek.leeromgevingId),
				eq(lidmaatschap.persoonId, plek.persoonId),
				ne(lidmaatschap.id, own),
			),
		)
		.all();
	if (!clashes(others, plek)) return;
	throw new Invalid({
		perspectief: 'Deze persoon zit in die tijd al aan tafel met dit perspectief.',
	});
}

/** Somebody takes a seat, for the first time or again. */
export function createLidmaatschap(
	actor: Actor,
	input: LidNieuw & { leeromgevingId: string; tot?: string | null },
): { id: string } {
	const row = findLeeromgeving(actor, input.leeromgevingId);
	must(mayEditLeden(actor, factsOf(row)));
	mustBeHere(row, { table: persoon, ids: [input.persoonId], field: 'persoonId' });
	mustBeHere(row, { table: organisatie, ids: [input.namensId], field: 'namensId' });
	const tot = input.tot ?? null;
	mustEndAfter(input.van, tot);
	mustNotClash({ ...input, tot });
	return db().transaction(() => {
		const made = db()
			.insert(lidmaatschap)
			.values({ ...input, tot, updatedBy: doorWie(actor) })
			.returning({ id: lidmaatschap.id })
			.get();
		recordLid(actor, `create.${input.rol}`, { ...row, ...made });
		return made;
	});
}

function mustEndAfter(van: string, tot: string | null) {
	if (tot && tot < van) {
		throw new Invalid({ tot: 'De laatste dag ligt voor de eerste dag. Kies een latere dag.' });
	}
}

/** A spell whose leden this actor may change. */
function findSpell(actor: Actor, id: string) {
	const found = db()
		.select({ spell: lidmaatschap, team: leeromgeving })
		.from(lidmaatschap)
		.innerJoin(leeromgeving, eq(leeromgeving.id, lidmaatschap.leeromgevingId))
		.where(eq(lidmaatschap.id, id))
		.get();
	const { spell, team } = mustFind(found, (row) => mayReadVoorkant(actor, row.team));
	must(mayEditLeden(actor, factsOf(team)));
	return { spell, team };
}

export function updateLidmaatschap(actor: Actor, input: LidInput) {
	const { spell, team } = findSpell(actor, input.id);
	mustBeHere(team, { table: organisatie, ids: [input.namensId], field: 'namensId' });
	mustNotClash({ ...spell, perspectief: input.perspectief }, spell.id);
	const { id, ...values } = input;
	db().transaction(() => {
		db()
			.update(lidmaatschap)
			.set({ ...values, updatedBy: doorWie(actor) })
			.where(eq(lidmaatschap.id, id))
			.run();
		recordLid(actor, `update.${input.rol}`, { ...team, id });
	});
}

/** The last day; the spell stays in the list, and the persoon may come back. */
export function finaliseLidmaatschap(actor: Actor, { id, tot, redenEinde }: LidEinde) {
	const { spell, team } = findSpell(actor, id);
	mustEndAfter(spell.van, tot);
	mustNotClash({ ...spell, tot }, spell.id);
	db().transaction(() => {
		db()
			.update(lidmaatschap)
			.set({ tot, redenEinde, updatedBy: doorWie(actor) })
			.where(eq(lidmaatschap.id, id))
			.run();
		recordLid(actor, 'finalise', { ...team, id });
	});
}

/** A chair the team wants filled. */
export function createLegeStoel(actor: Actor, input: StoelInput & { leeromgevingId: string }) {
	const row = findLeeromgeving(actor, input.leeromgevingId);
	must(mayEditLeden(actor, factsOf(row)));
	db()
		.insert(legeStoel)
		.values({ ...input, door: doorWie(actor) })
		.run();
}

/** The chair is filled, or no longer needed. */
export function removeLegeStoel(actor: Actor, { id }: { id: string }) {
	const found = db()
		.select({ team: leeromgeving })
		.from(legeStoel)
		.innerJoin(leeromgeving, eq(leeromgeving.id, legeStoel.leeromgevingId))
		.where(and(eq(legeStoel.id, id), isNull(legeStoel.gevuldOp)))
		.get();
	const { team } = mustFind(found, (row) => mayReadVoorkant(actor, row.team));
	must(mayEditLeden(actor, factsOf(team)));
	db().update(legeStoel).set({ gevuldOp: now() }).where(eq(legeStoel.id, id)).run();
}
