import { json } from '@sveltejs/kit';
import { searchAll } from '#features/zoeken/read.server.ts';
import { mustBeCalm } from '#server/calm.ts';
import type { RequestHandler } from './$types';

/** For the command palette: what matches, as the page `/zoeken` shows it. */
export const GET: RequestHandler = ({ locals, url }) => {
	mustBeCalm('searches', locals.actor);
	const zoekterm = (url.searchParams.get('q') ?? '').slice(0, 200);
	return json(searchAll(locals.actor, zoekterm));
};
