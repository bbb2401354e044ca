import { must } from '#access/must.ts';
import { listGremia, mayCreate } from '#features/gremium/read.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor } }) => {
	must(mayCreate(actor));
	return { titel: 'Gremia', gremia: listGremia(actor) };
};
