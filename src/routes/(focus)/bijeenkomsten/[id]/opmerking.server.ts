import type { RequestEvent } from '@sveltejs/kit';
import type { Actions } from '@sveltejs/kit';
import {
	Antwoord,
	OpmerkingKeus,
	OpmerkingNieuw,
	OpmerkingWijziging,
} from '#features/opmerking/input.ts';
import {
	createAntwoord,
	createOpmerking,
	finaliseOpmerking,
	removeOpmerking,
	updateOpmerking,
	withdrawAfhandeling,
	withdrawWeghaling,
} from '#features/opmerking/write.server.ts';
import { opmerkingWaar } from '#features/verslag/gesprek.server.ts';
import { action } from '#server/form.ts';

/** Where the form stands: the remark is on the verslag of this page. */
const at = ({ locals: { actor }, params }: RequestEvent) => ({
	waar: opmerkingWaar(actor, params['id'] ?? ''),
});

/** Remarks beside a verslag: on its own page. */
export const opmerkingActions = {
	opmerk: action(OpmerkingNieuw, (actor, input, { event }) => ({
		data: createOpmerking(actor, { ...at(event), ...input }),
	})),
	antwoord: action(Antwoord, (actor, input, { event }) => {
		createAntwoord(actor, { ...at(event), ...input });
	}),
	wijzigOpmerking: action(OpmerkingWijziging, (actor, input, { event }) => {
		updateOpmerking(actor, { ...at(event), ...input });
	}),
	opmerkingWeg: action(OpmerkingKeus, (actor, input, { event }) => {
		removeOpmerking(actor, { ...at(event), ...input });
		const action = `/bijeenkomsten/${event.params['id']}?/opmerkingTerug`;
		return {
			melding: { tekst: 'Opmerking weggehaald', zetTerug: { action, fields: { id: input.id } } },
		};
	}),
	opmerkingTerug: action(OpmerkingKeus, (actor, input, { event }) => {
		withdrawWeghaling(actor, { ...at(event), ...input });
		return { to: `/bijeenkomsten/${event.params['id']}`, melding: 'De opmerking staat er weer.' };
	}),
	handelAf: action(OpmerkingKeus, (actor, input, { event }) => {
		finaliseOpmerking(actor, { ...at(event), ...input });
	}),
	heropen: action(OpmerkingKeus, (actor, input, { event }) => {
		withdrawAfhandeling(actor, { ...at(event), ...input });
	}),
} satisfies Actions;
