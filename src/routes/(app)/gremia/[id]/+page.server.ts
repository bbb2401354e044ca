import {
	gremiumLidInput,
	herlevingInput,
	lidEindeInput,
	opheffingInput,
	vergaderingInput,
} from '#features/gremium/input.ts';
import { detailGremium, listLidKeuzes } from '#features/gremium/read.server.ts';
import * as write from '#features/gremium/write.server.ts';
import { action } from '#server/form.ts';
import { RowId } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params }) => {
	const gremium = detailGremium(actor, params.id);
	return { titel: gremium.naam, gremium, keuzes: listLidKeuzes(actor) };
};

const bewaard = (gremiumId: string, melding = 'Bewaard.') => ({
	to: `/gremia/${gremiumId}`,
	melding,
});

export const actions: Actions = {
	lid: action(gremiumLidInput, (actor, input, { event: { params } }) => {
		const gremiumId = params.id ?? '';
		write.createGremiumLid(actor, { ...input, gremiumId });
		return bewaard(gremiumId, 'Toegevoegd.');
	}),
	lidEinde: action(lidEindeInput, (actor, input, { event: { params } }) => {
		const gremiumId = params.id ?? '';
		write.updateGremiumLid(actor, { ...input, gremiumId });
		return bewaard(gremiumId);
	}),
	lidWeg: action(RowId, (actor, { id }, { event: { params } }) => {
		const gremiumId = params.id ?? '';
		write.removeGremiumLid(actor, { id, gremiumId });
		return bewaard(gremiumId, 'Weggehaald.');
	}),
	vergadering: action(vergaderingInput, (actor, input, { event: { params } }) => {
		const gremiumId = params.id ?? '';
		write.createVergadering(actor, { ...input, gremiumId });
		return bewaard(gremiumId);
	}),
	vergaderingWeg: action(RowId, (actor, { id }, { event: { params } }) => {
		const gremiumId = params.id ?? '';
		write.removeVergadering(actor, { id, gremiumId });
		return bewaard(gremiumId, 'Weggehaald.');
	}),
	hefOp: action(opheffingInput, (actor, input, { event: { params } }) => {
		const gremiumId = params.id ?? '';
		write.createOpheffing(actor, { ...input, gremiumId });
		return bewaard(gremiumId);
	}),
	herleef: action(herlevingInput, (actor, input, { event: { params } }) => {
		const gremiumId = params.id ?? '';
		write.withdrawOpheffing(actor, { ...input, gremiumId });
		return bewaard(gremiumId);
	}),
};
