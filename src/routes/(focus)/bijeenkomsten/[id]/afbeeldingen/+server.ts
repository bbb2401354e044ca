import { json } from '@sveltejs/kit';
import { NIET_ZO } from '#features/afbeelding/stuur.ts';
import { createAfbeelding } from '#features/afbeelding/write.server.ts';
import { Invalid } from '#server/errors.ts';
import type { RequestHandler } from './$types';

/** One picture as the whole body; the answer says how it is called and how large it is. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
	const read = async () => new Uint8Array(await request.arrayBuffer());
	try {
		return json(await createAfbeelding(locals.actor, params.id, read), { status: 201 });
	} catch (error) {
		if (!(error instanceof Invalid)) throw error;
		const zin = error.errors[''];
		return json({ zin }, { status: zin === NIET_ZO ? 415 : 422 });
	}
};
