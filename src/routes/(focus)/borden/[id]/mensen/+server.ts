import { json } from '@sveltejs/kit';
import { findBord } from '#features/bord/find.server.ts';
import { listMensen } from '#features/bord/mensen.read.server.ts';
import type { RequestHandler } from './$types';

/** Asked by a page that was open before somebody came to the team. */
export const GET: RequestHandler = ({ locals: { actor }, params }) =>
	json(listMensen(actor, findBord(actor, params.id)));
