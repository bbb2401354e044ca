import { and, eq, gte, isNull, lte, or, sql } from 'drizzle-orm';
import { NIEMAND, type Actor } from '#access/actor.ts';
import { isBlocked } from '#features/account/account.server.ts';
import { accountPersoon, rol } from '#features/persoon/tables.server.ts';
import { today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { prepared } from '#server/db/prepared.ts';
import { leeromgeving, lidmaatschap } from './tables.server.ts';

const roles = prepared((db) =>
	db
		.select({ rol: rol.rol, organisatieId: rol.organisatieId })
		.from(rol)
		.where(and(eq(rol.persoonId, sql.placeholder('persoonId')), isNull(rol.ingetrokkenOp)))
		.prepare(),
);

const memberships = prepared((db) =>
	db
		.select({ leeromgevingId: lidmaatschap.leeromgevingId, rol: lidmaatschap.rol })
		.from(lidmaatschap)
		.innerJoin(leeromgeving, eq(leeromgeving.id, lidmaatschap.leeromgevingId))
		.where(
			and(
				eq(lidmaatschap.persoonId, sql.placeholder('persoonId')),
				eq(leeromgeving.werkplaatsId, sql.placeholder('werkplaatsId')),
				lte(lidmaatschap.van, sql.placeholder('today')),
				or(isNull(lidmaatschap.tot), gte(lidmaatschap.tot, sql.placeholder('today'))),
			),
		)
		.prepare(),
);

const links = prepared((db) =>
	db
		.select({ werkplaatsId: accountPersoon.werkplaatsId })
		.from(accountPersoon)
		.where(
			and(
				eq(accountPersoon.accountId, sql.placeholder('accountId')),
				eq(accountPersoon.persoonId, sql.placeholder('persoonId')),
			),
		)
		.prepare(),
);

/** Who acts: what this account may be today. Niemand when the persoon is not (or no longer) its own. */
export function loadActor(who: { accountId: string; persoonId: string | null }): Actor {
	const { accountId, persoonId } = who;
	if (!persoonId) return NIEMAND;
	const link = links().get({ accountId, persoonId });
	if (!link) return NIEMAND;
	const { werkplaatsId } = link;
	const rollen = roles().all({ persoonId });
	return {
		soort: 'persoon',
		persoonId,
		accountId,
		werkplaatsId,
		rollen: [...new Set(rollen.map((r) => r.rol))],
		lidmaatschappen: memberships().all({ persoonId, werkplaatsId, today: today() }),
		contactVan: rollen.flatMap((r) => r.organisatieId ?? []),
	};
}

/** What a persoon may be today; niemand for who has no way in, or is shut out. */
export function loadActorOf(persoonId: string): Actor {
	const ways = db()
		.select({ accountId: accountPersoon.accountId })
		.from(accountPersoon)
		.where(eq(accountPersoon.persoonId, persoonId))
		.all();
	const open = ways.find(({ accountId }) => !isBlocked(accountId));
	return open ? loadActor({ ...open, persoonId }) : NIEMAND;
}
