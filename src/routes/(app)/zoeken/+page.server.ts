import { search } from '#features/zoeken/read.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const zoekterm = (url.searchParams.get('q') ?? '').slice(0, 200);
	return { titel: 'Zoeken', zoekterm, groepen: search(locals.actor, zoekterm) };
};
