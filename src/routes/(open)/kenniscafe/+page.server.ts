import { listOpenbaar } from '#features/kenniscafe/open.server.ts';
import { hoofdletter } from '#features/werkplaats/woordenlijst.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => {
	const { komend, geweest, soort } = listOpenbaar();
	return { titel: hoofdletter(soort || 'open bijeenkomsten'), komend, geweest };
};
