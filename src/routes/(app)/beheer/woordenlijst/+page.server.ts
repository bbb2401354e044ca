import { must } from '#access/must.ts';
import { mayEditWoordenlijst } from '#access/werkplaats.ts';
import {
	detailWerkplaats,
	detailWoordenlijst,
	listPerioden,
} from '#features/werkplaats/read.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor } }) => {
	must(mayEditWoordenlijst(actor, { werkplaatsId: detailWerkplaats(actor).id }));
	const nummers = Object.fromEntries(listPerioden(actor).map(({ id, nummer }) => [id, nummer]));
	return { titel: 'Woordenlijst', lijst: detailWoordenlijst(actor), nummers };
};
