import { must } from '#access/must.ts';
import { gremiumTekst } from '#features/gremium/formulier.ts';
import { gremiumInput } from '#features/gremium/input.ts';
import { detailGremium } from '#features/gremium/read.server.ts';
import { removeGremium, updateGremium } from '#features/gremium/write.server.ts';
import { action } from '#server/form.ts';
import { NoFields } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params }) => {
	const gremium = detailGremium(actor, params.id);
	must(gremium.may.edit);
	const { id, naam } = gremium;
	const leeg = [gremium.leden, gremium.vergaderingen, gremium.opheffingen].every((r) => !r.length);
	return { titel: `Wijzig ${naam}`, id, naam, leeg, waarde: gremiumTekst(gremium) };
};

export const actions: Actions = {
	bewaar: action(gremiumInput, (actor, input, { event: { params }, basis }) => {
		updateGremium(actor, input, { id: params.id ?? '', basis });
		return { to: `/gremia/${params.id}`, melding: 'Bewaard.' };
	}),
	verwijder: action(NoFields, (actor, _input, { event: { params } }) => {
		removeGremium(actor, params.id ?? '');
		return { to: '/gremia', melding: 'Verwijderd.' };
	}),
};
