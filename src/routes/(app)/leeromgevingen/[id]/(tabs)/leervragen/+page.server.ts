import { mayNeemLeervraag } from '#access/leervraag.ts';
import { KoppelingInput } from '#features/leervraag/input.ts';
import { listLeervragen, listVragenVan } from '#features/leervraag/read.server.ts';
import { createKoppeling, removeKoppeling } from '#features/leervraag/write.server.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor }, params, parent }) => {
	const vragen = listVragenVan(actor, params.id);
	const eigen = new Set(vragen.leervragen.map((vraag) => vraag.id));
	const { team, werkplaats } = await parent();
	const mayTake = ({ leeromgevingen }: { leeromgevingen: { id: string }[] }) => {
		const leeromgevingIds = leeromgevingen.map(({ id }) => id);
		const facts = { werkplaatsId: werkplaats.id, leeromgevingIds };
		return mayNeemLeervraag(actor, facts, { leeromgevingId: params.id });
	};
	return {
		titel: `Leervragen van ${team.naam}`,
		vragen,
		/** Leervragen of the agenda that this team does not work on yet, and may take. */
		agenda: listLeervragen(actor)
			.filter((vraag) => !eigen.has(vraag.id) && !vraag.losgelaten && mayTake(vraag))
			.map(({ id, tekst }) => ({ id, tekst })),
	};
};

export const actions: Actions = {
	neem: action(KoppelingInput, (actor, input, { event }) => {
		createKoppeling(actor, { ...input, leeromgevingId: event.params.id! });
		return { melding: 'Deze leervraag hoort nu bij jullie.' };
	}),
	terug: action(KoppelingInput, (actor, input, { event }) => {
		removeKoppeling(actor, { ...input, leeromgevingId: event.params.id! });
		return { melding: 'Deze leervraag staat weer alleen op de kennisagenda.' };
	}),
};
