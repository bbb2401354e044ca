import { must } from '#access/must.ts';
import { mayEditPeriode } from '#access/werkplaats.ts';
import { periodeInput } from '#features/werkplaats/input.ts';
import { createPeriode } from '#features/werkplaats/periode.write.server.ts';
import { detailWerkplaats } from '#features/werkplaats/read.server.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor } }) => {
	must(mayEditPeriode(actor, { werkplaatsId: detailWerkplaats(actor).id }));
	return { titel: 'Nieuwe periode' };
};

export const actions: Actions = {
	maak: action(periodeInput, (actor, input) => {
		createPeriode(actor, input);
		return { to: '/beheer/perioden', melding: 'Bewaard.' };
	}),
};
