import { listAlleBijeenkomsten } from '#features/bijeenkomst/read.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor } }) => ({
	titel: 'Bijeenkomsten',
	bijeenkomsten: listAlleBijeenkomsten(actor),
});
