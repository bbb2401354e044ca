import { must, mustFind } from '#access/must.ts';
import { intentieTekst } from '#features/partner/formulier.ts';
import { intentieverklaringInput } from '#features/partner/input.ts';
import {
	createIntentieverklaring,
	removeIntentieverklaring,
	updateIntentieverklaring,
} from '#features/partner/partnerschap.write.server.ts';
import { detailOrganisatie, listKeuzes } from '#features/partner/read.server.ts';
import { action } from '#server/form.ts';
import { NoFields } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

/** The last part of the address when there is none yet. */
const NIEUW = 'nieuw';

export const load: PageServerLoad = ({ locals: { actor }, params }) => {
	const { id, naam, may, intentieverklaringen } = detailOrganisatie(actor, params.id);
	must(may.editPartnerschap);
	const nieuw = params.regel === NIEUW;
	const row = nieuw ? undefined : mustFind(intentieverklaringen.find((r) => r.id === params.regel));
	return {
		titel: nieuw ? 'Nieuwe intentieverklaring' : 'Wijzig intentieverklaring',
		organisatie: { id, naam },
		waarde: row && intentieTekst(row),
		keuzes: listKeuzes(actor),
	};
};

export const actions: Actions = {
	bewaar: action(intentieverklaringInput, (actor, input, { event: { params }, basis }) => {
		const [organisatieId, regel] = [params.id ?? '', params.regel ?? ''];
		if (regel === NIEUW) createIntentieverklaring(actor, { ...input, organisatieId });
		else updateIntentieverklaring(actor, input, { id: regel, basis });
		return { to: `/partners/${organisatieId}`, melding: 'Bewaard.' };
	}),
	verwijder: action(NoFields, (actor, _input, { event: { params } }) => {
		removeIntentieverklaring(actor, params.regel ?? '');
		return { to: `/partners/${params.id}`, melding: 'Verwijderd.' };
	}),
};
