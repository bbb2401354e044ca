import { isInEen } from '#access/actor.ts';
import { MijnCode, MijnWeg } from '#features/bord/gast.input.ts';
import { claimDeelnemer, findMijn, withdrawMijn } from '#features/bord/mijn.server.ts';
import { visitorOf } from '#features/persoon/entry.server.ts';
import { asyncAction } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({
	titel: 'Mijn briefjes',
	isIngelogd: isInEen(locals.actor),
});

/** The code opens it and is kept nowhere: it goes along with each form, never in an address. */
export const actions: Actions = {
	zie: asyncAction(MijnCode, async (_actor, { code }, { event }) => {
		return { data: { code, ...(await findMijn(code, visitorOf(event).address)) } };
	}),
	weg: asyncAction(MijnWeg, async (_actor, input, { event }) => {
		const { address } = visitorOf(event);
		const { aantal } = await withdrawMijn(input, address);
		return { data: { code: input.code, aantal, ...(await findMijn(input.code, address)) } };
	}),
	claim: asyncAction(MijnCode, async (actor, input, { event }) => {
		const { bordId } = await claimDeelnemer(actor, input, visitorOf(event).address);
		const to = bordId ? `/borden/${bordId}` : '/';
		return { to, melding: 'Wat je schreef, hoort nu bij jouw account.' };
	}),
};
