import { eq } from 'drizzle-orm';
import { record } from '#server/audit.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { Invalid, TooMany } from '#server/errors.ts';
import { hashPassword, verifyPassword } from '#server/password/hash.ts';
import { passwordMistake } from '#server/password/rules.ts';
import { delayFor, fail, forgive } from '#server/throttle.ts';
import { detailAccount } from './account.server.ts';
import { detailLink, forgetBewijzen, useLink } from './bewijs.server.ts';
import { endAccountSessions, type Session } from './session.server.ts';
import { account } from './tables.server.ts';

const RECENT = 30 * 60_000;
const LOCK = 'huidig';

/** True when the person logged in less than half an hour ago. */
export const isRecent = ({ createdAt }: Pick<Session, 'createdAt'>) =>
	now().getTime() - createdAt.getTime() <= RECENT;

/**
 * For what would give the account away: a fresh log-in, or the password of now. Wrong ones count
 * like wrong log-ins, so that an unattended screen is no place to guess.
 */
export async function checkRecent(session: Session, huidig: string) {
	if (isRecent(session)) return;
	const own = detailAccount(session.accountId);
	if (!own?.wachtwoordHash) throw new Invalid('Log eerst opnieuw in. Daarna kun je dit wijzigen.');
	const wait = delayFor(LOCK, session.accountId);
	if (wait > 0) throw new TooMany(wait);
	fail(LOCK, session.accountId);
	if (!(await verifyPassword(own.wachtwoordHash, huidig)))
		throw new Invalid({ huidig: 'Dit is niet je wachtwoord van nu.' });
	forgive(LOCK, session.accountId);
}

/** @throws Invalid at `wachtwoord` */
export function checkPassword(wachtwoord: string, context: readonly string[]) {
	const mistake = passwordMistake(wachtwoord, context);
	if (mistake) throw new Invalid({ wachtwoord: mistake });
}

/** A link that was on its way opens nothing after this. */
const store = (accountId: string, wachtwoordHash: string) =>
	db().transaction(() => {
		db().update(account).set({ wachtwoordHash }).where(eq(account.id, accountId)).run();
		forgetBewijzen(accountId);
		record({ actor: accountId, action: 'account.password', object: `account:${accountId}` });
	});

/**
 * Sets or changes the password of the own account; all other sessions end. Asks for the present
 * password, unless the log-in is fresh.
 */
export async function updatePassword(
	session: Session,
	given: { wachtwoord: string; huidig: string },
	context: readonly string[],
) {
	await checkRecent(session, given.huidig);
	checkPassword(given.wachtwoord, [...context, session.email]);
	store(session.accountId, await hashPassword(given.wachtwoord));
	endAccountSessions(session.accountId, session.tokenHash);
}

/** With a link from the mail. All sessions end: who asked for this may have been robbed. */
export async function resetPassword(
	token: string,
	wachtwoord: string,
): Promise<string | undefined> {
	const { state, email } = detailLink('wachtwoord', token);
	if (state !== 'goed' || !email) return undefined;
	checkPassword(wachtwoord, [email]);
	const hashed = await hashPassword(wachtwoord);
	return db().transaction(() => {
		const accountId = useLink('wachtwoord', token);
		if (!accountId) return undefined;
		store(accountId, hashed);
		endAccountSessions(accountId);
		return accountId;
	});
}
