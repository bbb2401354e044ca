import { must, mustFind } from '#access/must.ts';
import { partnerschapTekst } from '#features/partner/formulier.ts';
import { partnerschapInput } from '#features/partner/input.ts';
import {
	createPartnerschap,
	removePartnerschap,
	updatePartnerschap,
} from '#features/partner/partnerschap.write.server.ts';
import { detailOrganisatie, listKeuzes } from '#features/partner/read.server.ts';
import { action } from '#server/form.ts';
import { NoFields } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

/** The last part of the address when there is none yet. */
const NIEUW = 'nieuw';

export const load: PageServerLoad = ({ locals: { actor }, params }) => {
	const { id, naam, may, partnerschappen } = detailOrganisatie(actor, params.id);
	must(may.editPartnerschap);
	const nieuw = params.regel === NIEUW;
	const row = nieuw ? undefined : mustFind(partnerschappen.find((r) => r.id === params.regel));
	return {
		titel: nieuw ? 'Nieuw partnerschap' : 'Wijzig partnerschap',
		organisatie: { id, naam },
		waarde: row && partnerschapTekst(row),
		keuzes: listKeuzes(actor),
	};
};

export const actions: Actions = {
	bewaar: action(partnerschapInput, (actor, input, { event: { params }, basis }) => {
		const [organisatieId, regel] = [params.id ?? '', params.regel ?? ''];
		if (regel === NIEUW) createPartnerschap(actor, { ...input, organisatieId });
		else updatePartnerschap(actor, input, { id: regel, basis });
		return { to: `/partners/${organisatieId}`, melding: 'Bewaard.' };
	}),
	verwijder: action(NoFields, (actor, _input, { event: { params } }) => {
		removePartnerschap(actor, params.regel ?? '');
		return { to: `/partners/${params.id}`, melding: 'Verwijderd.' };
	}),
};
