import { must } from '#access/must.ts';
import { BijeenkomstVoor } from '#features/bijeenkomst/input.ts';
import { listKeuzes } from '#features/bijeenkomst/keuzes.server.ts';
import { listPlekken } from '#features/bijeenkomst/reeks.read.server.ts';
import { metLetOp } from '#features/bijeenkomst/read.server.ts';
import { createBijeenkomst } from '#features/bijeenkomst/write.server.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, url }) => {
	const plekken = listPlekken(actor);
	must(plekken.length > 0);
	const leeromgevingIds = plekken.flatMap(({ id }) => id ?? []);
	const voor = url.searchParams.get('team');
	return {
		titel: 'Nieuwe bijeenkomst',
		plekken: plekken.map(({ id, naam }) => ({ value: id ?? '', label: naam })),
		voor: plekken.find(({ id }) => id === voor)?.id ?? plekken[0]?.id ?? '',
		keuzes: listKeuzes(actor, { leeromgevingIds }),
	};
};

export const actions: Actions = {
	maak: action(BijeenkomstVoor, (actor, input) => {
		const { id } = createBijeenkomst(actor, input);
		const melding = metLetOp(actor, id, 'De bijeenkomst staat in de agenda.');
		return { to: `/bijeenkomsten/${id}`, melding };
	}),
};
