import { listOpBladzijde } from '#features/ervaring/publiek.server.ts';
import { InschrijvingInput } from '#features/kenniscafe/input.ts';
import { createInschrijving, openBladzijde } from '#features/kenniscafe/open.server.ts';
import { visitorOf } from '#features/persoon/entry.server.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	const bladzijde = openBladzijde(params.pad);
	return { titel: bladzijde.titel, bladzijde, ervaringen: listOpBladzijde(params.pad) };
};

export const actions: Actions = {
	schrijfin: action(InschrijvingInput, (_actor, input, { event }) => {
		const { geheim } = createInschrijving(event.params.pad!, input, visitorOf(event).address);
		return { to: '/kenniscafe/plek/', secret: geheim };
	}),
};
