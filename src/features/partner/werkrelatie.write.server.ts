import { eq, getTableColumns } from 'drizzle-orm';
import { werkplaatsVan, type Actor } from '#access/actor.ts';
import { must, mustFind } from '#access/must.ts';
import { mayEditOrganisatie } from '#access/partner.ts';
import { persoonRow } from '#features/persoon/rows.server.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import type { WerkrelatieInput } from './input.ts';
import { organisatieRow } from './rows.server.ts';
import { organisatie, werkrelatie } from './tables.server.ts';

function mustEdit(actor: Actor): string {
	const werkplaatsId = werkplaatsVan(actor);
	must(mayEditOrganisatie(actor, { werkplaatsId }));
	return werkplaatsId;
}

const werkrelatieRow = (id: string) =>
	db()
		.select({ ...getTableColumns(werkrelatie), werkplaatsId: organisatie.werkplaatsId })
		.from(werkrelatie)
		.innerJoin(organisatie, eq(organisatie.id, werkrelatie.organisatieId))
		.where(eq(werkrelatie.id, id))
		.get();

/** Somebody works there; several times in a life, and at several places at once. */
export function createWerkrelatie(
	actor: Actor,
	input: WerkrelatieInput & { organisatieId: string },
) {
	const werkplaatsId = mustEdit(actor);
	mustFind(organisatieRow(werkplaatsId, input.organisatieId));
	mustFind(persoonRow(werkplaatsId, input.persoonId));
	if (input.van && input.tot && input.tot.dag < input.van.dag)
		throw new Invalid({ tot: 'Het einde ligt voor het begin. Kijk de datums na.' });
	return db().insert(werkrelatie).values(input).returning({ id: werkrelatie.id }).get().id;
}

export function removeWerkrelatie(actor: Actor, id: string) {
	const werkplaatsId = mustEdit(actor);
	mustFind(werkrelatieRow(id), (row) => row.werkplaatsId === werkplaatsId);
	db().delete(werkrelatie).where(eq(werkrelatie.id, id)).run();
}
