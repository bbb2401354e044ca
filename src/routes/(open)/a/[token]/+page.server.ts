import { isAntwoord } from '#features/aanmelding/antwoord.ts';
import { AntwoordInput } from '#features/aanmelding/input.ts';
import { answerByToken, openGenodigde } from '#features/aanmelding/open.server.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

/** Looks only: mail programs open links to check them. Which link it was decides what is in front. */
export const load: PageServerLoad = ({ params, url }) => {
	const genodigde = openGenodigde(params.token);
	const gevraagd = url.searchParams.get('antwoord');
	return {
		titel: genodigde ? `Kom je naar ${genodigde.titel}?` : 'Deze link werkt niet',
		genodigde,
		bestand: `/a/${params.token}/bijeenkomst.ics`,
		voorop: isAntwoord(gevraagd) ? gevraagd : ('komt' as const),
	};
};

export const actions: Actions = {
	antwoord: action(AntwoordInput, (_actor, input, { event: { params } }) => {
		answerByToken(params.token!, input);
	}),
};
