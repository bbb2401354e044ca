import { useCode } from '#features/account/bewijs.server.ts';
import { Code } from '#features/account/input.ts';
import { enter } from '#features/persoon/entry.server.ts';
import { Invalid } from '#server/errors.ts';
import { asyncAction } from '#server/form.ts';
import { ownPath } from '#server/own-path.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({
	titel: 'Kijk in je mail',
	naar: ownPath(url.searchParams.get('naar')),
});

export const actions: Actions = {
	default: asyncAction(Code, async (_actor, { code }, { event }) => {
		const query = event.url.searchParams;
		const accountId = useCode(query.get('aanvraag') ?? '', code);
		if (!accountId)
			throw new Invalid({ code: 'Deze code klopt niet of is verlopen. Vraag een nieuwe mail.' });
		await enter(event, { accountId, sharedDevice: query.has('gedeeld') });
		return { to: ownPath(query.get('naar')) };
	}),
};
