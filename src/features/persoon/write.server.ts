import { and, eq, isNull } from 'drizzle-orm';
import { doorWie, werkplaatsVan, type Actor } from '#access/actor.ts';
import { must, mustFind } from '#access/must.ts';
import {
	mayAssignRol,
	mayEditPersoon,
	mayManagePersonen,
	mayReadPersoon,
} from '#access/persoon.ts';
import { record } from '#server/audit.ts';
import { now } from '#server/clock.ts';
import { merge, pick } from '#server/conflict.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { newId } from '#server/id.ts';
import { mustLeaveBeheerder } from './beheerders.server.ts';
import type { PersoonInput, PersoonNieuw, RolInput } from './input.ts';
import { wieWas } from './rows.server.ts';
import { accountPersoon, persoon, rol } from './tables.server.ts';

/** Somebody of the werkplaats, with an account or (a guest on a list) without. */
export function createPersoon(actor: Actor, input: PersoonNieuw): { id: string } {
	const werkplaatsId = werkplaatsVan(actor);
	must(mayManagePersonen(actor, { werkplaatsId }));
	const id = newId();
	db()
		.insert(persoon)
		.values({ id, werkplaatsId, ...input, updatedBy: doorWie(actor) })
		.run();
	return { id };
}

/** A persoon of the own werkplaats; of another one it does not exist. */
export const findPersoon = (actor: Actor, persoonId: string) =>
	mustFind(db().select().from(persoon).where(eq(persoon.id, persoonId)).get(), (row) =>
		mayReadPersoon(actor, { ...row, persoonId }),
	);

/** Gives an account to a persoon: by the program only, a person accepts an invitation. */
export function linkAccount(actor: Actor, given: { accountId: string; persoonId: string }) {
	must(actor.soort === 'systeem');
	const { werkplaatsId } = findPersoon(actor, given.persoonId);
	db()
		.insert(accountPersoon)
		.values({ ...given, werkplaatsId })
		.run();
}

const textsOf = (given: PersoonInput) => ({
	voornaam: given.voornaam,
	tussenvoegsel: given.tussenvoegsel,
	achternaam: given.achternaam,
	perspectief: given.perspectief ?? '',
	vermelding: given.vermelding,
});

export function updatePersoon(
	actor: Actor,
	{ id, ...input }: PersoonInput & { id: string },
	basis?: Record<string, string>,
) {
	const row = findPersoon(actor, id);
	must(mayEditPersoon(actor, { werkplaatsId: row.werkplaatsId, persoonId: id }));
	const by = wieWas(row.werkplaatsId, row.updatedBy);
	const fields = merge({ theirs: textsOf(row), basis, mine: textsOf(input), by });
	if (fields.size === 0) return;
	db()
		.update(persoon)
		.set({ ...pick(input, fields), updatedBy: doorWie(actor) })
		.where(eq(persoon.id, id))
		.run();
}

/** A role in the werkplaats, from now on. */
export function assignRol(actor: Actor, input: RolInput) {
	const { werkplaatsId, id: persoonId } = findPersoon(actor, input.persoonId);
	must(mayAssignRol(actor, { werkplaatsId, rol: input.rol }));
	const organisatieId = input.rol === 'partnercontact' ? input.organisatieId : null;
	if (input.rol === 'partnercontact' && !organisatieId)
		throw new Invalid({ organisatieId: 'Kies van welke organisatie iemand contactpersoon is.' });
	const same = openRollen(persoonId).some(
		(r) => r.rol === input.rol && r.organisatieId === organisatieId,
	);
	if (same) throw new Invalid({ rol: 'Deze persoon heeft deze rol al.' });
	const door = doorWie(actor);
	db().insert(rol).values({ persoonId, rol: input.rol, organisatieId, door }).run();
	record({
		actor: door ?? 'systeem',
		action: `rol.assign.${input.rol}`,
		object: `persoon:${persoonId}`,
		werkplaatsId,
	});
}

const openRollen = (persoonId: string) =>
	db()
		.select()
		.from(rol)
		.where(and(eq(rol.persoonId, persoonId), isNull(rol.ingetrokkenOp)))
		.all();

/** The role ends; that somebody had it stays known. A werkplaats always keeps one beheerder. */
export function withdrawRol(actor: Actor, { id }: { id: string }) {
	const row = mustFind(
		db()
			.select()
			.from(rol)
			.where(and(eq(rol.id, id), isNull(rol.ingetrokkenOp)))
			.get(),
	);
	const { werkplaatsId } = findPersoon(actor, row.persoonId);
	must(mayAssignRol(actor, { werkplaatsId, rol: row.rol }));
	if (row.rol === 'beheerder') mustLeaveBeheerder(werkplaatsId, row.persoonId);
	const door = doorWie(actor);
	db().update(rol).set({ ingetrokkenOp: now(), ingetrokkenDoor: door }).where(eq(rol.id, id)).run();
	record({
		actor: door ?? 'systeem',
		action: `rol.withdraw.${row.rol}`,
		object: `persoon:${row.persoonId}`,
		werkplaatsId,
	});
}
