import { redirect } from '@sveltejs/kit';
import { leave } from '#features/persoon/entry.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	if (!locals.session) redirect(303, '/inloggen');
	if (locals.actor.soort !== 'niemand') redirect(303, '/');
	return { titel: 'Welkom', email: locals.session.email };
};

export const actions: Actions = {
	uit: (event) => {
		leave(event);
		event.setHeaders({ 'Clear-Site-Data': '"cache", "storage"' });
		redirect(303, '/inloggen');
	},
};
