import { doorWie } from '#access/actor.ts';
import { detailBeamer } from '#features/bord/beamer.read.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params }) => {
	const beamer = detailBeamer(actor, params.id);
	return { titel: beamer.titel, id: params.id, persoonId: doorWie(actor) ?? '', beamer };
};
