import { openAgendabestand } from '#features/kenniscafe/open.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params }) =>
	new Response(openAgendabestand(params.pad), {
		headers: {
			'Content-Type': 'text/calendar; charset=utf-8',
			'Content-Disposition': 'attachment; filename="bijeenkomst.ics"',
		},
	});
