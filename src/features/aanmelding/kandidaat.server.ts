import { werkplaatsVan, type Actor } from '#access/actor.ts';
import { mayListPersonen } from '#access/persoon.ts';
import { ruimtenOf, type BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { ledenNu } from '#features/leeromgeving/rows.server.ts';
import { persoonNamen } from '#features/persoon/rows.server.ts';
import { genodigdenVan } from './rows.server.ts';

/** Who may be asked by this actor: first who is in one of its teams, then who the actor may know. */
export function kandidatenVoor(actor: Actor, row: BijeenkomstRow) {
	const leden = ledenNu(ruimtenOf(row));
	const bekend = new Set(leden.map(({ id }) => id));
	const werkplaatsId = werkplaatsVan(actor);
	const anderen = mayListPersonen(actor, { werkplaatsId }) ? persoonNamen(werkplaatsId) : [];
	return { leden, anderen: anderen.filter(({ id }) => !bekend.has(id)) };
}

/** The same, and who was asked already. */
export function magUitnodigen(actor: Actor, row: BijeenkomstRow): ReadonlySet<string> {
	const { leden, anderen } = kandidatenVoor(actor, row);
	const gevraagd = genodigdenVan(row.id).map(({ wie }) => wie);
	return new Set([...leden, ...anderen, ...gevraagd].map(({ id }) => id));
}
