import {
	type Actor,
	heeftRol,
	type InWerkplaats,
	isIn,
	isInEen,
	type WerkplaatsRol,
} from './actor.ts';

/** Who needs to know with whom the werkplaats works, and on which terms. */
const LEZERS: WerkplaatsRol[] = [
	'beheerder',
	'coordinator',
	'lector',
	'docentonderzoeker',
	'accountant',
	'fg',
];

interface OrganisatieFacts extends InWerkplaats {
	organisatieId: string;
	/** The umbrellas it belongs to, the nearest first. */
	koepelIds: readonly string[];
}

/** All organisaties and partnerschappen of the werkplaats. */
export const mayReadPartners = (actor: Actor, facts: InWerkplaats) =>
	heeftRol(actor, facts, ...LEZERS);

/** The pages about partners: a partnercontact finds only its own organisatie there. */
export const mayListPartners = (actor: Actor) =>
	isInEen(actor) && heeftRol(actor, actor, ...LEZERS, 'partnercontact');

/** A partnercontact reads its own organisatie, and the members when that is a koepel. */
export const mayReadOrganisatie = (actor: Actor, facts: OrganisatieFacts) =>
	mayReadPartners(actor, facts) ||
	(actor.soort === 'persoon' &&
		heeftRol(actor, facts, 'partnercontact') &&
		[facts.organisatieId, ...facts.koepelIds].some((id) => actor.contactVan.includes(id)));

/** Only the name, to say for whom somebody sits at the table. */
export const mayReadOrganisatieNaam = (actor: Actor, facts: InWerkplaats) => isIn(actor, facts);

/** Organisaties, their aliassen and koepel, who works there, and the trekkers. */
export const mayEditOrganisatie = (actor: Actor, facts: InWerkplaats) =>
	heeftRol(actor, facts, 'coordinator', 'beheerder');

/** What was agreed with a partner is between the coördinator and that partner. */
export const mayEditPartnerschap = (actor: Actor, facts: InWerkplaats) =>
	heeftRol(actor, facts, 'coordinator');
