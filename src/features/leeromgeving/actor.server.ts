import { and, eq, gte, isNull, lte, or } from 'drizzle-orm';
import { NIEMAND, type Actor } from '#access/actor.ts';
import { isBlocked } from '#features/account/account.server.ts';
import { accountPersoon, rol } from '#features/persoon/tables.server.ts';
import { today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { leeromgeving, lidmaatschap } from './tables.server.ts';

const rolesOf = (persoonId: string) =>
	db()
		.select({ rol: rol.rol, organisatieId: rol.organisatieId })
		.from(rol)
		.where(and(eq(rol.persoonId, persoonId), isNull(rol.ingetrokkenOp)))
		.all();

const membershipsOf = (persoonId: string, werkplaatsId: string) =>
	db()
		.select({ leeromgevingId: lidmaatschap.leeromgevingId, rol: lidmaatschap.rol })
		.from(lidmaatschap)
		.innerJoin(leeromgeving, eq(leeromgeving.id, lidmaatschap.leeromgevingId))
		.where(
			and(
				eq(lidmaatschap.persoonId, persoonId),
				eq(leeromgeving.werkplaatsId, werkplaatsId),
				lte(lidmaatschap.van, today()),
				or(isNull(lidmaatschap.tot), gte(lidmaatschap.tot, today())),
			),
		)
		.all();

/** Who acts: what this account may be today. Niemand when the persoon is not (or no longer) its own. */
export function loadActor(who: { accountId: string; persoonId: string | null }): Actor {
	const { accountId, persoonId } = who;
	if (!persoonId) return NIEMAND;
	const link = db()
		.select({ werkplaatsId: accountPersoon.werkplaatsId })
		.from(accountPersoon)
		.where(and(eq(accountPersoon.accountId, accountId), eq(accountPersoon.persoonId, persoonId)))
		.get();
	if (!link) return NIEMAND;
	const rollen = rolesOf(persoonId);
	return {
		soort: 'persoon',
		persoonId,
		accountId,
		werkplaatsId: link.werkplaatsId,
		rollen: [...new Set(rollen.map((r) => r.rol))],
		lidmaatschappen: membershipsOf(persoonId, link.werkplaatsId),
		contactVan: rollen.flatMap((r) => r.organisatieId ?? []),
	};
}

/** What a persoon may be today; niemand for who has no way in, or is shut out. */
export function loadActorOf(persoonId: string): Actor {
	const links = db()
		.select({ accountId: accountPersoon.accountId })
		.from(accountPersoon)
		.where(eq(accountPersoon.persoonId, persoonId))
		.all();
	const open = links.find(({ accountId }) => !isBlocked(accountId));
	return open ? loadActor({ ...open, persoonId }) : NIEMAND;
}
