import { json } from '@sveltejs/kit';
import { exportVerslag, hasToWait } from '#features/export/verslag.server.ts';
import { isExportSoort } from '#features/verslag/export.ts';
import { NotFound } from '#server/errors.ts';
import type { RequestHandler } from './$types';

/**
 * A verslag as a file to keep; with `?voorstellen` what is only proposed stands in it too, with
 * `?namen` who was there. With `?wacht` only whether it has to wait for those of others.
 */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { soort } = params;
	if (!isExportSoort(soort)) throw new NotFound();
	if (url.searchParams.has('wacht'))
		return json({ wacht: hasToWait(locals.actor, params.id, soort) });
	const { bytes, type, naam } = await exportVerslag(locals.actor, params.id, {
		soort,
		voorstellen: url.searchParams.has('voorstellen'),
		namen: url.searchParams.has('namen'),
	});
	return new Response(bytes, {
		headers: {
			'content-type': type,
			'content-length': String(bytes.byteLength),
			'content-disposition': `attachment; filename="${naam}"`,
			'content-security-policy': "default-src 'none'; sandbox",
		},
	});
};
