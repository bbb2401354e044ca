import { StoelInput } from '#features/leeromgeving/lid.input.ts';
import { detailTafel, listLeden } from '#features/leeromgeving/lid.read.server.ts';
import { createLegeStoel, removeLegeStoel } from '#features/leeromgeving/lid.write.server.ts';
import { listUitnodigingen } from '#features/uitnodiging/read.server.ts';
import { action } from '#server/form.ts';
import { RowId } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor }, params, parent }) => {
	const leden = listLeden(actor, params.id);
	const { legeStoelen } = detailTafel(actor, params.id);
	const { team } = await parent();
	const uitnodigingen = team.may.editLeden
		? listUitnodigingen(actor, { leeromgevingId: params.id }).filter(
				({ staat }) => staat === 'open' || staat === 'verlopen',
			)
		: [];
	return { titel: `Leden van ${team.naam}`, leden, legeStoelen, uitnodigingen };
};

export const actions: Actions = {
	stoel: action(StoelInput, (actor, input, { event }) => {
		createLegeStoel(actor, { ...input, leeromgevingId: event.params.id! });
		return { to: event.url.pathname, melding: `Er staat een stoel klaar voor: ${input.wie}.` };
	}),
	stoelweg: action(RowId, (actor, input, { event }) => {
		removeLegeStoel(actor, input);
		return { to: event.url.pathname, melding: 'De lege stoel is weggehaald.' };
	}),
};
