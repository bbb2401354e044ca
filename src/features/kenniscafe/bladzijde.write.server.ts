import { and, eq } from 'drizzle-orm';
import { doorWie, type Actor } from '#access/actor.ts';
import { mayPublish, mayReadInschrijvingen } from '#access/kenniscafe.ts';
import { must } from '#access/must.ts';
import { momentNu } from '#features/aanmelding/rows.server.ts';
import { sameEmail } from '#features/account/account.server.ts';
import {
	factsOf,
	findBijeenkomst,
	type BijeenkomstRow,
} from '#features/bijeenkomst/find.server.ts';
import { wieWas } from '#features/persoon/rows.server.ts';
import { record } from '#server/audit.ts';
import { now } from '#server/clock.ts';
import { merge, pick } from '#server/conflict.ts';
import { db } from '#server/db/db.ts';
import { Invalid, NotFound } from '#server/errors.ts';
import { limit } from '#server/limits.ts';
import { basisBladzijde } from './basis.ts';
import type { BladzijdeRow } from './gezien.server.ts';
import type { BladzijdeInput } from './input.ts';
import { vrijPad } from './pad.ts';
import {
	geefPlekOp,
	listPlekken,
	schuifOp,
	stuurBrief,
	type InschrijvingRow,
} from './plek.server.ts';
import { inschrijving, openbareBladzijde } from './tables.server.ts';

const find = (bijeenkomstId: string): BladzijdeRow | undefined =>
	db()
		.select()
		.from(openbareBladzijde)
		.where(eq(openbareBladzijde.bijeenkomstId, bijeenkomstId))
		.get();

const isBezet = (pad: string) =>
	pad === 'plek' ||
	db()
		.select({ pad: openbareBladzijde.pad })
		.from(openbareBladzijde)
		.where(eq(openbareBladzijde.pad, pad))
		.get() !== undefined;

function noteer(actor: Actor, action: string, { id, werkplaatsId }: BijeenkomstRow) {
	const object = `bijeenkomst:${id}`;
	record({ actor: doorWie(actor) ?? 'systeem', action, object, werkplaatsId });
}

/** Keeps the page; the first time it stays where it is until somebody publishes it. */
export function updateBladzijde(
	actor: Actor,
	{ id, ...input }: BladzijdeInput & { id: string },
	basis?: Record<string, string>,
) {
	const row = findBijeenkomst(actor, id);
	must(mayPublish(actor, factsOf(row)));
	mustHaveDay(row, input);
	const al = find(id);
	if (!al) return createBladzijde(actor, row, input);
	const keep = merge({
		theirs: basisBladzijde(al),
		basis,
		mine: basisBladzijde(input),
		by: wieWas(row.werkplaatsId, al.updatedBy),
	});
	if (keep.size === 0) return;
	const values = { ...pick(input, keep), updatedBy: doorWie(actor) };
	const van = eq(openbareBladzijde.bijeenkomstId, id);
	schuifOp(db().update(openbareBladzijde).set(values).where(van).returning().get());
}

/** Nobody knows until when, when nobody knows when it is. */
function mustHaveDay({ datum }: BijeenkomstRow, { aanmeldenTot }: BladzijdeInput) {
	if (!aanmeldenTot) return;
	if (!datum)
		throw new Invalid({ aanmeldenTot: 'De dag is nog niet bekend. Aanmelden kan dan nog niet.' });
	if (aanmeldenTot > datum.laatste)
		throw new Invalid({ aanmeldenTot: 'Dan is de bijeenkomst al geweest. Kies een dag ervoor.' });
}

function createBladzijde(actor: Actor, row: BijeenkomstRow, input: BladzijdeInput) {
	const door = doorWie(actor);
	const { id: bijeenkomstId, werkplaatsId } = row;
	const values = { ...input, bijeenkomstId, werkplaatsId, door, updatedBy: door };
	const weg = { ingetrokkenOp: now(), ingetrokkenDoor: door };
	db()
		.insert(openbareBladzijde)
		.values({ ...values, ...weg, pad: vrijPad(input.titel, isBezet) })
		.run();
}

/** From now on anybody may read it. */
export function publishBladzijde(
	actor: Actor,
	input: BladzijdeInput & { id: string },
	basis?: Record<string, string>,
) {
	const row = findBijeenkomst(actor, input.id);
	must(mayPublish(actor, factsOf(row)));
	if (!row.open)
		throw new Invalid(
			'Deze bijeenkomst is alleen voor het team. Zet eerst aan dat iedereen mag komen.',
		);
	updateBladzijde(actor, input, basis);
	const values = { ingetrokkenOp: null, ingetrokkenDoor: null };
	const van = eq(openbareBladzijde.bijeenkomstId, row.id);
	db().update(openbareBladzijde).set(values).where(van).run();
	noteer(actor, 'openbaar.publish', row);
}

/** Nobody outside reads it any more; who put their name down keeps their place. */
export function withdrawBladzijde(actor: Actor, id: string) {
	const row = findBijeenkomst(actor, id);
	must(mayPublish(actor, factsOf(row)));
	if (!find(id)) throw new NotFound();
	const values = { ingetrokkenOp: now(), ingetrokkenDoor: doorWie(actor) };
	db().update(openbareBladzijde).set(values).where(eq(openbareBladzijde.bijeenkomstId, id)).run();
	noteer(actor, 'openbaar.withdraw', row);
}

/** Takes somebody off the list, with all that they told of themselves; the next one moves up. */
export function removeInschrijving(
	actor: Actor,
	{ id, bijeenkomstId }: { id: string; bijeenkomstId: string },
) {
	const row = findBijeenkomst(actor, bijeenkomstId);
	must(mayReadInschrijvingen(actor, factsOf(row)));
	const plek = db()
		.select()
		.from(inschrijving)
		.where(and(eq(inschrijving.id, id), eq(inschrijving.bijeenkomstId, row.id)))
		.get();
	if (!plek) throw new NotFound();
	if (plek.afgemeldOp === null) geefPlekOp(plek);
}

/** An address may stand at many places, and not by its owner: a few letters are enough. */
const opAdres = (plekken: InschrijvingRow[]) =>
	[...Map.groupBy(plekken, ({ email }) => sameEmail(email)).values()].flatMap((samen) =>
		samen.slice(0, limit('mailsPerRecipient')),
	);

/**
 * Tells who put their name down that it is another time, or not at all; nobody when it has been.
 * Says how many get it.
 */
export function sendBezoekers(
	actor: Actor,
	{ id, wat }: { id: string; wat: 'gewijzigd' | 'afgezegd' },
): { aantal: number } {
	const row = findBijeenkomst(actor, id);
	must(mayReadInschrijvingen(actor, factsOf(row)));
	if (momentNu(row) === 'geweest') return { aantal: 0 };
	// what came free while it was called off
	const bladzijde = find(row.id);
	if (bladzijde) schuifOp(bladzijde);
	const metMail = opAdres(listPlekken(row.id).filter(({ email }) => email !== ''));
	for (const plek of metMail) stuurBrief(wat, plek);
	return { aantal: metMail.length };
}
