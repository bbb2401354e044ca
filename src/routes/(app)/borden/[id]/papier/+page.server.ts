import { detailPapier } from '#features/bord/papier.read.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params, url }) => ({
	titel: 'Briefjes op papier',
	papier: detailPapier(actor, params.id, url.searchParams.get('fase') ?? ''),
});
