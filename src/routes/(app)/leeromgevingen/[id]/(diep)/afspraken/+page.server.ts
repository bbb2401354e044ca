import { VervolgInput } from '#features/actie/input.ts';
import { listActies, listBesluiten } from '#features/actie/read.server.ts';
import { createVervolg } from '#features/actie/write.server.ts';
import { teamfeedFor } from '#features/kalender/read.server.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';
import { teamfeedActions } from './teamfeed.server.ts';

export const load: PageServerLoad = async ({ locals: { actor }, params, parent }) => {
	const van = { leeromgevingId: params.id };
	const acties = listActies(actor, van);
	const besluiten = listBesluiten(actor, van);
	const teamfeed = teamfeedFor(actor, params.id);
	const { team } = await parent();
	return { titel: `Acties en besluiten van ${team.naam}`, acties, besluiten, teamfeed };
};

export const actions: Actions = {
	...teamfeedActions,
	vervolg: action(VervolgInput, (actor, input) => {
		createVervolg(actor, input);
		return { melding: 'Bewaard.' };
	}),
};
