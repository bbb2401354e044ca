import * as v from 'valibot';
import { detailLink, useLink } from '#features/account/bewijs.server.ts';
import { enter } from '#features/persoon/entry.server.ts';
import { asyncAction } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

/** Looks only: mail programs open links to check them. */
export const load: PageServerLoad = ({ params }) => ({
	titel: 'Inloggen',
	link: detailLink('inloggen', params.token),
});

const Knop = v.object({ gedeeld: v.optional(v.string(), '') });

export const actions: Actions = {
	default: asyncAction(Knop, async (_actor, { gedeeld }, { event }) => {
		const accountId = useLink('inloggen', event.params.token ?? '');
		if (!accountId) return;
		await enter(event, { accountId, sharedDevice: gedeeld !== '' });
		return { to: '/' };
	}),
};
