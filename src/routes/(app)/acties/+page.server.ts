import { VervolgInput } from '#features/actie/input.ts';
import { listMijnActies } from '#features/actie/read.server.ts';
import { createVervolg } from '#features/actie/write.server.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor } }) => ({
	titel: 'Mijn acties',
	acties: listMijnActies(actor),
});

export const actions: Actions = {
	vervolg: action(VervolgInput, (actor, input) => {
		createVervolg(actor, input);
		return { melding: 'Bewaard.' };
	}),
};
