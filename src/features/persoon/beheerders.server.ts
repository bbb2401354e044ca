import { and, count, eq, isNull, ne, notInArray } from 'drizzle-orm';
import { accountBlokkade } from '#features/account/tables.server.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { accountPersoon, persoon, rol } from './tables.server.ts';

const blockedAccounts = () =>
	db()
		.select({ id: accountBlokkade.accountId })
		.from(accountBlokkade)
		.where(isNull(accountBlokkade.opgehevenOp));

/** Refuses when nobody but this persoon is beheerder and can log in. */
export function mustLeaveBeheerder(werkplaatsId: string, persoonId: string) {
	const others = db()
		.select({ n: count() })
		.from(rol)
		.innerJoin(persoon, eq(persoon.id, rol.persoonId))
		.innerJoin(accountPersoon, eq(accountPersoon.persoonId, persoon.id))
		.where(
			and(
				eq(persoon.werkplaatsId, werkplaatsId),
				eq(rol.rol, 'beheerder'),
				isNull(rol.ingetrokkenOp),
				ne(rol.persoonId, persoonId),
				notInArray(accountPersoon.accountId, blockedAccounts()),
			),
		)
		.get();
	if (!others?.n)
		throw new Invalid('Dit is de laatste beheerder. Maak eerst iemand anders beheerder.');
}
