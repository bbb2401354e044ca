import { json } from '@sveltejs/kit';
import { listOpmerkingen } from '#features/opmerking/read.server.ts';
import { listVoorstellers, opmerkingWaar } from '#features/verslag/gesprek.server.ts';
import type { RequestHandler } from './$types';

/** The conversation as it is now: an open page asks again when the server has news of it. */
export const GET: RequestHandler = ({ locals: { actor }, params }) =>
	json({
		...listOpmerkingen(actor, opmerkingWaar(actor, params.id)),
		namen: listVoorstellers(actor, params.id),
	});
