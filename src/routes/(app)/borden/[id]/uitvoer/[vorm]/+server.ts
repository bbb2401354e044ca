import { json } from '@sveltejs/kit';
import { exportBord, hasToWait } from '#features/bord/export.server.ts';
import { isBordUitvoer } from '#features/bord/export.ts';
import { NotFound } from '#server/errors.ts';
import type { RequestHandler } from './$types';

/** A bord as a file to keep; with `?wacht` only whether it has to wait for those of others. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { vorm } = params;
	if (!isBordUitvoer(vorm)) throw new NotFound();
	if (url.searchParams.has('wacht'))
		return json({ wacht: hasToWait(locals.actor, params.id, vorm) });
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
