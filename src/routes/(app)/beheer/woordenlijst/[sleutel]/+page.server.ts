import { must, mustFind } from '#access/must.ts';
import { mayEditWoordenlijst } from '#access/werkplaats.ts';
import { wieIn } from '#features/persoon/read.server.ts';
import { woordInput, woordPlek } from '#features/werkplaats/input.ts';
import {
	detailWerkplaats,
	detailWoordenlijst,
	listPerioden,
} from '#features/werkplaats/read.server.ts';
import { UITLEG } from '#features/werkplaats/woordenlijst.ts';
import { removeWoord, updateWoord } from '#features/werkplaats/woord.write.server.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params }) => {
	must(mayEditWoordenlijst(actor, { werkplaatsId: detailWerkplaats(actor).id }));
	const woord = mustFind(
		detailWoordenlijst(actor).find(({ sleutel }) => sleutel === params.sleutel),
	);
	const perioden = listPerioden(actor).map(({ id, nummer }) => ({ id, nummer }));
	return { titel: UITLEG[woord.sleutel].vraag, woord, perioden };
};

export const actions: Actions = {
	bewaar: action(woordInput, (actor, input, { basis }) => {
		updateWoord(actor, input, { basis, wie: wieIn(actor) });
		const to = input.periodeId ? `/beheer/woordenlijst/${input.sleutel}` : '/beheer/woordenlijst';
		return { to, melding: 'Bewaard.' };
	}),
	standaard: action(woordPlek, (actor, input) => {
		removeWoord(actor, input);
		return {
			to: `/beheer/woordenlijst/${input.sleutel}`,
			melding: 'Het gewone woord staat er weer.',
		};
	}),
};
