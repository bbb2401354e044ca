import type { RequestEvent } from '@sveltejs/kit';
import type { Actor } from '#access/actor.ts';
import { PassageUit, VraagUit } from '#features/bord/verder.input.ts';
import { detailVerder, kantOf } from '#features/bord/verder.read.server.ts';
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
const detail = (actor: Actor, event: RequestEvent, uit: string) =>
	detailVerder(actor, { bordId: of(event), uit });

export const actions: Actions = {
	leervraag: action(VraagUit, (actor, { uit, tekst }, { event }) => {
		const verder = detail(actor, event, uit);
		const { id } = createLeervraag(actor, {
			tekst,
			themaId: null,
			herkomst: 'team',
			perspectief: kantOf(verder),
			leeromgevingIds: [verder.teamId],
		});
		createVraagUit(actor, { bordId: of(event), uit, soort: 'leervraag', vraagId: id });
		return { to: `/leervragen/${id}`, melding: 'De leervraag is er.' };
	}),
	praktijkvraag: action(VraagUit, (actor, { uit, tekst }, { event }) => {
		const verder = detail(actor, event, uit);
		const { id } = derivePraktijkvraag(actor, {
			tekst,
			leervraagIds: verder.leervraagId === null ? [] : [verder.leervraagId],
			perspectief: kantOf(verder),
			indienerId: null,
			organisatieId: null,
			leeromgevingId: verder.teamId,
		});
		createVraagUit(actor, { bordId: of(event), uit, soort: 'praktijkvraag', vraagId: id });
		const to = `/leeromgevingen/${verder.teamId}/leervragen/${id}`;
		return { to, melding: 'De praktijkvraag is er.' };
	}),
	verslag: action(PassageUit, (actor, input, { event }) => {
		createPassageUit(actor, { ...input, bordId: of(event) });
		return { to: `/bijeenkomsten/${input.bijeenkomstId}`, melding: 'Het staat in het verslag.' };
	}),
};
