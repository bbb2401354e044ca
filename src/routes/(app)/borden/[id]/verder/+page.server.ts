import type { RequestEvent } from '@sveltejs/kit';
import { PassageUit, VraagUit } from '#features/bord/verder.input.ts';
import { beginVraag, detailVerder } from '#features/bord/verder.read.server.ts';
import { createPassageUit, createVraagUit } from '#features/bord/verder.write.server.ts';
import { createLeervraag, derivePraktijkvraag } from '#features/leervraag/write.server.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params, url }) => {
	const verder = detailVerder(actor, {
		bordId: params.id,
		uit: url.searchParams.get('uit') ?? '',
	});
	return { titel: `Hoe gaat dit verder? ${verder.bord.titel}`, verder };
};

const of = ({ params }: RequestEvent) => params['id'] ?? '';

export const actions: Actions = {
	leervraag: action(VraagUit, (actor, { uit, tekst }, { event }) => {
		const { leeromgevingId, perspectief } = beginVraag(actor, { bordId: of(event), uit });
		const { id } = createLeervraag(actor, {
			...{ tekst, perspectief, themaId: null, herkomst: 'team' },
			leeromgevingIds: [leeromgevingId],
		});
		createVraagUit(actor, { bordId: of(event), uit, soort: 'leervraag', vraagId: id });
		return { to: `/leervragen/${id}`, melding: 'De leervraag is er.' };
	}),
	praktijkvraag: action(VraagUit, (actor, { uit, tekst }, { event }) => {
		const van = beginVraag(actor, { bordId: of(event), uit });
		const { leeromgevingId, leervraagId, perspectief } = van;
		const { id } = derivePraktijkvraag(actor, {
			...{ tekst, perspectief, leeromgevingId, indienerId: null, organisatieId: null },
			leervraagIds: leervraagId === null ? [] : [leervraagId],
		});
		createVraagUit(actor, { bordId: of(event), uit, soort: 'praktijkvraag', vraagId: id });
		const to = `/leeromgevingen/${leeromgevingId}/leervragen/${id}`;
		return { to, melding: 'De praktijkvraag is er.' };
	}),
	verslag: action(PassageUit, (actor, input, { event }) => {
		createPassageUit(actor, { ...input, bordId: of(event) });
		return { to: `/bijeenkomsten/${input.bijeenkomstId}`, melding: 'Het staat in het verslag.' };
	}),
};
