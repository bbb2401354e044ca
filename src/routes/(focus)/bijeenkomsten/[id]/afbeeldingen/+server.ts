import { json } from '@sveltejs/kit';
import { MAX_BYTES, NIET_ZO } from '#features/afbeelding/stuur.ts';
import { createAfbeelding, mustAddAfbeelding } from '#features/afbeelding/write.server.ts';
import { Invalid, TooMany } from '#server/errors.ts';
import type { RequestHandler } from './$types';

/** One picture as the whole body; the answer says how it is called and how large it is. */
export const POST: RequestHandler = async ({ locals, params, request }) => {
	try {
		mustAddAfbeelding(locals.actor, params.id);
		if (Number(request.headers.get('content-length')) > MAX_BYTES)
			return json({ zin: NIET_ZO }, { status: 413 });
		const bytes = new Uint8Array(await request.arrayBuffer());
		return json(await createAfbeelding(locals.actor, params.id, bytes), { status: 201 });
	} catch (error) {
		if (error instanceof Invalid) return refusal(error.errors[''] ?? NIET_ZO);
		if (error instanceof TooMany) return wait(error.seconds);
		throw error;
	}
};

const refusal = (zin: string) => json({ zin }, { status: zin === NIET_ZO ? 415 : 422 });

const wait = (seconds: number) =>
	json(
		{ zin: `Even rustig aan. Probeer het over ${seconds} seconden opnieuw.` },
		{ status: 429, headers: { 'retry-after': String(seconds) } },
	);
