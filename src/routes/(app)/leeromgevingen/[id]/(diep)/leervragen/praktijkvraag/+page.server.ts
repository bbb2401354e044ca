import { mayWritePraktijkvraag } from '#access/leervraag.ts';
import { must } from '#access/must.ts';
import { factsOf, findRuimte } from '#features/leeromgeving/find.server.ts';
import { listLeden } from '#features/leeromgeving/lid.read.server.ts';
import { listKeuzes } from '#features/leeromgeving/read.server.ts';
import { wieOpen } from '#features/leeromgeving/lidmaatschap.ts';
import { PraktijkvraagNieuw } from '#features/leervraag/input.ts';
import { listVragenVan } from '#features/leervraag/read.server.ts';
import { derivePraktijkvraag } from '#features/leervraag/write.server.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params, url }) => {
	must(mayWritePraktijkvraag(actor, factsOf(findRuimte(actor, params.id))));
	const uit = url.searchParams.get('uit');
	return {
		titel: 'Schrijf een praktijkvraag',
		uit: uit ? [uit] : [],
		leervragen: listVragenVan(actor, params.id).leervragen,
		leden: wieOpen(listLeden(actor, params.id)),
		organisaties: listKeuzes(actor).organisaties,
	};
};

export const actions: Actions = {
	maak: action(PraktijkvraagNieuw, (actor, input, { event }) => {
		const leeromgevingId = event.params.id!;
		derivePraktijkvraag(actor, { ...input, leeromgevingId });
		const to = `/leeromgevingen/${leeromgevingId}/leervragen`;
		return { to, melding: 'De praktijkvraag is er.' };
	}),
};
