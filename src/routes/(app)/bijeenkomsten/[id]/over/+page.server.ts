import { detailBijeenkomst } from '#features/bijeenkomst/read.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params }) => {
	const bijeenkomst = detailBijeenkomst(actor, params.id);
	return { titel: `Over ${bijeenkomst.titel}`, bijeenkomst };
};
