import { keuzeVan } from '#features/bijeenkomst/filter.ts';
import { listMaand } from '#features/bijeenkomst/maand.read.server.ts';
import { listBijeenkomsten } from '#features/bijeenkomst/read.server.ts';
import { listReeksen } from '#features/bijeenkomst/reeks.read.server.ts';
import { withdrawWeghaling } from '#features/bijeenkomst/write.server.ts';
import { today } from '#server/clock.ts';
import { action } from '#server/form.ts';
import { RowId } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor }, params, parent, url }) => {
	const bijeenkomsten = listBijeenkomsten(actor, params.id);
	const { weergave, maand } = keuzeVan(url.searchParams, today());
	const { team } = await parent();
	return {
		titel: `Bijeenkomsten van ${team.naam}`,
		weergave,
		bijeenkomsten,
		maand: weergave === 'maand' ? listMaand(actor, { maand, leeromgevingId: params.id }) : null,
		reeksen: listReeksen(actor, { leeromgevingId: params.id }),
	};
};

export const actions: Actions = {
	terug: action(RowId, (actor, { id }) => {
		withdrawWeghaling(actor, id);
		return { melding: 'De bijeenkomst staat er weer.' };
	}),
};
