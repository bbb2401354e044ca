import { and, eq } from 'drizzle-orm';
import { doorWie, werkplaatsVan, type Actor } from '#access/actor.ts';
import { must, mustFind } from '#access/must.ts';
import { mayEditOrganisatie } from '#access/partner.ts';
import { toonPeriode } from '#features/datum/toon.ts';
import { rol } from '#features/persoon/tables.server.ts';
import { db } from '#server/db/db.ts';
import { moveReferences } from '#server/db/references.ts';
import { Invalid } from '#server/errors.ts';
import { koepelsBoven } from './koepel.ts';
import { organisatieRows, partnerschapRows, type OrganisatieRow } from './rows.server.ts';
import { overlaps } from './status.ts';
import { organisatie, organisatieAlias } from './tables.server.ts';

/** Two partnerschappen at one time would become one organisatie's: somebody has to choose. */
function checkOverlap(werkplaatsId: string, weg: OrganisatieRow, blijft: OrganisatieRow) {
	const rows = partnerschapRows(werkplaatsId);
	const hier = rows.filter((p) => p.organisatieId === blijft.id);
	for (const daar of rows.filter((p) => p.organisatieId === weg.id)) {
		const clashes = hier.find((p) => overlaps(p, daar));
		if (clashes)
			throw new Invalid({
				inId: `Allebei hebben ze een partnerschap in dezelfde tijd: ${toonPeriode(daar.van, daar.tot)} en ${toonPeriode(clashes.van, clashes.tot)}. Haal er eerst één weg.`,
			});
	}
}

/** The koepel of what stays, so that nobody ends up above itself. */
function nieuweKoepel(weg: OrganisatieRow, blijft: OrganisatieRow, alle: OrganisatieRow[]) {
	if (blijft.koepelIds.includes(weg.id)) return weg.koepelId;
	if (blijft.koepelId) return blijft.koepelId;
	const lus =
		weg.koepelId === blijft.id ||
		(weg.koepelId && koepelsBoven(weg.koepelId, alle).includes(blijft.id));
	return lus ? null : weg.koepelId;
}

/**
 * One organisatie under two names becomes one: the names of `id` become aliassen of
 * `inId`, and everything that pointed at `id`, of any feature and any time, points at `inId`.
 */
export function mergeOrganisatie(actor: Actor, { id, inId }: { id: string; inId: string }) {
	const werkplaatsId = werkplaatsVan(actor);
	must(mayEditOrganisatie(actor, { werkplaatsId }));
	const alle = organisatieRows(werkplaatsId);
	const weg = mustFind(alle.find((r) => r.id === id));
	const blijft = mustFind(alle.find((r) => r.id === inId));
	if (id === inId) throw new Invalid({ inId: 'Kies een andere organisatie dan deze.' });
	checkOverlap(werkplaatsId, weg, blijft);
	const koepelId = nieuweKoepel(weg, blijft, alle);
	db().transaction((tx) => {
		moveReferences('organisatie', id, inId);
		tx.update(rol).set({ organisatieId: inId }).where(eq(rol.organisatieId, id)).run();
		if (![blijft.naam, ...blijft.aliassen, ...weg.aliassen].includes(weg.naam))
			tx.insert(organisatieAlias).values({ organisatieId: inId, naam: weg.naam }).run();
		const zelfdeNaam = eq(organisatieAlias.naam, blijft.naam);
		tx.delete(organisatieAlias)
			.where(and(eq(organisatieAlias.organisatieId, inId), zelfdeNaam))
			.run();
		tx.update(organisatie)
			.set({ koepelId, regio: blijft.regio || weg.regio, updatedBy: doorWie(actor) })
			.where(eq(organisatie.id, inId))
			.run();
		tx.delete(organisatie).where(eq(organisatie.id, id)).run();
	});
}
