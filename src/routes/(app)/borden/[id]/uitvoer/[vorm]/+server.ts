import { exportBord } from '#features/bord/export.server.ts';
import { isBordUitvoer } from '#features/bord/export.ts';
import { NotFound } from '#server/errors.ts';
import type { RequestHandler } from './$types';

/** A bord as a file to keep. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { vorm } = params;
	if (!isBordUitvoer(vorm)) throw new NotFound();
	const { bytes, type, naam } = await exportBord(locals.actor, params.id, vorm);
	return new Response(bytes, {
		headers: {
			'content-type': type,
			'content-length': String(bytes.byteLength),
			'content-disposition': `attachment; filename="${naam}"`,
			'content-security-policy': "default-src 'none'; sandbox",
		},
	});
};
