import { listPubliek } from '#features/ervaring/publiek.server.ts';
import { detailBladzijde, listInschrijvingen } from '#features/kenniscafe/bladzijde.read.server.ts';
import {
	publishBladzijde,
	removeInschrijving,
	updateBladzijde,
	withdrawBladzijde,
} from '#features/kenniscafe/bladzijde.write.server.ts';
import { BladzijdeInput } from '#features/kenniscafe/input.ts';
import { action } from '#server/form.ts';
import { NoFields, RowId } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params }) => {
	const bladzijde = detailBladzijde(actor, params.id);
	return {
		titel: 'Openbare bladzijde',
		bladzijde,
		inschrijvingen: listInschrijvingen(actor, params.id),
		ervaringen: bladzijde.waarde.toontErvaringen ? listPubliek(params.id) : [],
	};
};

const hier = (id: string | undefined) => `/bijeenkomsten/${id}/openbaar`;

export const actions: Actions = {
	bewaar: action(BladzijdeInput, (actor, input, { event: { params }, basis }) => {
		updateBladzijde(actor, { ...input, id: params.id! }, basis);
		return { to: hier(params.id), melding: 'Bewaard.' };
	}),
	publiceer: action(BladzijdeInput, (actor, input, { event: { params }, basis }) => {
		publishBladzijde(actor, { ...input, id: params.id! }, basis);
		return { to: hier(params.id), melding: 'De bladzijde is openbaar.' };
	}),
	trekin: action(NoFields, (actor, _input, { event: { params } }) => {
		withdrawBladzijde(actor, params.id!);
		return { to: hier(params.id), melding: 'De bladzijde is niet meer openbaar.' };
	}),
	inschrijvingweg: action(RowId, (actor, { id }, { event: { params } }) => {
		removeInschrijving(actor, { id, bijeenkomstId: params.id! });
		return { to: hier(params.id), melding: 'De aanmelding is weggehaald.' };
	}),
};
