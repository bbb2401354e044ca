import { json } from '@sveltejs/kit';
import { standDeur } from '#features/kenniscafe/read.server.ts';
import type { RequestHandler } from './$types';

/** What was counted until now, for who stands at the door and asks again. */
export const GET: RequestHandler = ({ locals: { actor }, params }) =>
	json(standDeur(actor, params.id));
