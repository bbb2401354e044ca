import { isInEen } from '#access/actor.ts';
import { mayEditKleden } from '#access/leeromgeving.ts';
import { must } from '#access/must.ts';
import { KleedInput } from '#features/leeromgeving/input.ts';
import { listKleden } from '#features/leeromgeving/read.server.ts';
import { updateKleed } from '#features/leeromgeving/write.server.ts';
import { action } from '#server/form.ts';
import { freeKleden } from '#ui/kleed.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor } }) => {
	must(isInEen(actor) && mayEditKleden(actor, actor));
	const teams = listKleden(actor);
	const vrij = freeKleden(teams.map((team) => team.kleed));
	return { titel: 'Kleden', teams, vrij };
};

export const actions: Actions = {
	kies: action(KleedInput, (actor, input, { event }) => {
		updateKleed(actor, input);
		return { to: event.url.pathname, melding: 'Het nieuwe kleed ligt op tafel.' };
	}),
};
