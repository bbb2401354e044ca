import { must } from '#access/must.ts';
import { gremiumInput } from '#features/gremium/input.ts';
import { mayCreate } from '#features/gremium/read.server.ts';
import { createGremium } from '#features/gremium/write.server.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor } }) => {
	must(mayCreate(actor));
	return { titel: 'Nieuw gremium' };
};

export const actions: Actions = {
	default: action(gremiumInput, (actor, input) => ({
		to: `/gremia/${createGremium(actor, input)}`,
		melding: 'Bewaard.',
	})),
};
