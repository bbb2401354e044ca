import { PapierInput } from '#features/bord/papier.input.ts';
import { beginPapierInvoer } from '#features/bord/papier.read.server.ts';
import { createPapieren } from '#features/bord/papier.write.server.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params }) => ({
	titel: 'Neem briefjes over',
	bord: beginPapierInvoer(actor, params.id),
});

const erbij = (n: number) =>
	n === 1 ? 'Er is 1 briefje bij gekomen.' : `Er zijn ${n} briefjes bij gekomen.`;

export const actions: Actions = {
	neemover: action(PapierInput, (actor, input, { event }) => {
		const bordId = event.params['id'] ?? '';
		return { melding: erbij(createPapieren(actor, { ...input, bordId })) };
	}),
};
