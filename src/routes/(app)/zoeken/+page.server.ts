import { searchBorden, searchVerslagen } from '#features/zoeken/passage.read.server.ts';
import { search } from '#features/zoeken/read.server.ts';
import { mustBeCalm } from '#server/calm.ts';
import type { PageServerLoad } from './$types';

/** More passages help nobody: one word more does. */
const MOST = 50;

export const load: PageServerLoad = ({ locals, url }) => {
	const zoekterm = (url.searchParams.get('q') ?? '').slice(0, 200);
	if (zoekterm.trim()) mustBeCalm('searches', locals.actor);
	const zoek = (in_: typeof searchVerslagen) => {
		const passages = in_(locals.actor, zoekterm, MOST + 1);
		return { passages: passages.slice(0, MOST), meer: passages.length > MOST };
	};
	return {
		titel: 'Zoeken',
		zoekterm,
		groepen: search(locals.actor, zoekterm),
		verslagen: zoek(searchVerslagen),
		borden: zoek(searchBorden),
	};
};
