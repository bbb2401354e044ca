import { createAccount } from '#features/account/account.server.ts';
import { linkAccount } from '#features/persoon/write.server.ts';
import { db } from '#server/db/db.ts';
import { hashPassword } from '#server/password/hash.ts';

export interface Login {
	werkplaatsId: string;
	persoonId: string;
	email: string;
	wachtwoord: string;
}

/** A way in that is known beforehand: only ever for the people of a seed. Returns the account. */
export async function createLogin(login: Login): Promise<string> {
	const { email, persoonId, werkplaatsId, wachtwoord } = login;
	const wachtwoordHash = await hashPassword(wachtwoord);
	return db().transaction(() => {
		const accountId = createAccount({ email, wachtwoordHash });
		linkAccount({ soort: 'systeem', werkplaatsId }, { accountId, persoonId });
		return accountId;
	});
}
