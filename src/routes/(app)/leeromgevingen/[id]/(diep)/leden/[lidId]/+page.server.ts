import { mayEditLeden } from '#access/leeromgeving.ts';
import { must, mustFind } from '#access/must.ts';
import { factsOf, findRuimte } from '#features/leeromgeving/find.server.ts';
import { LidEinde, LidInput } from '#features/leeromgeving/lid.input.ts';
import { listLeden } from '#features/leeromgeving/lid.read.server.ts';
import {
	finaliseLidmaatschap,
	updateLidmaatschap,
} from '#features/leeromgeving/lid.write.server.ts';
import { listKeuzes } from '#features/leeromgeving/read.server.ts';
import { today } from '#server/clock.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params }) => {
	must(mayEditLeden(actor, factsOf(findRuimte(actor, params.id))));
	const lid = mustFind(listLeden(actor, params.id).find(({ id }) => id === params.lidId));
	return {
		titel: lid.naam,
		lid,
		organisaties: listKeuzes(actor).organisaties,
		vandaag: today(),
	};
};

const terug = (leeromgevingId: string | undefined) => `/leeromgevingen/${leeromgevingId}/leden`;

export const actions: Actions = {
	wijzig: action(LidInput, (actor, input, { event }) => {
		updateLidmaatschap(actor, input);
		return { to: terug(event.params.id), melding: 'Bewaard.' };
	}),
	einde: action(LidEinde, (actor, input, { event }) => {
		finaliseLidmaatschap(actor, input);
		return { to: terug(event.params.id), melding: 'De laatste dag is bewaard.' };
	}),
};
