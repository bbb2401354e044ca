import { isInEen } from '#access/actor.ts';
import { mayWriteLeervraag } from '#access/leervraag.ts';
import { must } from '#access/must.ts';
import { listKeuzes } from '#features/leeromgeving/read.server.ts';
import { LeervraagNieuw } from '#features/leervraag/input.ts';
import { createLeervraag } from '#features/leervraag/write.server.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, url }) => {
	must(isInEen(actor) && mayWriteLeervraag(actor, { ...actor, leeromgevingIds: [] }));
	return {
		titel: 'Schrijf een leervraag',
		themas: listKeuzes(actor).themas,
		themaId: url.searchParams.get('thema') ?? '',
	};
};

export const actions: Actions = {
	maak: action(LeervraagNieuw, (actor, input) => {
		createLeervraag(actor, { ...input, leeromgevingIds: [] });
		return { to: '/kennisagenda', melding: 'De leervraag staat op de kennisagenda.' };
	}),
};
