import { basisReeks } from '#features/bijeenkomst/reeks.basis.ts';
import { ReeksInput } from '#features/bijeenkomst/reeks.input.ts';
import { detailReeks } from '#features/bijeenkomst/reeks.read.server.ts';
import { removeReeks, updateReeks } from '#features/bijeenkomst/reeks.write.server.ts';
import { listPerioden } from '#features/werkplaats/read.server.ts';
import { action } from '#server/form.ts';
import { NoFields } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params }) => {
	const { waarde, ...reeks } = detailReeks(actor, params.reeksId);
	return {
		titel: reeks.titel,
		reeks,
		waarde: basisReeks(waarde),
		perioden: listPerioden(actor).map(({ id, naam }) => ({ value: id, label: naam })),
	};
};

const REEKSEN = '/bijeenkomsten/reeksen';

export const actions: Actions = {
	bewaar: action(ReeksInput, (actor, input, { event: { params }, basis }) => {
		updateReeks(actor, { ...input, id: params.reeksId! }, basis);
		return { melding: 'Bewaard.' };
	}),
	haalweg: action(NoFields, (actor, _input, { event: { params } }) => {
		const id = params.reeksId!;
		removeReeks(actor, id);
		const zetTerug = { action: `${REEKSEN}?/reeksterug`, fields: { id } };
		return { to: REEKSEN, melding: { tekst: 'De reeks is weggehaald.', zetTerug } };
	}),
};
