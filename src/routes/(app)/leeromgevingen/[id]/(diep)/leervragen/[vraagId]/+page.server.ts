import { NotFound } from '#server/errors.ts';
import { listHerkomst } from '#features/bord/verder.read.server.ts';
import { listLeden } from '#features/leeromgeving/lid.read.server.ts';
import { wieOpen } from '#features/leeromgeving/lidmaatschap.ts';
import { listKeuzes } from '#features/leeromgeving/read.server.ts';
import { basisPraktijkvraag } from '#features/leervraag/basis.ts';
import { LoslatingInput, PraktijkvraagInput, VraagId } from '#features/leervraag/input.ts';
import { detailPraktijkvraag, listVragenVan } from '#features/leervraag/read.server.ts';
import {
	createLoslating,
	updatePraktijkvraag,
	withdrawLoslating,
} from '#features/leervraag/write.server.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params }) => {
	const vraag = detailPraktijkvraag(actor, params.vraagId);
	if (vraag.leeromgevingId !== params.id) throw new NotFound();
	return {
		titel: 'Praktijkvraag',
		vraag,
		basis: basisPraktijkvraag(vraag),
		herkomst: listHerkomst(actor, { praktijkvraagId: vraag.id }),
		leervragen: listVragenVan(actor, params.id).leervragen,
		leden: wieOpen(listLeden(actor, params.id)),
		organisaties: listKeuzes(actor).organisaties,
	};
};

export const actions: Actions = {
	wijzig: action(PraktijkvraagInput, (actor, input, { event, basis }) => {
		updatePraktijkvraag(actor, { ...input, id: event.params.vraagId! }, basis);
		return { to: event.url.pathname, melding: 'Bewaard.' };
	}),
	loslaten: action(LoslatingInput, (actor, input, { event }) => {
		createLoslating(actor, input);
		return { to: event.url.pathname, melding: 'Losgelaten. De vraag en de reden zijn bewaard.' };
	}),
	oppakken: action(VraagId, (actor, input, { event }) => {
		withdrawLoslating(actor, input);
		return { to: event.url.pathname, melding: 'De vraag is weer opgepakt.' };
	}),
};
