import { exportPresentielijst } from '#features/presentie/lijst.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const { bytes, naam } = await exportPresentielijst(locals.actor, params.id);
	return new Response(bytes, {
		headers: {
			'content-type': 'application/pdf',
			'content-length': String(bytes.byteLength),
			'content-disposition': `attachment; filename="${naam}"`,
			'content-security-policy': "default-src 'none'; sandbox",
		},
	});
};
