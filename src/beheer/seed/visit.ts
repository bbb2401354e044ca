import { eq, notInArray } from 'drizzle-orm';
import { codeAdres } from '#features/account/adres.ts';
import { createAccount, findAccount } from '#features/account/account.server.ts';
import { account } from '#features/account/tables.server.ts';
import { accountPersoon } from '#features/persoon/tables.server.ts';
import { werkplaats } from '#features/werkplaats/tables.server.ts';
import { db } from '#server/db/db.ts';
import type { FirstVisit } from '#server/first-visit.ts';
import { loadVoorbeeld } from './voorbeeld.ts';

/** Nobody can log in to it: a visitor gets a session and nothing else. */
const VISITOR = codeAdres('voorbeeld');
const COORDINATOR = 'hanneke';

function visitor() {
	const found = findAccount(VISITOR);
	const link =
		found && db().select().from(accountPersoon).where(eq(accountPersoon.accountId, found.id)).get();
	return link && { accountId: link.accountId, persoonId: link.persoonId };
}

export const visit: FirstVisit = {
	open: async () =>
		db().transaction(() => {
			const known = visitor();
			if (known) return known;
			const { werkplaatsId, ids } = loadVoorbeeld();
			const persoonId = ids.get('persoon', COORDINATOR);
			const accountId = findAccount(VISITOR)?.id ?? createAccount({ email: VISITOR });
			db().insert(accountPersoon).values({ accountId, persoonId, werkplaatsId }).run();
			return { accountId, persoonId };
		}),
	remove: () => {
		const { changes } = db().delete(werkplaats).where(eq(werkplaats.isVoorbeeld, true)).run();
		if (!changes) return;
		const elsewhere = db().select({ id: accountPersoon.accountId }).from(accountPersoon);
		db().delete(account).where(notInArray(account.id, elsewhere)).run();
	},
};
