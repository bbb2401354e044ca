import type { Actor } from '#access/actor.ts';
import { createLegeStoel, createLidmaatschap } from '#features/leeromgeving/lid.write.server.ts';
import {
	createLeeromgeving,
	createNaam,
	updateLeeromgeving,
	updateStatus,
} from '#features/leeromgeving/write.server.ts';
import {
	createLeervraag,
	derivePraktijkvraag,
	updateLeervraag,
	updatePraktijkvraag,
} from '#features/leervraag/write.server.ts';
import type { Voorbeeld } from '#voorbeeld/schema.ts';
import type { Ids } from './ids.ts';

type Team = Voorbeeld['leeromgevingen'][number];

/** What the form for a new team and the form of an existing one share. */
const eigenschappen = (team: Team, ids: Ids) => ({
	soort: team.soort,
	volgnummer: team.volgnummer,
	themaIds: team.themas.map((key) => ids.get('thema', key)),
	periodeIds: team.perioden.map((nummer) => ids.get('periode', nummer)),
	doel: team.doel,
	gewensteOpbrengst: team.gewensteOpbrengst,
	locaties: team.locaties,
	kleed: team.kleed,
	van: team.van,
	tot: team.tot ?? null,
});

function loadTeam(actor: Actor, team: Team, ids: Ids) {
	const [eerste, ...later] = team.namen;
	const velden = eigenschappen(team, ids);
	const { id } = createLeeromgeving(actor, {
		...velden,
		naam: eerste?.naam ?? team.sleutel,
		persoonIds: [],
		praktijken: team.praktijken.map(({ omschrijving, organisatie }) => ({
			omschrijving,
			organisatieId: ids.find('organisatie', organisatie),
		})),
	});
	ids.set('leeromgeving', team.sleutel, id);
	updateLeeromgeving(actor, { ...velden, id, werkwijze: team.werkwijze, bovenliggendId: null });
	for (const { naam, van, reden } of later) if (van) createNaam(actor, { id, naam, van, reden });
	updateStatus(actor, { id, status: team.status, waaromGestopt: '' });
	for (const stoel of team.legeStoelen) createLegeStoel(actor, { leeromgevingId: id, ...stoel });
}

export function loadLeeromgevingen(actor: Actor, file: Voorbeeld, ids: Ids) {
	for (const team of file.leeromgevingen) loadTeam(actor, team, ids);
}

export function loadLeden(actor: Actor, file: Voorbeeld, ids: Ids) {
	for (const { sleutel, lidmaatschappen } of file.personen)
		for (const { leeromgeving, namens, van, tot, ...plek } of lidmaatschappen)
			createLidmaatschap(actor, {
				...plek,
				leeromgevingId: ids.get('leeromgeving', leeromgeving),
				persoonId: ids.get('persoon', sleutel),
				namensId: ids.find('organisatie', namens),
				van: van.dag,
				tot: tot?.dag ?? null,
			});
}

/** A vraag begins as new, for everybody; its status comes after. */
export function loadVragen(actor: Actor, file: Voorbeeld, ids: Ids) {
	for (const {
		sleutel,
		tekst,
		herkomst,
		status,
		perspectief = null,
		...vraag
	} of file.leervragen) {
		const nieuw = { tekst, herkomst, perspectief, themaId: ids.get('thema', vraag.thema) };
		const leeromgevingIds = vraag.leeromgevingen.map((key) => ids.get('leeromgeving', key));
		const { id } = createLeervraag(actor, { ...nieuw, leeromgevingIds });
		ids.set('leervraag', sleutel, id);
		updateLeervraag(actor, { ...nieuw, id, status });
	}
	for (const { tekst, status, perspectief = null, ...vraag } of file.praktijkvragen) {
		const nieuw = {
			tekst,
			perspectief,
			leervraagIds: vraag.leervragen.map((key) => ids.get('leervraag', key)),
			indienerId: ids.find('persoon', vraag.indiener),
			organisatieId: null,
		};
		const leeromgevingId = ids.get('leeromgeving', vraag.leeromgeving);
		const { id } = derivePraktijkvraag(actor, { ...nieuw, leeromgevingId });
		updatePraktijkvraag(actor, { ...nieuw, id, status, antwoord: '' });
	}
}
