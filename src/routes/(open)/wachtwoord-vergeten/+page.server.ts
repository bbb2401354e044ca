import { requestBewijs } from '#features/account/bewijs.server.ts';
import { Adres } from '#features/account/input.ts';
import { visitorOf } from '#features/persoon/entry.server.ts';
import { asyncAction } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ titel: 'Wachtwoord vergeten' });

export const actions: Actions = {
	default: asyncAction(Adres, async (_actor, { email }, { event }) => {
		requestBewijs('wachtwoord', email, visitorOf(event).address);
		return { data: 'verstuurd' };
	}),
};
