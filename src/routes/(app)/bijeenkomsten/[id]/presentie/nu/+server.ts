import { json } from '@sveltejs/kit';
import { detailPresentie } from '#features/presentie/read.server.ts';
import type { RequestHandler } from './$types';

/** Asked again by the page of the list when somebody else tapped. */
export const GET: RequestHandler = ({ locals: { actor }, params }) =>
	json(detailPresentie(actor, params.id));
