import { mayPlanBijeenkomst } from '#access/bijeenkomst.ts';
import { must } from '#access/must.ts';
import { BijeenkomstInput } from '#features/bijeenkomst/input.ts';
import { listKeuzes } from '#features/bijeenkomst/keuzes.server.ts';
import { listTwijfels } from '#features/bijeenkomst/twijfel.read.server.ts';
import { alsVragen } from '#features/bijeenkomst/waarschuw.ts';
import { createBijeenkomst } from '#features/bijeenkomst/write.server.ts';
import { factsOf, findRuimte } from '#features/leeromgeving/find.server.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params: { id } }) => {
	must(mayPlanBijeenkomst(actor, factsOf(findRuimte(actor, id))));
	const keuzes = listKeuzes(actor, { leeromgevingIds: [id], gastheerId: id });
	return { titel: 'Plan een bijeenkomst', keuzes };
};

export const actions: Actions = {
	maak: action(BijeenkomstInput, (actor, input, { event, sure }) => {
		const { id } = createBijeenkomst(actor, { ...input, leeromgevingId: event.params.id! });
		sure(alsVragen(listTwijfels(actor, id)));
		return { to: `/bijeenkomsten/${id}`, melding: 'De bijeenkomst staat in de agenda.' };
	}),
};
