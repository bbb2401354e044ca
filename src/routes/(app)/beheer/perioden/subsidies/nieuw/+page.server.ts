import { must } from '#access/must.ts';
import { mayEditSubsidie } from '#access/werkplaats.ts';
import { subsidieInput } from '#features/werkplaats/input.ts';
import { detailWerkplaats } from '#features/werkplaats/read.server.ts';
import { createSubsidie } from '#features/werkplaats/subsidie.write.server.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor } }) => {
	must(mayEditSubsidie(actor, { werkplaatsId: detailWerkplaats(actor).id }));
	return { titel: 'Nieuwe subsidie' };
};

export const actions: Actions = {
	maak: action(subsidieInput, (actor, input) => {
		createSubsidie(actor, input);
		return { to: '/beheer/perioden', melding: 'Bewaard.' };
	}),
};
