import { detailBeamer } from '#features/agenda/read.server.ts';
import { codeVan } from '#features/presentie/code.read.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params }) => {
	const beamer = detailBeamer(actor, params.id);
	return { titel: beamer.titel, id: params.id, beamer, code: codeVan(actor, params.id) };
};
