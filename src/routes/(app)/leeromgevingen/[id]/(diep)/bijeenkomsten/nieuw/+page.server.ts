import { mayPlanBijeenkomst } from '#access/bijeenkomst.ts';
import { must } from '#access/must.ts';
import { BijeenkomstInput } from '#features/bijeenkomst/input.ts';
import { listKeuzes } from '#features/bijeenkomst/keuzes.server.ts';
import { metLetOp } from '#features/bijeenkomst/read.server.ts';
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
	maak: action(BijeenkomstInput, (actor, input, { event }) => {
		const { id } = createBijeenkomst(actor, { ...input, leeromgevingId: event.params.id! });
		const melding = metLetOp(actor, id, 'De bijeenkomst staat in de agenda.');
		return { to: `/bijeenkomsten/${id}`, melding };
	}),
};
