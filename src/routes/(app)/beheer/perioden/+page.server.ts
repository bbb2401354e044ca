import { must } from '#access/must.ts';
import { mayEditPeriode } from '#access/werkplaats.ts';
import { isOp } from '#features/werkplaats/periode.ts';
import { detailWerkplaats, listPerioden, listSubsidies } from '#features/werkplaats/read.server.ts';
import { today } from '#server/clock.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor } }) => {
	must(mayEditPeriode(actor, { werkplaatsId: detailWerkplaats(actor).id }));
	const dag = today();
	const perioden = listPerioden(actor).map((p) => ({ ...p, isNu: isOp(p, dag) }));
	return { titel: 'Perioden', perioden, subsidies: listSubsidies(actor) };
};
