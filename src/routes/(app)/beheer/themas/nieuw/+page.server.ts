import { mayEditKennisagenda } from '#access/kennisagenda.ts';
import { must } from '#access/must.ts';
import { themaInput } from '#features/kennisagenda/input.ts';
import { createThema } from '#features/kennisagenda/write.server.ts';
import { detailWerkplaats } from '#features/werkplaats/read.server.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor } }) => {
	must(mayEditKennisagenda(actor, { werkplaatsId: detailWerkplaats(actor).id }));
	return { titel: 'Nieuw thema' };
};

export const actions: Actions = {
	maak: action(themaInput, (actor, input) => {
		const { id } = createThema(actor, input);
		return { to: `/beheer/themas/${id}`, melding: 'Bewaard.' };
	}),
};
