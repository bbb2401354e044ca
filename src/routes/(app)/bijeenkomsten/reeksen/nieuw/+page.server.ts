import { must } from '#access/must.ts';
import { ReeksNieuw } from '#features/bijeenkomst/reeks.input.ts';
import { listPlekken } from '#features/bijeenkomst/reeks.read.server.ts';
import { createReeks } from '#features/bijeenkomst/reeks.write.server.ts';
import { listPerioden } from '#features/werkplaats/read.server.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor } }) => {
	const plekken = listPlekken(actor);
	must(plekken.length > 0);
	return {
		titel: 'Nieuwe reeks',
		plekken: plekken.map(({ id, naam }) => ({ value: id ?? '', label: naam })),
		perioden: listPerioden(actor).map(({ id, naam }) => ({ value: id, label: naam })),
	};
};

export const actions: Actions = {
	maak: action(ReeksNieuw, (actor, input) => {
		const { id } = createReeks(actor, input);
		return { to: `/bijeenkomsten/reeksen/${id}`, melding: 'De reeks is er.' };
	}),
};
