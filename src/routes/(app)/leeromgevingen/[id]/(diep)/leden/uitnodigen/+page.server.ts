import { mayEditLeden } from '#access/leeromgeving.ts';
import { must } from '#access/must.ts';
import { factsOf, findRuimte } from '#features/leeromgeving/find.server.ts';
import { listKeuzes } from '#features/leeromgeving/read.server.ts';
import { UitnodigingNieuw } from '#features/uitnodiging/input.ts';
import { createUitnodiging } from '#features/uitnodiging/write.server.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params, url }) => {
	must(mayEditLeden(actor, factsOf(findRuimte(actor, params.id))));
	return {
		titel: 'Nodig iemand uit',
		perspectief: url.searchParams.get('perspectief'),
		organisaties: listKeuzes(actor).organisaties,
	};
};

export const actions: Actions = {
	uitnodigen: action(UitnodigingNieuw, (actor, input, { event }) => {
		const leeromgevingId = event.params.id!;
		// Into this team only: what else a form may ask for is not on this page.
		const only = { ...input, leeromgevingId, werkplaatsRol: null, persoonId: null };
		const { id } = createUitnodiging(actor, only);
		const to = `/uitnodigingen/${id}`;
		return { to, melding: 'De uitnodiging is er.' };
	}),
};
