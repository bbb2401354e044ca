import type { Actor } from '#access/actor.ts';
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
	/** Who prepares it now, though no longer in one of the teams. */
	bereidtVoorId?: string | null;
	/** The team that it is of is not asked again whether it takes part. */
	gastheerId?: string | null;
}

function mensenVoor(actor: Actor, { leeromgevingIds, bereidtVoorId }: Voor) {
	const leden = ledenNu(leeromgevingIds).map(optie);
	if (!bereidtVoorId || actor.soort === 'niemand') return leden;
	if (leden.some(({ value }) => value === bereidtVoorId)) return leden;
	return [
		...leden,
		{ value: bereidtVoorId, label: persoonNaam(actor.werkplaatsId, bereidtVoorId) },
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
