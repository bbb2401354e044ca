import { createAccount } from '#features/account/account.server.ts';
import { accountPersoon } from '#features/persoon/tables.server.ts';
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
	const wachtwoordHash = await hashPassword(login.wachtwoord);
	const { email, persoonId, werkplaatsId } = login;
	return db().transaction(() => {
		const accountId = createAccount({ email, wachtwoordHash });
		db().insert(accountPersoon).values({ accountId, persoonId, werkplaatsId }).run();
		return accountId;
	});
}
