import { must } from '#access/must.ts';
import { mayEditPeriode } from '#access/werkplaats.ts';
import { wieIn } from '#features/persoon/read.server.ts';
import { periodeTekst } from '#features/werkplaats/basis.ts';
import { periodeInput } from '#features/werkplaats/input.ts';
import { removePeriode, updatePeriode } from '#features/werkplaats/periode.write.server.ts';
import { detailPeriode } from '#features/werkplaats/read.server.ts';
import { action } from '#server/form.ts';
import { NoFields } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params }) => {
	const periode = detailPeriode(actor, params.id);
	must(mayEditPeriode(actor, periode));
	return { titel: `Wijzig ${periode.naam}`, naam: periode.naam, waarde: periodeTekst(periode) };
};

export const actions: Actions = {
	bewaar: action(periodeInput, (actor, input, { event: { params }, basis }) => {
		updatePeriode(actor, input, { id: params.id ?? '', basis, wie: wieIn(actor) });
		return { to: '/beheer/perioden', melding: 'Bewaard.' };
	}),
	verwijder: action(NoFields, (actor, _input, { event: { params } }) => {
		removePeriode(actor, { id: params.id ?? '' });
		return { to: '/beheer/perioden', melding: 'Periode verwijderd.' };
	}),
};
