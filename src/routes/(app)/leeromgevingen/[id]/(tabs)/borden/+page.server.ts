import { withdrawWeghaling } from '#features/bord/bord.write.server.ts';
import { listBorden } from '#features/bord/read.server.ts';
import { action } from '#server/form.ts';
import { RowId } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor }, params, parent }) => {
	const borden = listBorden(actor, params.id);
	const { team } = await parent();
	return { titel: `Borden van ${team.naam}`, borden };
};

export const actions: Actions = {
	terug: action(RowId, (actor, input) => {
		withdrawWeghaling(actor, input);
		return { melding: 'Het bord staat er weer.' };
	}),
};
