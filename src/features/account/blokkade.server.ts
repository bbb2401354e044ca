import { and, eq, isNull } from 'drizzle-orm';
import { now } from '#server/clock.ts';
import { record } from '#server/audit.ts';
import { db } from '#server/db/db.ts';
import { isBlocked } from './account.server.ts';
import { endAccountSessions } from './session.server.ts';
import { accountBlokkade, inlogbewijs } from './tables.server.ts';

/** Who shuts out or lets in, for the audit: a persoon, or the program for the administrator. */
export interface Door {
	door: string | null;
	werkplaatsId?: string;
}

const write = (action: string, accountId: string, { door, werkplaatsId }: Door) =>
	record({ actor: door ?? 'systeem', action, object: `account:${accountId}`, werkplaatsId });

/** From this moment: no session, no link that still works, no log-in. */
export function block(accountId: string, reden: string, by: Door) {
	db().transaction(() => {
		if (!isBlocked(accountId))
			db().insert(accountBlokkade).values({ accountId, reden, door: by.door }).run();
		endAccountSessions(accountId);
		db().delete(inlogbewijs).where(eq(inlogbewijs.accountId, accountId)).run();
		write('account.block', accountId, by);
	});
}

export function unblock(accountId: string, by: Door) {
	const open = and(eq(accountBlokkade.accountId, accountId), isNull(accountBlokkade.opgehevenOp));
	db().transaction(() => {
		db().update(accountBlokkade).set({ opgehevenOp: now() }).where(open).run();
		write('account.unblock', accountId, by);
	});
}

export function endAll(accountId: string, by: Door) {
	db().transaction(() => {
		endAccountSessions(accountId);
		write('account.end-sessions', accountId, by);
	});
}
