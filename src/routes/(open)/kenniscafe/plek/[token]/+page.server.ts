import { afmelden, openPlek } from '#features/kenniscafe/open.server.ts';
import { action } from '#server/form.ts';
import { NoFields } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	const plek = openPlek(params.token);
	return { titel: plek.titel, plek };
};

export const actions: Actions = {
	afmelden: action(NoFields, (_actor, _input, { event: { params } }) => {
		afmelden(params.token!);
		return { here: true };
	}),
};
