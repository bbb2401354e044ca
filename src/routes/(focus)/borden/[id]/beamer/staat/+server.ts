import { json } from '@sveltejs/kit';
import { detailBeamer } from '#features/bord/beamer.read.server.ts';
import type { RequestHandler } from './$types';

/** Asked again by a screen that follows the bord. */
export const GET: RequestHandler = ({ locals: { actor }, params }) =>
	json(detailBeamer(actor, params.id));
