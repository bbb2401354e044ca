import { must, mustFind } from '#access/must.ts';
import { mayEditSubsidie } from '#access/werkplaats.ts';
import { wieIn } from '#features/persoon/read.server.ts';
import { subsidieTekst } from '#features/werkplaats/basis.ts';
import { subsidieInput, verlengingInput } from '#features/werkplaats/input.ts';
import { listSubsidies } from '#features/werkplaats/read.server.ts';
import {
	createVerlenging,
	removeSubsidie,
	removeVerlenging,
	updateSubsidie,
} from '#features/werkplaats/subsidie.write.server.ts';
import { action } from '#server/form.ts';
import { NoFields, RowId } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params }) => {
	const subsidie = mustFind(listSubsidies(actor).find(({ id }) => id === params.id));
	must(mayEditSubsidie(actor, subsidie));
	return { titel: `Wijzig ${subsidie.naam}`, subsidie, waarde: subsidieTekst(subsidie) };
};

const terug = '/beheer/perioden';

export const actions: Actions = {
	bewaar: action(subsidieInput, (actor, input, { event: { params }, basis }) => {
		updateSubsidie(actor, input, { id: params.id ?? '', basis, wie: wieIn(actor) });
		return { to: terug, melding: 'Bewaard.' };
	}),
	verleng: action(verlengingInput, (actor, input, { event: { params } }) => {
		createVerlenging(actor, { ...input, id: params.id ?? '' });
		return { to: terug, melding: 'Verlengd. De perioden zijn niet veranderd.' };
	}),
	geenVerlenging: action(RowId, (actor, input, { event: { params } }) => {
		removeVerlenging(actor, input);
		return { to: `${terug}/subsidies/${params.id}`, melding: 'Verlenging weggehaald.' };
	}),
	verwijder: action(NoFields, (actor, _input, { event: { params } }) => {
		removeSubsidie(actor, { id: params.id ?? '' });
		return { to: terug, melding: 'Subsidie verwijderd.' };
	}),
};
