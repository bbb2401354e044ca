import { must } from '#access/must.ts';
import { basisVan } from '#features/leeromgeving/basis.ts';
import {
	LeeromgevingInput,
	NaamInput,
	PraktijkInput,
	StatusInput,
} from '#features/leeromgeving/input.ts';
import {
	detailLeeromgeving,
	listKeuzes,
	listKleden,
	wijzigingOf,
} from '#features/leeromgeving/read.server.ts';
import {
	createNaam,
	createPraktijk,
	removePraktijk,
	updateLeeromgeving,
	updateStatus,
} from '#features/leeromgeving/write.server.ts';
import { action } from '#server/form.ts';
import { RowId } from '#ui/fields.ts';
import { freeKleden } from '#ui/kleed.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params }) => {
	const team = detailLeeromgeving(actor, params.id);
	must(team.may.edit);
	const nu = wijzigingOf(actor, params.id);
	const teams = listKleden(actor);
	return {
		titel: `${team.naam} instellen`,
		nu,
		basis: basisVan(nu),
		keuzes: listKeuzes(actor),
		kleden: freeKleden(
			teams.map(({ kleed }) => kleed),
			nu.kleed,
		),
		anderen: teams.filter(({ id }) => id !== params.id),
	};
};

export const actions: Actions = {
	wijzig: action(LeeromgevingInput, (actor, input, { event, basis }) => {
		updateLeeromgeving(actor, { ...input, id: event.params.id! }, basis);
		return { to: event.url.pathname, melding: 'Bewaard.' };
	}),
	naam: action(NaamInput, (actor, input, { event }) => {
		createNaam(actor, { ...input, id: event.params.id! });
		return { to: event.url.pathname, melding: `De nieuwe naam is bewaard: ${input.naam}.` };
	}),
	status: action(StatusInput, (actor, input, { event }) => {
		updateStatus(actor, { ...input, id: event.params.id! });
		return { to: event.url.pathname, melding: 'De status is bewaard.' };
	}),
	praktijk: action(PraktijkInput, (actor, input, { event }) => {
		createPraktijk(actor, { ...input, leeromgevingId: event.params.id! });
		return { to: event.url.pathname, melding: 'De praktijk is erbij gezet.' };
	}),
	praktijkweg: action(RowId, (actor, input, { event }) => {
		removePraktijk(actor, input);
		return { to: event.url.pathname, melding: 'De praktijk is weggehaald.' };
	}),
};
