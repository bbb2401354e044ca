import { asc, eq } from 'drizzle-orm';
import { isBlocked } from '#features/account/account.server.ts';
import { isCodeAdres } from '#features/account/adres.ts';
import { account } from '#features/account/tables.server.ts';
import { accountPersoon, persoon } from '#features/persoon/tables.server.ts';
import { db } from '#server/db/db.ts';

const waysIn = (persoonId: string) =>
	db()
		.select({ id: account.id, email: account.email })
		.from(accountPersoon)
		.innerJoin(account, eq(account.id, accountPersoon.accountId))
		.where(eq(accountPersoon.persoonId, persoonId))
		.orderBy(asc(accountPersoon.createdAt))
		.all();

/** Every way in was closed: no letter goes there, and no link from a letter works. */
export function isShutOut(persoonId: string): boolean {
	const ways = waysIn(persoonId);
	return ways.length > 0 && ways.every(({ id }) => isBlocked(id));
}

/** Where a letter reaches somebody; empty for who has no address, or was shut out. */
export function adresVan(persoonId: string): string {
	if (isShutOut(persoonId)) return '';
	const own = waysIn(persoonId).find(({ id, email }) => !isBlocked(id) && !isCodeAdres(email));
	const who = db()
		.select({ email: persoon.email })
		.from(persoon)
		.where(eq(persoon.id, persoonId))
		.get();
	return own?.email ?? who?.email ?? '';
}
