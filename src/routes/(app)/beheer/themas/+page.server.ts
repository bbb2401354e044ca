import { mayEditKennisagenda } from '#access/kennisagenda.ts';
import { must } from '#access/must.ts';
import { agendaTekst, kennisagendaInput, richtingInput } from '#features/kennisagenda/input.ts';
import { detailKennisagenda, listThemas } from '#features/kennisagenda/read.server.ts';
import { moveThema, updateKennisagenda } from '#features/kennisagenda/write.server.ts';
import { wieIn } from '#features/persoon/read.server.ts';
import { detailWerkplaats } from '#features/werkplaats/read.server.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor } }) => {
	const { id, centraalThema } = detailWerkplaats(actor);
	must(mayEditKennisagenda(actor, { werkplaatsId: id }));
	const agenda = detailKennisagenda(actor) ?? { titel: centraalThema, doel: '' };
	return { titel: 'Thema’s', agenda: agendaTekst(agenda), themas: listThemas(actor) };
};

export const actions: Actions = {
	agenda: action(kennisagendaInput, (actor, input, { basis }) => {
		updateKennisagenda(actor, input, { basis, wie: wieIn(actor) });
		return { to: '/beheer/themas', melding: 'Bewaard.' };
	}),
	verplaats: action(richtingInput, (actor, input) => moveThema(actor, input)),
};
