import { detailPapier } from '#features/presentie/papier.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params }) => ({
	titel: 'Presentielijst op papier',
	id: params.id,
	papier: detailPapier(actor, params.id),
});
