import { redirect } from '@sveltejs/kit';
import { Forbidden } from '#server/errors.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent }) => {
	const { delen } = await parent();
	if (!delen[0]) throw new Forbidden();
	redirect(307, delen[0].href);
};
