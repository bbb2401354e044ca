import { inArray } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import { mayListPersonen } from '#access/persoon.ts';
import { ruimtenOf, type BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { lidmaatschap } from '#features/leeromgeving/tables.server.ts';
import { voluit } from '#features/persoon/naam.ts';
import { persoonRows } from '#features/persoon/rows.server.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { antwoordenOf } from './verwacht.server.ts';

/** Whoever sat in one of its teams at some time. */
const ooitLid = (row: BijeenkomstRow): string[] =>
	db()
		.select({ persoonId: lidmaatschap.persoonId })
		.from(lidmaatschap)
		.where(inArray(lidmaatschap.leeromgevingId, ruimtenOf(row)))
		.all()
		.map(({ persoonId }) => persoonId);

/**
 * Who can be put on the list by choosing: the people of its teams, who was asked, and everybody for
 * who knows everybody. Others come by their name.
 */
export function kandidatenVan(actor: Actor, row: BijeenkomstRow): { id: string; naam: string }[] {
	const alle = persoonRows(row.werkplaatsId);
	const kent = mayListPersonen(actor, row)
		? alle
		: (() => {
				const ids = new Set([...ooitLid(row), ...antwoordenOf(row.id).keys()]);
				return alle.filter(({ id }) => ids.has(id));
			})();
	return kent.map((wie) => ({ id: wie.id, naam: voluit(wie) }));
}

export function mustBeKandidaat(actor: Actor, row: BijeenkomstRow, persoonId: string) {
	if (kandidatenVan(actor, row).some(({ id }) => id === persoonId)) return;
	throw new Invalid({ persoonId: 'Kies iemand uit de lijst.' });
}
