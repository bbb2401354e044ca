import { detailUitnodiging } from '#features/uitnodiging/read.server.ts';
import { UitnodigingId } from '#features/uitnodiging/input.ts';
import { updateUitnodiging, withdrawUitnodiging } from '#features/uitnodiging/write.server.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => ({
	titel: 'Uitnodiging',
	uitnodiging: detailUitnodiging(locals.actor, params.id),
});

export const actions: Actions = {
	vernieuw: action(UitnodigingId, (actor, input) => {
		updateUitnodiging(actor, input);
		return { to: `/uitnodigingen/${input.id}`, melding: 'De uitnodiging is vernieuwd.' };
	}),
	trekIn: action(UitnodigingId, (actor, input) => {
		withdrawUitnodiging(actor, input);
		return { to: `/uitnodigingen/${input.id}`, melding: 'De uitnodiging is ingetrokken.' };
	}),
};
