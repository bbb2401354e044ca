import {
	listPlekken,
	listReeksen,
	listReeksenWeg,
} from '#features/bijeenkomst/reeks.read.server.ts';
import { withdrawReeksWeghaling } from '#features/bijeenkomst/reeks.write.server.ts';
import { listGeteld } from '#features/bijeenkomst/tel.read.server.ts';
import { action } from '#server/form.ts';
import { RowId } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor } }) => ({
	titel: 'Reeksen',
	reeksen: listReeksen(actor),
	weg: listReeksenWeg(actor),
	geteld: listGeteld(actor),
	may: { plan: listPlekken(actor).length > 0 },
});

export const actions: Actions = {
	reeksterug: action(RowId, (actor, { id }) => {
		withdrawReeksWeghaling(actor, id);
		return { melding: 'De reeks staat er weer.' };
	}),
};
