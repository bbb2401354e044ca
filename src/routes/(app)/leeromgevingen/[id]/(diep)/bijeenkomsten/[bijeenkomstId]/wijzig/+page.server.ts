import { must } from '#access/must.ts';
import { basisBijeenkomst } from '#features/bijeenkomst/basis.ts';
import { BijeenkomstInput } from '#features/bijeenkomst/input.ts';
import { detailBijeenkomst } from '#features/bijeenkomst/read.server.ts';
import { removeBijeenkomst, updateBijeenkomst } from '#features/bijeenkomst/write.server.ts';
import { NotFound } from '#server/errors.ts';
import { action } from '#server/form.ts';
import { NoFields } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params }) => {
	const bijeenkomst = detailBijeenkomst(actor, params.bijeenkomstId);
	if (bijeenkomst.leeromgevingId !== params.id) throw new NotFound();
	must(bijeenkomst.may.write);
	const { titel, id, may } = bijeenkomst;
	return {
		titel: `Wijzig ${titel}`,
		bijeenkomst: { id, titel, may },
		waarde: basisBijeenkomst(bijeenkomst),
	};
};

export const actions: Actions = {
	bewaar: action(BijeenkomstInput, (actor, input, { event: { params }, basis }) => {
		const id = params.bijeenkomstId!;
		updateBijeenkomst(actor, { ...input, id }, basis);
		return { to: `/bijeenkomsten/${id}`, melding: 'Bewaard.' };
	}),
	haalweg: action(NoFields, (actor, _input, { event: { params } }) => {
		const id = params.bijeenkomstId!;
		const { leeromgevingId } = removeBijeenkomst(actor, id);
		const to = `/leeromgevingen/${leeromgevingId}/bijeenkomsten`;
		const zetTerug = { action: `${to}?/terug`, fields: { id } };
		return { to, melding: { tekst: 'De bijeenkomst is weggehaald.', zetTerug } };
	}),
};
