import { json } from '@sveltejs/kit';
import { search } from '#features/zoeken/read.server.ts';
import type { RequestHandler } from './$types';

/** For the command palette: the names that match, as the page `/zoeken` shows them. */
export const GET: RequestHandler = ({ locals, url }) =>
	json(search(locals.actor, url.searchParams.get('q') ?? ''));
