import { openBestand } from '#features/aanmelding/open.server.ts';
import type { RequestHandler } from './$types';

/** The appointment of the letter, for who wants it in another calendar. */
export const GET: RequestHandler = ({ params }) => {
	const text = openBestand(params.token);
	if (text === undefined) return new Response(null, { status: 404 });
	return new Response(text, {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': 'attachment; filename="bijeenkomst.ics"',
		},
	});
};
