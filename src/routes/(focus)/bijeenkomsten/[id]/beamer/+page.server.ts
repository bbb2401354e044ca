import { detailBeamer } from '#features/agenda/read.server.ts';
import { AGENDA_STAND } from '#features/agenda/stand.ts';
import { codeVan } from '#features/presentie/code.read.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params, depends }) => {
	depends(AGENDA_STAND);
	const beamer = detailBeamer(actor, params.id);
	return { titel: beamer.titel, id: params.id, beamer, code: codeVan(actor, params.id) };
};
