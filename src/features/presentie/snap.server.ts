import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Perspectief } from '#access/actor.ts';
import { ruimtenOf, type BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { holdsOn } from '#features/leeromgeving/lidmaatschap.ts';
import { lidmaatschap } from '#features/leeromgeving/tables.server.ts';
import { organisatieRow, organisatieRows } from '#features/partner/rows.server.ts';
import { werkrelatie } from '#features/partner/tables.server.ts';
import { voluit } from '#features/persoon/naam.ts';
import { persoonRow } from '#features/persoon/rows.server.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { organisatieBij } from './bak.ts';

/** Whom somebody speaks for; both empty is for oneself, only a name is one we do not know. */
export interface Namens {
	organisatieId: string | null;
	organisatieNaam: string;
}

/** As it goes on the list, of that day: later changes elsewhere do not change it. */
interface Snap extends Namens {
	persoonId: string;
	naam: string;
	perspectief: Perspectief;
}

const VOOR_ZICH: Namens = { organisatieId: null, organisatieNaam: '' };

function namensOf(werkplaatsId: string, organisatieId: string | null): Namens {
	const row = organisatieId && organisatieRow(werkplaatsId, organisatieId);
	return row ? { organisatieId: row.id, organisatieNaam: row.naam } : VOOR_ZICH;
}

/** The seat of somebody on that day, in one of the teams whose bijeenkomst it is; the latest. */
const plekOp = (leeromgevingIds: string[], persoonId: string, dag: string) =>
	db()
		.select()
		.from(lidmaatschap)
		.where(
			and(
				eq(lidmaatschap.persoonId, persoonId),
				inArray(lidmaatschap.leeromgevingId, leeromgevingIds),
			),
		)
		.orderBy(desc(lidmaatschap.van), desc(lidmaatschap.createdAt))
		.all()
		.find((spell) => holdsOn(spell, dag));

/** For whom somebody worked that day, when that was one organisatie and no more. */
function werkgeverOp(persoonId: string, dag: string): string | null {
	const werk = db()
		.select()
		.from(werkrelatie)
		.where(eq(werkrelatie.persoonId, persoonId))
		.all()
		.filter(({ van, tot }) => (!van || van.dag <= dag) && (!tot || dag <= tot.dag));
	return werk.length === 1 ? werk[0]!.organisatieId : null;
}

/** How a persoon sits at a table of these teams on that day. */
export function snapIn(
	{ werkplaatsId, leeromgevingIds }: { werkplaatsId: string; leeromgevingIds: string[] },
	persoonId: string,
	dag: string,
): Snap {
	const wie = persoonRow(werkplaatsId, persoonId);
	if (!wie) throw new Invalid({ persoonId: 'Kies iemand uit de lijst.' });
	const plek = plekOp(leeromgevingIds, persoonId, dag);
	const organisatieId = plek ? plek.namensId : werkgeverOp(persoonId, dag);
	return {
		persoonId,
		naam: voluit(wie),
		perspectief: plek?.perspectief ?? wie.perspectief ?? 'anders',
		...namensOf(werkplaatsId, organisatieId),
	};
}

/** How a persoon goes on the list of this bijeenkomst, unless they say otherwise. */
export const snapVan = (row: BijeenkomstRow, persoonId: string, dag: string): Snap =>
	snapIn({ werkplaatsId: row.werkplaatsId, leeromgevingIds: ruimtenOf(row) }, persoonId, dag);

/** What was typed after "Namens": one that we know by that name, else the name alone. */
export function namensVan(werkplaatsId: string, getypt: string): Namens {
	const naam = getypt.trim();
	if (!naam) return VOOR_ZICH;
	const organisatieId = organisatieBij(naam, organisatieRows(werkplaatsId));
	return { organisatieId, organisatieNaam: naam };
}
