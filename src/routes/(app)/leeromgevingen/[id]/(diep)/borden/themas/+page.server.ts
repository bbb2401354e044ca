import { ThemaGroep, ThemaId, ThemaInput } from '#features/bord/thema.input.ts';
import { listThemas } from '#features/bord/thema.read.server.ts';
import { createThema, removeThema, removeUitThema } from '#features/bord/thema.write.server.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params }) => ({
	titel: 'Terugkerende thema’s',
	...listThemas(actor, params.id),
});

export const actions: Actions = {
	thema: action(ThemaInput, (actor, input, { event }) => {
		createThema(actor, { ...input, leeromgevingId: event.params.id! });
		return { melding: `Dit staat nu bij elkaar onder '${input.naam}'.` };
	}),
	uitthema: action(ThemaGroep, (actor, input, { event }) => {
		removeUitThema(actor, { ...input, leeromgevingId: event.params.id! });
		return { melding: 'De groep staat er weer los van.' };
	}),
	themaweg: action(ThemaId, (actor, input, { event }) => {
		removeThema(actor, { ...input, leeromgevingId: event.params.id! });
		return { melding: 'Het thema is weg. De groepen staan nog op hun bord.' };
	}),
};
