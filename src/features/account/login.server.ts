import { eq } from 'drizzle-orm';
import { db } from '#server/db/db.ts';
import { record } from '#server/audit.ts';
import { Invalid, TooMany } from '#server/errors.ts';
import { limit } from '#server/limits.ts';
import { events } from '#server/metrics/events.ts';
import { hashPassword, needsRehash, verifyPassword } from '#server/password/hash.ts';
import { hashToken } from '#server/session/token.ts';
import { delayFor, fail, forgive, hit, unhit, waitFor } from '#server/throttle.ts';
import {
	findAccount,
	isBlocked,
	isKnownDevice,
	sameEmail,
	type Account,
} from './account.server.ts';
import { account } from './tables.server.ts';

const WRONG = 'E-mailadres of wachtwoord klopt niet.';
const LOCK = 'login';

/** Who knocks: from which address, and the token of a browser that was here before. */
export interface Visitor {
	address: string;
	apparaat?: string;
}

const failuresPerAddress = () => ({
	name: 'login-address',
	max: limit('loginFailures'),
	seconds: 15 * 60,
});

/**
 * A browser that logged in before has a count of its own: a stranger who guesses cannot lock out
 * the owner. Addresses that nobody has are counted like any other.
 */
const lockFor = (email: string, found: Account | undefined, { apparaat }: Visitor) =>
	found && apparaat && isKnownDevice(found.id, apparaat)
		? `${found.id}:${hashToken(apparaat)}`
		: sameEmail(email);

function wrong(seconds: number) {
	events().loginFailure();
	return new Invalid(
		seconds > 0 ? `${WRONG} Wacht ${seconds} ${seconds === 1 ? 'seconde' : 'seconden'}.` : WRONG,
	);
}

/**
 * The account that these belong to. Every other answer is the same in words and in time, whether
 * the address is known, blocked, without password or unknown.
 * @throws Invalid with the sentence for the form; TooMany for an address that failed too often
 */
export async function logIn(
	{ email, wachtwoord }: { email: string; wachtwoord: string },
	visitor: Visitor,
): Promise<string> {
	const wait = waitFor(failuresPerAddress(), visitor.address);
	if (wait > 0) throw new TooMany(wait);
	const found = findAccount(email);
	const lock = lockFor(email, found, visitor);
	const delay = delayFor(LOCK, lock);
	if (delay > 0) throw wrong(delay);

	countFailure(lock, visitor);
	const right = await verifyPassword(found?.wachtwoordHash, wachtwoord);
	if (!right || !found || isBlocked(found.id)) {
		recordLogin(found?.id ?? 'onbekend', 'geweigerd');
		throw wrong(delayFor(LOCK, lock));
	}
	forgive(LOCK, lock);
	unhit(failuresPerAddress(), visitor.address);
	await renewHash(found, wachtwoord);
	return found.id;
}

/** Who tried, as an id: the address itself is nowhere but in the account. */
export const recordLogin = (accountId: string, result: 'ok' | 'geweigerd') =>
	record({ actor: accountId, action: 'session.start', object: `account:${accountId}`, result });

/** Before the password is looked at: fifty tries at the same moment are fifty tries. */
function countFailure(lock: string, visitor: Visitor) {
	db().transaction(() => {
		fail(LOCK, lock);
		hit(failuresPerAddress(), visitor.address);
	});
}

/** Somebody proved who they are in another way: the count of mistakes starts afresh. */
export const forgiveLogin = (email: string) => forgive(LOCK, sameEmail(email));

async function renewHash({ id, wachtwoordHash }: Account, wachtwoord: string) {
	if (!wachtwoordHash || !needsRehash(wachtwoordHash)) return;
	const renewed = await hashPassword(wachtwoord);
	db().update(account).set({ wachtwoordHash: renewed }).where(eq(account.id, id)).run();
}
