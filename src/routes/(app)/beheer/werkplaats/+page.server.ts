import { mayEditWerkplaats } from '#access/werkplaats.ts';
import { must } from '#access/must.ts';
import { wieIn } from '#features/persoon/read.server.ts';
import { werkplaatsTekst } from '#features/werkplaats/basis.ts';
import { werkplaatsInput } from '#features/werkplaats/input.ts';
import { detailWerkplaats } from '#features/werkplaats/read.server.ts';
import { updateWerkplaats } from '#features/werkplaats/write.server.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor } }) => {
	const hier = detailWerkplaats(actor);
	must(mayEditWerkplaats(actor, { werkplaatsId: hier.id }));
	return { titel: 'Werkplaats', waarde: werkplaatsTekst(hier) };
};

export const actions: Actions = {
	bewaar: action(werkplaatsInput, (actor, input, { basis }) => {
		updateWerkplaats(actor, input, { basis, wie: wieIn(actor) });
		return { to: '/beheer/werkplaats', melding: 'Bewaard.' };
	}),
};
