import { mayKoppelLeervraag } from '#access/leervraag.ts';
import { must } from '#access/must.ts';
import { factsOf, findRuimte } from '#features/leeromgeving/find.server.ts';
import { listKeuzes } from '#features/leeromgeving/read.server.ts';
import { LeervraagNieuw } from '#features/leervraag/input.ts';
import { createLeervraag } from '#features/leervraag/write.server.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params }) => {
	must(mayKoppelLeervraag(actor, factsOf(findRuimte(actor, params.id))));
	return { titel: 'Schrijf een leervraag', themas: listKeuzes(actor).themas };
};

export const actions: Actions = {
	maak: action(LeervraagNieuw, (actor, input, { event }) => {
		const leeromgevingId = event.params.id!;
		createLeervraag(actor, { ...input, leeromgevingIds: [leeromgevingId] });
		return { to: `/leeromgevingen/${leeromgevingId}/leervragen`, melding: 'De leervraag is er.' };
	}),
};
