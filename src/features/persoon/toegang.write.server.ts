import { and, eq, inArray } from 'drizzle-orm';
import { doorWie, type Actor } from '#access/actor.ts';
import { must } from '#access/must.ts';
import { mayBlockAccount } from '#access/persoon.ts';
import { block, endAll, unblock, type Door } from '#features/account/blokkade.server.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { mustLeaveBeheerder } from './beheerders.server.ts';
import type { Blokkade } from './input.ts';
import { accountPersoon, rol } from './tables.server.ts';
import { findPersoon } from './write.server.ts';

/** The accounts of a persoon, for who may shut it out, and as whom this is written down. */
function mustOwnAccounts(actor: Actor, persoonId: string): { ids: string[]; by: Door } {
	const { werkplaatsId } = findPersoon(actor, persoonId);
	must(mayBlockAccount(actor, { werkplaatsId }));
	const ids = accountIds(persoonId);
	if (ids.length === 0) throw new Invalid('Deze persoon heeft geen account.');
	if (isElsewhere(ids, werkplaatsId))
		throw new Invalid(
			'Dit account hoort ook bij een andere werkplaats. Vraag het aan de beheerder van de server.',
		);
	return { ids, by: { door: doorWie(actor), werkplaatsId } };
}

const accountIds = (persoonId: string) =>
	db()
		.select({ id: accountPersoon.accountId })
		.from(accountPersoon)
		.where(eq(accountPersoon.persoonId, persoonId))
		.all()
		.map((row) => row.id);

/** One account may open several werkplaatsen; one of them cannot close it for the others. */
const isElsewhere = (ids: string[], werkplaatsId: string) =>
	db()
		.select({ werkplaatsId: accountPersoon.werkplaatsId })
		.from(accountPersoon)
		.where(inArray(accountPersoon.accountId, ids))
		.all()
		.some((row) => row.werkplaatsId !== werkplaatsId);

/** This persoon is out at once and cannot log in, until somebody lifts it. */
export function blockPersoon(actor: Actor, { persoonId, reden }: Blokkade) {
	const { ids, by } = mustOwnAccounts(actor, persoonId);
	const isBeheerder = and(eq(rol.persoonId, persoonId), eq(rol.rol, 'beheerder'));
	if (by.werkplaatsId && db().select({ id: rol.id }).from(rol).where(isBeheerder).get())
		mustLeaveBeheerder(by.werkplaatsId, persoonId);
	for (const id of ids) block(id, reden, by);
}

export function unblockPersoon(actor: Actor, { persoonId }: { persoonId: string }) {
	const { ids, by } = mustOwnAccounts(actor, persoonId);
	for (const id of ids) unblock(id, by);
}

/** A lost phone: every session of this persoon ends, logging in again is fine. */
export function endSessionsOf(actor: Actor, { persoonId }: { persoonId: string }) {
	const { ids, by } = mustOwnAccounts(actor, persoonId);
	for (const id of ids) endAll(id, by);
}
