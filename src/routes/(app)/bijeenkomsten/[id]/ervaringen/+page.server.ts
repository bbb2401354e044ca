import { detailBijeenkomst } from '#features/bijeenkomst/read.server.ts';
import { ErvaringInput, ErvaringNieuw, VraagInput } from '#features/ervaring/input.ts';
import { listErvaringen } from '#features/ervaring/read.server.ts';
import {
	createErvaring,
	createVraag,
	removeErvaring,
	updateErvaring,
	withdrawVraag,
} from '#features/ervaring/write.server.ts';
import { action } from '#server/form.ts';
import { RowId } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params }) => {
	const { id, titel } = detailBijeenkomst(actor, params.id);
	return {
		titel: `Wat mensen zeiden bij ${titel}`,
		bijeenkomst: { id, titel },
		...listErvaringen(actor, id),
	};
};

export const actions: Actions = {
	maak: action(ErvaringNieuw, (actor, input, { event }) => {
		createErvaring(actor, { ...input, bijeenkomstId: event.params.id ?? '' });
		return { melding: 'Bewaard. Het blijft in het team.' };
	}),
	wijzig: action(ErvaringInput, (actor, input, { basis }) => {
		updateErvaring(actor, input, basis);
		return { melding: 'Bewaard.' };
	}),
	weg: action(RowId, (actor, input) => {
		removeErvaring(actor, input);
		return { melding: 'Weggehaald.' };
	}),
	vraag: action(VraagInput, (actor, input) => {
		createVraag(actor, input);
		return { melding: input.email ? 'De vraag is gemaild.' : 'Geef de link zelf door.' };
	}),
	vraagin: action(RowId, (actor, input) => {
		withdrawVraag(actor, input);
		return { melding: 'De vraag is ingetrokken.' };
	}),
};
