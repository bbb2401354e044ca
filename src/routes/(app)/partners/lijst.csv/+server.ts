import { exportPartners } from '#features/partner/export.server.ts';
import { leesOp } from '#features/partner/opdag.ts';
import { today } from '#server/clock.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, url }) => {
	const { dag, fout } = leesOp(url.searchParams.get('op'), today());
	if (fout)
		return new Response(fout, {
			status: 422,
			headers: { 'content-type': 'text/plain; charset=utf-8' },
		});
	return new Response(exportPartners(locals.actor, dag), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="partners-${dag}.csv"`,
		},
	});
};
