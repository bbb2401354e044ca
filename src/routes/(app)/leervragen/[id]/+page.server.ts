import { nieuwBordOver } from '#features/bord/keuzes.read.server.ts';
import { bordenOver } from '#features/bord/read.server.ts';
import { listHerkomst } from '#features/bord/verder.read.server.ts';
import { listKeuzes } from '#features/leeromgeving/read.server.ts';
import { basisLeervraag } from '#features/leervraag/basis.ts';
import { LeervraagInput, LoslatingInput, VraagId } from '#features/leervraag/input.ts';
import { detailLeervraag } from '#features/leervraag/read.server.ts';
import {
	createLoslating,
	updateLeervraag,
	withdrawLoslating,
} from '#features/leervraag/write.server.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params }) => {
	const vraag = detailLeervraag(actor, params.id);
	return {
		titel: 'Leervraag',
		vraag,
		basis: basisLeervraag(vraag),
		herkomst: listHerkomst(actor, { leervraagId: params.id }),
		borden: bordenOver(actor, params.id),
		nieuwBord: nieuwBordOver(actor, params.id),
		themas: listKeuzes(actor).themas,
	};
};

export const actions: Actions = {
	wijzig: action(LeervraagInput, (actor, input, { event, basis }) => {
		updateLeervraag(actor, { ...input, id: event.params.id! }, basis);
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
