import { detailBlad } from '#features/bord/blad.read.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params }) => {
	const blad = detailBlad(actor, params.id);
	return { titel: blad.titel, id: params.id, blad };
};
