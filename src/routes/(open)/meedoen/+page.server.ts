import { findSchermcode } from '#features/bord/open.server.ts';
import { MeedoenCode } from '#features/uitnodiging/input.ts';
import { findMeedoen } from '#features/uitnodiging/meedoen.server.ts';
import { visitorOf } from '#features/persoon/entry.server.ts';
import { asyncAction } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ titel: 'Doe mee met een code' });

/** Of a code on a screen; any other is one on paper. */
const isKort = (code: string) => code.replaceAll(/\D/g, '').length === 8;

export const actions: Actions = {
	default: asyncAction(MeedoenCode, async (_actor, { code }, { event }) => {
		const find = isKort(code) ? findSchermcode : findMeedoen;
		return { to: await find(code, visitorOf(event).address) };
	}),
};
