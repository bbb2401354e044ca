import { eq } from 'drizzle-orm';
import { record } from '#server/audit.ts';
import { now } from '#server/clock.ts';
import { config } from '#server/config.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { queueMail } from '#server/mail/outbox.ts';
import { hashToken, newToken } from '#server/session/token.ts';
import { detailAccount, findAccount, sameEmail } from './account.server.ts';
import { isCodeAdres } from './adres.ts';
import { detailLink, forgetBewijzen, mayMail, useLink } from './bewijs.server.ts';
import { bevestigBrief, gewijzigdBrief } from './brief.ts';
import { account, inlogbewijs } from './tables.server.ts';

const LASTS = 60 * 60_000;

/**
 * Mails a link to an address that was typed. Only when it is opened the account gets the address:
 * nobody can sit on the address of somebody else. The answer is the same when it is taken.
 */
export function requestEmail(accountId: string, typed: string) {
	const email = sameEmail(typed);
	db().transaction(() => {
		if (!mayMail(email) || findAccount(email)) return;
		const token = newToken();
		const verlooptOp = new Date(now().getTime() + LASTS);
		db()
			.insert(inlogbewijs)
			.values({ accountId, soort: 'email', email, tokenHash: hashToken(token), verlooptOp })
			.run();
		queueMail({ to: email, ...bevestigBrief(`${config().origin}/bevestigen/${token}`) });
	});
}

/** Uses the link up: from now on this address logs in. The address before it hears so. */
export function updateEmail(token: string): string | undefined {
	return db().transaction(() => {
		const { email } = detailLink('email', token);
		const accountId = useLink('email', token);
		if (!accountId || !email) return undefined;
		if (findAccount(email)) throw new Invalid('Dit adres hoort al bij een ander account.');
		const before = detailAccount(accountId)?.email ?? '';
		db().update(account).set({ email }).where(eq(account.id, accountId)).run();
		forgetBewijzen(accountId);
		record({ actor: accountId, action: 'account.email', object: `account:${accountId}` });
		if (before && !isCodeAdres(before)) queueMail({ to: before, ...gewijzigdBrief() });
		return accountId;
	});
}
