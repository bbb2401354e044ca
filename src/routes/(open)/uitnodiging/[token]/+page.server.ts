import type { RequestEvent } from '@sveltejs/kit';
import { requestEmail } from '#features/account/email.server.ts';
import { enter, leave } from '#features/persoon/entry.server.ts';
import { acceptAs, acceptAsNew } from '#features/uitnodiging/aanvaarden.server.ts';
import { openUitnodiging } from '#features/uitnodiging/open.server.ts';
import { Aanvaarden, Terugkomen, type Aanvaarden as Input } from '#features/uitnodiging/input.ts';
import { asyncAction } from '#server/form.ts';
import { NoFields } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

/** Looks only: mail programs open links to check them. */
export const load: PageServerLoad = ({ params, locals }) => ({
	titel: 'Uitnodiging',
	uitnodiging: openUitnodiging(params.token),
	ingelogd: locals.session?.email ?? '',
});

async function comeIn(event: RequestEvent, input: Input) {
	const { teBevestigen, ...binnen } = acceptAsNew(event.params.token ?? '', input);
	if (teBevestigen) requestEmail(binnen.accountId, teBevestigen);
	await enter(event, { ...binnen, sharedDevice: input.gedeeld });
	return { to: '/' };
}

export const actions: Actions = {
	nieuw: asyncAction(Aanvaarden, (_actor, input, { event }) => comeIn(event, input)),
	terug: asyncAction(Terugkomen, (_actor, input, { event }) => comeIn(event, input)),
	als: asyncAction(NoFields, async (_actor, _input, { event }) => {
		const { session } = event.locals;
		if (!session) return { to: '/inloggen' };
		const binnen = acceptAs(event.params.token ?? '', session.accountId);
		await enter(event, { ...binnen, sharedDevice: session.sharedDevice });
		return { to: '/' };
	}),
	uit: asyncAction(NoFields, async (_actor, _input, { event }) => {
		leave(event);
		return { to: event.url.pathname };
	}),
};
