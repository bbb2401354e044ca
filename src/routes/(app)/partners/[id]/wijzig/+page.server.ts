import { must } from '#access/must.ts';
import { aliasInput, mergeInput, organisatieInput } from '#features/partner/input.ts';
import { mergeOrganisatie } from '#features/partner/merge.write.server.ts';
import { detailOrganisatie, listOrganisatieNamen } from '#features/partner/read.server.ts';
import {
	createAlias,
	removeAlias,
	removeOrganisatie,
	updateOrganisatie,
} from '#features/partner/write.server.ts';
import { action } from '#server/form.ts';
import { NoFields, RowId } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params }) => {
	const organisatie = detailOrganisatie(actor, params.id);
	must(organisatie.may.edit);
	const andere = listOrganisatieNamen(actor).filter(({ id }) => id !== params.id);
	return { titel: `Wijzig ${organisatie.naam}`, organisatie, andere };
};

export const actions: Actions = {
	bewaar: action(organisatieInput, (actor, input, { event: { params }, basis }) => {
		updateOrganisatie(actor, input, { id: params.id ?? '', basis });
		return { to: `/partners/${params.id}`, melding: 'Bewaard.' };
	}),
	alias: action(aliasInput, (actor, { alias }, { event: { params } }) => {
		createAlias(actor, { organisatieId: params.id ?? '', alias });
		return { to: `/partners/${params.id}/wijzig`, melding: 'Naam toegevoegd.' };
	}),
	geenAlias: action(RowId, (actor, { id }, { event: { params } }) => {
		removeAlias(actor, { organisatieId: params.id ?? '', id });
		return { to: `/partners/${params.id}/wijzig`, melding: 'Naam weggehaald.' };
	}),
	voegSamen: action(mergeInput, (actor, { inId }, { event: { params } }) => {
		mergeOrganisatie(actor, { id: params.id ?? '', inId });
		return { to: `/partners/${inId}`, melding: 'Samengevoegd.' };
	}),
	verwijder: action(NoFields, (actor, _input, { event: { params } }) => {
		removeOrganisatie(actor, params.id ?? '');
		return { to: '/partners/organisaties', melding: 'Verwijderd.' };
	}),
};
