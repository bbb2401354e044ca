import { AntwoordInput } from '#features/ervaring/input.ts';
import { answerErvaring, openErvaring } from '#features/ervaring/open.server.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

/** Looks only: mail programs open links to check them. */
export const load: PageServerLoad = ({ params }) => ({
	titel: 'Klopt dit zo?',
	ervaring: openErvaring(params.token),
});

export const actions: Actions = {
	antwoord: action(AntwoordInput, (_actor, input, { event }) => {
		answerErvaring(event.params.token ?? '', input);
		// what was noted stands at the top
		return { here: true };
	}),
};
