import { LidNieuw } from '#features/leeromgeving/lid.input.ts';
import { listKandidaten } from '#features/leeromgeving/lid.read.server.ts';
import { createLidmaatschap } from '#features/leeromgeving/lid.write.server.ts';
import { listKeuzes } from '#features/leeromgeving/read.server.ts';
import { today } from '#server/clock.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params, url }) => ({
	titel: 'Voeg iemand toe',
	kandidaten: listKandidaten(actor, params.id),
	organisaties: listKeuzes(actor).organisaties,
	vandaag: today(),
	persoonId: url.searchParams.get('persoon') ?? '',
});

export const actions: Actions = {
	voegtoe: action(LidNieuw, (actor, input, { event }) => {
		const leeromgevingId = event.params.id!;
		createLidmaatschap(actor, { ...input, leeromgevingId });
		return { to: `/leeromgevingen/${leeromgevingId}/leden`, melding: 'Aangeschoven.' };
	}),
};
