import { must } from '#access/must.ts';
import { basisBijeenkomst } from '#features/bijeenkomst/basis.ts';
import { BijeenkomstInput } from '#features/bijeenkomst/input.ts';
import { detailBijeenkomst } from '#features/bijeenkomst/read.server.ts';
import { wijzigingOf } from '#features/bijeenkomst/wijziging.server.ts';
import { removeBijeenkomst, updateBijeenkomst } from '#features/bijeenkomst/write.server.ts';
import { action } from '#server/form.ts';
import { NoFields } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params }) => {
	const { titel, id, may, href } = detailBijeenkomst(actor, params.id);
	must(may.write);
	return {
		titel: `Wijzig ${titel}`,
		bijeenkomst: { id, titel, may, href },
		waarde: basisBijeenkomst(wijzigingOf(actor, params.id)),
	};
};

export const actions: Actions = {
	bewaar: action(BijeenkomstInput, (actor, input, { event: { params }, basis }) => {
		const id = params.id!;
		updateBijeenkomst(actor, { ...input, id }, basis);
		return { to: `/bijeenkomsten/${id}`, melding: 'Bewaard.' };
	}),
	haalweg: action(NoFields, (actor, _input, { event: { params } }) => {
		const id = params.id!;
		const { leeromgevingId } = removeBijeenkomst(actor, id);
		const to = leeromgevingId
			? `/leeromgevingen/${leeromgevingId}/bijeenkomsten`
			: '/bijeenkomsten';
		const zetTerug = { action: `${to}?/terug`, fields: { id } };
		return { to, melding: { tekst: 'De bijeenkomst is weggehaald.', zetTerug } };
	}),
};
