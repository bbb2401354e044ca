import { redirect, type Cookies } from '@sveltejs/kit';
import { ownPath } from '#server/own-path.ts';
import { WEERGAVE, type WeergaveKeuze } from '#ui/weergave.ts';
import type { Actions, PageServerLoad } from './$types';

const YEAR = 365 * 24 * 60 * 60;
const NAMES = Object.keys(WEERGAVE) as WeergaveKeuze[];

export const load: PageServerLoad = ({ cookies, url }) => ({
	titel: 'Weergave',
	naar: ownPath(url.searchParams.get('naar')),
	keuzes: Object.fromEntries(NAMES.map((name) => [name, cookies.get(name) ?? ''])),
});

/** Kept on the device, not with the person: the beamer wants other letters than the phone. */
export const actions: Actions = {
	default: async ({ request, cookies }) => {
		const form = await request.formData();
		for (const name of NAMES) remember(cookies, name, String(form.get(name) ?? ''));
		const naar = form.get('naar');
		redirect(303, ownPath(typeof naar === 'string' ? naar : '/'));
	},
};

function remember(cookies: Cookies, name: WeergaveKeuze, value: string) {
	const options = { path: '/', secure: true, sameSite: 'lax', httpOnly: true } as const;
	const known: readonly string[] = WEERGAVE[name].values;
	if (known.includes(value)) cookies.set(name, value, { ...options, maxAge: YEAR });
	else cookies.delete(name, options);
}
