import { MeedoenCode } from '#features/uitnodiging/input.ts';
import { findMeedoen } from '#features/uitnodiging/meedoen.server.ts';
import { visitorOf } from '#features/persoon/entry.server.ts';
import { asyncAction } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ titel: 'Doe mee met een code' });

export const actions: Actions = {
	default: asyncAction(MeedoenCode, async (_actor, { code }, { event }) => ({
		to: await findMeedoen(code, visitorOf(event).address),
	})),
};
