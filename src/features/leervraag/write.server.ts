import { and, eq, isNull } from 'drizzle-orm';
import { type Actor, doorWie, isInEen } from '#access/actor.ts';
import {
	mayKoppelLeervraag,
	mayNeemLeervraag,
	mayWriteLeervraag,
	mayWritePraktijkvraag,
} from '#access/leervraag.ts';
import type { LeeromgevingFacts } from '#access/leeromgeving.ts';
import { must } from '#access/must.ts';
import { thema } from '#features/kennisagenda/tables.server.ts';
import { factsOf, findLeeromgeving, mustBeHere } from '#features/leeromgeving/find.server.ts';
import { organisatie } from '#features/partner/tables.server.ts';
import { wieWas } from '#features/persoon/rows.server.ts';
import { lidmaatschap } from '#features/leeromgeving/tables.server.ts';
import { now } from '#server/clock.ts';
import { merge, pick } from '#server/conflict.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { basisLeervraag, basisPraktijkvraag } from './basis.ts';
import { findLeervraag, findPraktijkvraag, loslatingOf, mustWriteVraag } from './find.server.ts';
import type {
	LeervraagInput,
	LeervraagNieuw,
	LoslatingInput,
	PraktijkvraagInput,
	PraktijkvraagNieuw,
} from './input.ts';
import {
	afleiding,
	leervraag,
	leervraagLeeromgeving,
	loslating,
	praktijkvraag,
	vraagVersie,
} from './tables.server.ts';

/** Every text a vraag ever had is kept: how a question shifts is what a werkplaats learns from. */
function keepVersie(actor: Actor, vraagId: string, tekst: string) {
	db()
		.insert(vraagVersie)
		.values({ vraagId, tekst, door: doorWie(actor) })
		.run();
}

/** A leervraag on the agenda, of no team, one or several. */
export function createLeervraag(
	actor: Actor,
	input: LeervraagNieuw & { leeromgevingIds: readonly string[] },
): { id: string } {
	must(isInEen(actor));
	const { leeromgevingIds, ...values } = input;
	const { werkplaatsId } = actor;
	must(mayWriteLeervraag(actor, { werkplaatsId, leeromgevingIds }));
	for (const id of leeromgevingIds)
		must(mayKoppelLeervraag(actor, factsOf(findLeeromgeving(actor, id))));
	mustBeHere(actor, { table: thema, ids: [input.themaId], field: 'themaId' });
	const door = doorWie(actor);
	return db().transaction(() => {
		const { id } = db()
			.insert(leervraag)
			.values({ ...values, werkplaatsId, door, updatedBy: door })
			.returning({ id: leervraag.id })
			.get();
		for (const leeromgevingId of leeromgevingIds)
			db().insert(leervraagLeeromgeving).values({ leervraagId: id, leeromgevingId }).run();
		keepVersie(actor, id, input.tekst);
		return { id };
	});
}

export function updateLeervraag(
	actor: Actor,
	{ id, ...input }: LeervraagInput & { id: string },
	basis?: Record<string, string>,
) {
	const { row, facts } = findLeervraag(actor, id);
	must(mayWriteLeervraag(actor, facts));
	mustBeHere(row, { table: thema, ids: [input.themaId], field: 'themaId' });
	const [theirs, mine] = [basisLeervraag(row), basisLeervraag(input)];
	const keep = merge({ theirs, basis, mine, by: wieWas(facts.werkplaatsId, row.updatedBy) });
	if (keep.size === 0) return;
	db().transaction(() => {
		const values = { ...pick(input, keep), updatedBy: doorWie(actor) };
		db().update(leervraag).set(values).where(eq(leervraag.id, id)).run();
		if (keep.has('tekst')) keepVersie(actor, id, input.tekst);
	});
}

/** A team takes a leervraag of the agenda as its own. */
export function createKoppeling(
	actor: Actor,
	input: { leervraagId: string; leeromgevingId: string },
) {
	const { row, facts } = findLeervraag(actor, input.leervraagId);
	const team = findLeeromgeving(actor, input.leeromgevingId);
	must(mayNeemLeervraag(actor, facts, factsOf(team)));
	db()
		.insert(leervraagLeeromgeving)
		.values({ leervraagId: row.id, leeromgevingId: team.id })
		.onConflictDoNothing()
		.run();
}

/** The team puts it back on the agenda; the leervraag itself stays. */
export function removeKoppeling(
	actor: Actor,
	input: { leervraagId: string; leeromgevingId: string },
) {
	const team = findLeeromgeving(actor, input.leeromgevingId);
	must(mayKoppelLeervraag(actor, factsOf(team)));
	const link = and(
		eq(leervraagLeeromgeving.leervraagId, input.leervraagId),
		eq(leervraagLeeromgeving.leeromgevingId, team.id),
	);
	db().delete(leervraagLeeromgeving).where(link).run();
}

function setAfleiding(praktijkvraagId: string, leervraagIds: readonly string[]) {
	db().delete(afleiding).where(eq(afleiding.praktijkvraagId, praktijkvraagId)).run();
	for (const leervraagId of leervraagIds)
		db().insert(afleiding).values({ praktijkvraagId, leervraagId }).run();
}

/** Who brought a praktijkvraag sits or sat in the team: nobody learns a name by guessing. */
function mustBeLid({ leeromgevingId }: LeeromgevingFacts, persoonId: string | null) {
	if (!persoonId) return;
	const { id, leeromgevingId: team, persoonId: wie } = lidmaatschap;
	const sits = and(eq(team, leeromgevingId), eq(wie, persoonId));
	if (!db().select({ id }).from(lidmaatschap).where(sits).get())
		throw new Invalid({ indienerId: 'Kies iemand uit de lijst.' });
}

function mustPointHere(where: LeeromgevingFacts, input: PraktijkvraagNieuw) {
	mustBeHere(where, { table: leervraag, ids: input.leervraagIds, field: 'leervraagIds' });
	mustBeLid(where, input.indienerId);
	mustBeHere(where, { table: organisatie, ids: [input.organisatieId], field: 'organisatieId' });
}

/** A concrete question from practice, from any number of leervragen: none is fine too. */
export function derivePraktijkvraag(
	actor: Actor,
	input: PraktijkvraagNieuw & { leeromgevingId: string },
): { id: string } {
	const team = findLeeromgeving(actor, input.leeromgevingId);
	must(mayWritePraktijkvraag(actor, factsOf(team)));
	mustPointHere(factsOf(team), input);
	const { leervraagIds, ...values } = input;
	const door = doorWie(actor);
	return db().transaction(() => {
		const { id } = db()
			.insert(praktijkvraag)
			.values({ ...values, door, updatedBy: door })
			.returning({ id: praktijkvraag.id })
			.get();
		setAfleiding(id, leervraagIds);
		keepVersie(actor, id, input.tekst);
		return { id };
	});
}

export function updatePraktijkvraag(
	actor: Actor,
	{ id, ...input }: PraktijkvraagInput & { id: string },
	basis?: Record<string, string>,
) {
	const { row, facts } = findPraktijkvraag(actor, id);
	must(mayWritePraktijkvraag(actor, facts));
	mustPointHere(facts, input);
	const [theirs, mine] = [basisPraktijkvraag(row), basisPraktijkvraag(input)];
	const keep = merge({ theirs, basis, mine, by: wieWas(facts.werkplaatsId, row.updatedBy) });
	db().transaction(() => {
		const { leervraagIds, ...rest } = input;
		const values = { ...pick(rest, keep), updatedBy: doorWie(actor) };
		db().update(praktijkvraag).set(values).where(eq(praktijkvraag.id, id)).run();
		setAfleiding(id, leervraagIds);
		if (keep.has('tekst')) keepVersie(actor, id, input.tekst);
	});
}

/** Dropped with a reason, and kept: the reason is part of what was learnt. */
export function createLoslating(actor: Actor, input: LoslatingInput) {
	mustWriteVraag(actor, input.vraagId);
	if (loslatingOf(input.vraagId)) {
		throw new Invalid('Deze vraag is al losgelaten.');
	}
	db()
		.insert(loslating)
		.values({ ...input, door: doorWie(actor) })
		.run();
}

/** Taken up again. That it was dropped, and why, stays. */
export function withdrawLoslating(actor: Actor, { vraagId }: { vraagId: string }) {
	mustWriteVraag(actor, vraagId);
	const open = and(eq(loslating.vraagId, vraagId), isNull(loslating.teruggenomenOp));
	const values = { teruggenomenOp: now(), teruggenomenDoor: doorWie(actor) };
	db().update(loslating).set(values).where(open).run();
}
