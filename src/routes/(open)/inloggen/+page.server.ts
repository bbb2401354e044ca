import { redirect } from '@sveltejs/kit';
import { requestBewijs } from '#features/account/bewijs.server.ts';
import { Inloggen } from '#features/account/input.ts';
import { logIn } from '#features/account/login.server.ts';
import { enter, visitorOf } from '#features/persoon/entry.server.ts';
import { openContact } from '#features/werkplaats/contact.server.ts';
import { needsSetup } from '#features/werkplaats/setup.server.ts';
import { asyncAction } from '#server/form.ts';
import { ownPath } from '#server/own-path.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	if (needsSetup()) redirect(303, '/instellen');
	const naar = ownPath(url.searchParams.get('naar'));
	if (locals.session) redirect(303, naar);
	return {
		titel: 'Inloggen',
		naar,
		email: url.searchParams.get('email') ?? '',
		telefoon: openContact().hulpTelefoon,
	};
};

export const actions: Actions = {
	default: asyncAction(Inloggen, async (_actor, input, { event }) => {
		const visitor = visitorOf(event);
		const naar = ownPath(input.naar);
		if (input.hoe === 'link') {
			const aanvraag = requestBewijs('inloggen', input.email, visitor.address);
			const query = new URLSearchParams({ aanvraag, naar });
			if (input.gedeeld) query.set('gedeeld', 'ja');
			return { to: `/inloggen/code?${query}` };
		}
		const accountId = await logIn(input, visitor);
		await enter(event, { accountId, sharedDevice: input.gedeeld });
		return { to: naar };
	}),
};
