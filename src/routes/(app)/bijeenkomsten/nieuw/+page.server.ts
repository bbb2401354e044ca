import { must } from '#access/must.ts';
import { BijeenkomstVoor } from '#features/bijeenkomst/input.ts';
import { listKeuzes } from '#features/bijeenkomst/keuzes.server.ts';
import { listPlekken } from '#features/bijeenkomst/reeks.read.server.ts';
import { listTwijfels } from '#features/bijeenkomst/twijfel.read.server.ts';
import { alsVragen } from '#features/bijeenkomst/waarschuw.ts';
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
	maak: action(BijeenkomstVoor, (actor, input, { sure }) => {
		const { id } = createBijeenkomst(actor, input);
		sure(alsVragen(listTwijfels(actor, id)));
		return { to: `/bijeenkomsten/${id}`, melding: 'De bijeenkomst staat in de agenda.' };
	}),
};
