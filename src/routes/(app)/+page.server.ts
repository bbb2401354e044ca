import { listVolgende } from '#features/bijeenkomst/read.server.ts';
import { listPlekken } from '#features/bijeenkomst/reeks.read.server.ts';
import { isEenDag } from '#features/datum/schrijfdatum.ts';
import { minuut } from '#features/datum/tijd.ts';
import { toonTijd } from '#features/datum/toon.ts';
import { listThemas } from '#features/kennisagenda/read.server.ts';
import { listLeeromgevingen } from '#features/leeromgeving/read.server.ts';
import { listHoofdvragen, listLeervragen } from '#features/leervraag/read.server.ts';
import type { Actor } from '#access/actor.ts';
import { now, today } from '#server/clock.ts';
import type { PageServerLoad } from './$types';
import { datumRegel, groet } from './groet.ts';
import { listStappen } from './stappen.server.ts';
import { listWachtend } from './wacht.server.ts';

/** What is today, with how near it is, and what comes after. */
function agendaVan(actor: Actor) {
	const volgende = listVolgende(actor);
	const isVandaag = ({ datum }: (typeof volgende)[number]) =>
		isEenDag(datum) && datum.dag === today();
	return {
		vandaag: volgende.filter(isVandaag),
		komend: volgende.filter((regel) => !isVandaag(regel)).slice(0, 3),
		nuMinuut: minuut(toonTijd(now())),
		mayPlan: listPlekken(actor).length > 0,
	};
}

export const load: PageServerLoad = async ({ locals: { actor }, parent }) => {
	const { woorden, werkplaats, mij } = await parent();
	const teams = listLeeromgevingen(actor).filter(
		({ status }) => status !== 'gestopt' && status !== 'afgesloten',
	);
	const leervragen = listLeervragen(actor).filter((vraag) => !vraag.losgelaten);
	const themas = listThemas(actor)
		.map(({ id, titel, gekozenNu }) => ({
			id,
			titel,
			gekozenNu,
			aantal: leervragen.filter((vraag) => vraag.themaId === id).length,
		}))
		.sort((a, b) => Number(b.gekozenNu) - Number(a.gekozenNu) || b.aantal - a.aantal);
	const levend = themas.filter((thema) => thema.gekozenNu || thema.aantal > 0);
	const where = { werkplaatsId: werkplaats.id };
	return {
		titel: 'Overzicht',
		datum: datumRegel(now()),
		groet: `${groet(now())}, ${mij.voornaam}`,
		teams,
		vragen: listHoofdvragen(actor),
		/** Of my own teams. */
		...agendaVan(actor),
		/** What is worked on now; in a young werkplaats simply the agenda. */
		themas: (levend.length ? levend : themas).slice(0, 6),
		wachtend: listWachtend(actor, woorden.bewoner),
		stappen: teams.length === 0 ? listStappen(actor, where, woorden.leeromgeving) : [],
	};
};
