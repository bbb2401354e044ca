import { listAlleBijeenkomsten } from '#features/bijeenkomst/read.server.ts';
import { withdrawWeghaling } from '#features/bijeenkomst/write.server.ts';
import { action } from '#server/form.ts';
import { RowId } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor } }) => ({
	titel: 'Bijeenkomsten',
	bijeenkomsten: listAlleBijeenkomsten(actor),
});

export const actions: Actions = {
	terug: action(RowId, (actor, { id }) => {
		withdrawWeghaling(actor, id);
		return { melding: 'De bijeenkomst staat er weer.' };
	}),
};
