import { TikInput } from '#features/kenniscafe/input.ts';
import { detailDeur, standDeur } from '#features/kenniscafe/read.server.ts';
import { createTik } from '#features/kenniscafe/write.server.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, session }, params }) => {
	const deur = detailDeur(actor, params.id);
	return {
		titel: `Aan de deur: ${deur.titel}`,
		deur,
		bewaartHier: session !== null && !session.sharedDevice,
	};
};

export const actions: Actions = {
	tik: action(TikInput, (actor, input, { event: { params } }) => {
		createTik(actor, { ...input, bijeenkomstId: params.id! });
		return { data: standDeur(actor, params.id!) };
	}),
};
