import { detailLink } from '#features/account/bewijs.server.ts';
import { updateEmail } from '#features/account/email.server.ts';
import { enter } from '#features/persoon/entry.server.ts';
import { asyncAction } from '#server/form.ts';
import { NoFields } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => ({
	titel: 'Bevestig je e-mailadres',
	link: detailLink('email', params.token),
});

export const actions: Actions = {
	default: asyncAction(NoFields, async (_actor, _input, { event }) => {
		const accountId = updateEmail(event.params.token ?? '');
		if (!accountId) return;
		if (event.locals.session?.accountId !== accountId) await enter(event, { accountId });
		return { to: '/account', melding: 'Je e-mailadres is bevestigd.' };
	}),
};
