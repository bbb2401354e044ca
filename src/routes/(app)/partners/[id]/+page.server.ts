import { werkrelatieInput } from '#features/partner/input.ts';
import { detailOrganisatie, listKeuzes } from '#features/partner/read.server.ts';
import {
	createWerkrelatie,
	removeWerkrelatie,
} from '#features/partner/werkrelatie.write.server.ts';
import { action } from '#server/form.ts';
import { RowId } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params }) => {
	const organisatie = detailOrganisatie(actor, params.id);
	return { titel: organisatie.naam, organisatie, keuzes: listKeuzes(actor) };
};

export const actions: Actions = {
	voegPersoonToe: action(werkrelatieInput, (actor, input, { event }) => {
		const organisatieId = event.params.id ?? '';
		createWerkrelatie(actor, { ...input, organisatieId });
		return { to: `/partners/${organisatieId}`, melding: 'Toegevoegd.' };
	}),
	haalPersoonWeg: action(RowId, (actor, { id }, { event }) => {
		removeWerkrelatie(actor, id);
		return { to: `/partners/${event.params.id}`, melding: 'Weggehaald.' };
	}),
};
