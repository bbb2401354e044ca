import { and, eq } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import { vergelijkDatum } from '#features/datum/toon.ts';
import { today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { organisatie, werkrelatie } from './tables.server.ts';

/** Where I work now, by name: the latest begun when there are several, and nothing when there is none. */
export function detailMijnOrganisatie(actor: Actor): string | undefined {
	if (actor.soort !== 'persoon') return undefined;
	const op = today();
	return db()
		.select({ naam: organisatie.naam, van: werkrelatie.van, tot: werkrelatie.tot })
		.from(werkrelatie)
		.innerJoin(organisatie, eq(organisatie.id, werkrelatie.organisatieId))
		.where(
			and(
				eq(werkrelatie.persoonId, actor.persoonId),
				eq(organisatie.werkplaatsId, actor.werkplaatsId),
			),
		)
		.all()
		.filter(({ van, tot }) => (!van || van.dag <= op) && (!tot || tot.dag >= op))
		.sort((a, b) => vergelijkDatum(a.van, b.van))
		.at(-1)?.naam;
}
