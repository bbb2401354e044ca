import { listBijeenkomsten } from '#features/bijeenkomst/read.server.ts';
import { detailTafel } from '#features/leeromgeving/lid.read.server.ts';
import { listVragenVan } from '#features/leervraag/read.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor }, params, parent }) => {
	const tafel = detailTafel(actor, params.id);
	const vragen = listVragenVan(actor, params.id);
	const volgende = listBijeenkomsten(actor, params.id).komend.find(
		({ datum, afgezegd }) => datum && !afgezegd,
	);
	const { team } = await parent();
	return { titel: team.naam, tafel, vragen, volgende };
};
