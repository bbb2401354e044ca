import { detailBijeenkomst } from '#features/bijeenkomst/read.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals: { actor }, params }) => {
	const { id, titel, team } = detailBijeenkomst(actor, params.id);
	return { bijeenkomst: { id, titel, team } };
};
