import { detailAfbeelding, findAfbeelding } from '#features/afbeelding/read.server.ts';
import type { RequestHandler } from './$types';

/**
 * A picture of a verslag, for who may read that verslag now: the browser may keep it, and asks each
 * time whether it still may show it. Should a file ever be something else, it can do nothing.
 */
export const GET: RequestHandler = async ({ locals, params, request }) => {
	const { id } = findAfbeelding(locals.actor, params.id);
	const etag = `"${id}"`;
	const headers = {
		etag,
		'cache-control': 'private, no-cache',
		'content-security-policy': "default-src 'none'; sandbox",
		'x-content-type-options': 'nosniff',
	};
	if (request.headers.get('if-none-match') === etag)
		return new Response(null, { status: 304, headers });
	const { soort, bytes } = await detailAfbeelding(locals.actor, id);
	return new Response(bytes, {
		headers: {
			...headers,
			'content-type': soort,
			'content-disposition': 'inline; filename="afbeelding.webp"',
		},
	});
};
