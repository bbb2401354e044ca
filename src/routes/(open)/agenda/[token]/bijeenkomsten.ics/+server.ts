import { antwoordenVan } from '#features/aanmelding/rows.server.ts';
import { feedFile } from '#features/kalender/open.server.ts';
import type { RequestHandler } from './$types';

/** What a calendar asks for every hour. Kit answers 304 when it has this one already. */
export const GET: RequestHandler = ({ params }) => {
	const file = feedFile(params.token, antwoordenVan);
	if (!file) return new Response(null, { status: 404 });
	return new Response(file.text, {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': 'inline; filename="bijeenkomsten.ics"',
			'cache-control': 'private, max-age=600',
			etag: file.etag,
		},
	});
};
