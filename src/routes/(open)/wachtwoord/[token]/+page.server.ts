import { detailLink } from '#features/account/bewijs.server.ts';
import { NieuwWachtwoord } from '#features/account/input.ts';
import { resetPassword } from '#features/account/wachtwoord.server.ts';
import { enter } from '#features/persoon/entry.server.ts';
import { asyncAction } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => ({
	titel: 'Nieuw wachtwoord',
	link: detailLink('wachtwoord', params.token),
});

export const actions: Actions = {
	default: asyncAction(NieuwWachtwoord, async (_actor, { wachtwoord }, { event }) => {
		const accountId = await resetPassword(event.params.token ?? '', wachtwoord);
		if (!accountId) return;
		await enter(event, { accountId });
		return { to: '/' };
	}),
};
