import type { Actor } from '#access/actor.ts';
import { must } from '#access/must.ts';
import { record } from '#server/audit.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { findAccount } from './account.server.ts';
import { block, endAll, unblock } from './blokkade.server.ts';
import { session } from './tables.server.ts';

/** For the administrator of the installation; a beheerder of a werkplaats acts on its personen. */

const SYSTEEM = { door: null };

function accountWith(actor: Actor, email: string): string {
	must(actor.soort === 'systeem');
	const found = findAccount(email);
	if (!found) throw new Invalid({ email: 'Er is geen account met dit e-mailadres.' });
	return found.id;
}

export const blockAccount = (actor: Actor, { email, reden }: { email: string; reden: string }) =>
	block(accountWith(actor, email), reden, SYSTEEM);

export const unblockAccount = (actor: Actor, { email }: { email: string }) =>
	unblock(accountWith(actor, email), SYSTEEM);

export const endSessions = (actor: Actor, { email }: { email: string }) =>
	endAll(accountWith(actor, email), SYSTEEM);

/** After a backup was put back: whoever was logged in then is not logged in now. */
export function endAllSessions(actor: Actor) {
	must(actor.soort === 'systeem');
	db().delete(session).run();
	record({ actor: 'systeem', action: 'session.end-all', object: 'session:*' });
}
