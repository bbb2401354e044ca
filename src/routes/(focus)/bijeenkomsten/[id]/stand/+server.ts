import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { standVan } from '../stand.server.ts';

/** Asked again by a page that follows the bijeenkomst. */
export const GET: RequestHandler = ({ locals: { actor }, params }) =>
	json(standVan(actor, params.id));
