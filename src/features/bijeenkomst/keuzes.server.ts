import { type Actor, isInEen } from '#access/actor.ts';
import { listLeeromgevingen } from '#features/leeromgeving/read.server.ts';
import { ledenNu } from '#features/leeromgeving/rows.server.ts';
import { listOrganisatieNamen } from '#features/partner/read.server.ts';
import { persoonNaam } from '#features/persoon/rows.server.ts';
import { listPerioden } from '#features/werkplaats/read.server.ts';
import { listReeksKeuzes } from './reeks.read.server.ts';

const optie = ({ id, naam }: { id: string; naam: string }) => ({ value: id, label: naam });

interface Voor {
	/** Whose it is: of them somebody may prepare it. */
	leeromgevingIds: readonly string[];
	/** Who prepare it now, though perhaps no longer in one of the teams. */
	voorbereiders?: readonly string[];
	/** The team that it is of is not asked again whether it takes part. */
	gastheerId?: string | null;
}

/** Who is no longer in a team stays, and may stay. */
function mensenVoor(actor: Actor, { leeromgevingIds, voorbereiders = [] }: Voor) {
	const leden = ledenNu(leeromgevingIds).map(optie);
	if (!isInEen(actor)) return leden;
	const anderen = voorbereiders.filter((id) => !leden.some(({ value }) => value === id));
	return [
		...leden,
		...anderen.map((id) => ({ value: id, label: persoonNaam(actor.werkplaatsId, id) })),
	];
}

/** To choose from in a form about a bijeenkomst. */
export const listKeuzes = (actor: Actor, voor: Voor) => ({
	perioden: listPerioden(actor).map(optie),
	reeksen: listReeksKeuzes(actor).map(({ id, titel, team }) => ({
		value: id,
		label: titel,
		group: team,
	})),
	mensen: mensenVoor(actor, voor),
	teams: listLeeromgevingen(actor)
		.filter(({ id, status }) => id !== voor.gastheerId && status !== 'afgesloten')
		.map(optie),
	organisaties: listOrganisatieNamen(actor).map(optie),
});
export type Keuzes = ReturnType<typeof listKeuzes>;
