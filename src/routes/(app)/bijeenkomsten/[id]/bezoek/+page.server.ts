import { BezoekInput } from '#features/kenniscafe/input.ts';
import { detailBezoek } from '#features/kenniscafe/read.server.ts';
import { updateBezoek } from '#features/kenniscafe/write.server.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params }) => {
	const bezoek = detailBezoek(actor, params.id);
	return { titel: `Bezoek aan ${bezoek.titel}`, bezoek };
};

export const actions: Actions = {
	bewaar: action(BezoekInput, (actor, input, { event: { params }, basis }) => {
		updateBezoek(actor, { ...input, id: params.id! }, basis);
		return { to: `/bijeenkomsten/${params.id}/bezoek`, melding: 'Bewaard.' };
	}),
};
