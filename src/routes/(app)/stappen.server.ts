import type { Actor, InWerkplaats } from '#access/actor.ts';
import { mayEditKennisagenda } from '#access/kennisagenda.ts';
import { mayCreateLeeromgeving } from '#access/leeromgeving.ts';
import { mayEditOrganisatie } from '#access/partner.ts';
import { mayManagePersonen } from '#access/persoon.ts';
import { mayEditPeriode } from '#access/werkplaats.ts';
import { listKeuzes } from '#features/leeromgeving/read.server.ts';
import type { Woord } from '#features/werkplaats/woordenlijst.ts';

export interface Stap {
	href: string;
	titel: string;
	uitleg: string;
	klaar: boolean;
}

/** What to do next in a werkplaats that is still empty, as far as this actor may. */
export function listStappen(actor: Actor, where: InWerkplaats, woord: Woord): Stap[] {
	const { perioden, themas, organisaties } = listKeuzes(actor);
	const all = [
		{
			may: mayEditPeriode,
			href: '/beheer/perioden',
			titel: 'Schrijf de eerste periode op',
			uitleg: 'Van wanneer tot wanneer werken jullie?',
			klaar: perioden.length > 0,
		},
		{
			may: mayEditKennisagenda,
			href: '/beheer/themas',
			titel: 'Zet thema’s op de kennisagenda',
			uitleg: 'Waar willen jullie samen meer van weten?',
			klaar: themas.length > 0,
		},
		{
			may: mayEditOrganisatie,
			href: '/partners',
			titel: 'Schrijf op welke organisaties meedoen',
			uitleg: 'Gemeenten, scholen, bewonersgroepen en anderen.',
			klaar: organisaties.length > 0,
		},
		{
			may: mayManagePersonen,
			href: '/beheer/mensen',
			titel: 'Nodig mensen uit',
			uitleg: 'Per mail, met een link of met een code op papier.',
			klaar: false,
		},
		{
			may: mayCreateLeeromgeving,
			href: '/leeromgevingen/nieuw',
			titel: `Begin een ${woord.enkelvoud}`,
			uitleg: 'Kies een naam en een kleed. De rest komt vanzelf.',
			klaar: false,
		},
	];
	return all
		.filter(({ may }) => may(actor, where))
		.map(({ href, titel, uitleg, klaar }) => ({ href, titel, uitleg, klaar }));
}
