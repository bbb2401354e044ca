import type { Actions, RequestEvent } from '@sveltejs/kit';
import { VervolgInput } from '#features/actie/input.ts';
import { createVervolg } from '#features/actie/write.server.ts';
import { createGebruik, updateGebruik } from '#features/agenda/gebruik.write.server.ts';
import {
	AgendaBegin,
	GebruikInput,
	PlaatsInput,
	PuntInput,
	PuntKeus,
	PuntNieuw,
	StappenInput,
} from '#features/agenda/input.ts';
import { createSjabloon, removeSjabloon } from '#features/agenda/sjabloon.write.server.ts';
import {
	createAgenda,
	createPunt,
	createStappen,
	createTerugblik,
	movePunt,
	removePunt,
	updatePunt,
	withdrawWeghaling,
} from '#features/agenda/write.server.ts';
import { SjabloonNieuw, SjabloonWeg } from '#features/sjabloon/input.ts';
import { action } from '#server/form.ts';
import { NoFields } from '#ui/fields.ts';

const of = ({ params }: RequestEvent) => ({ bijeenkomstId: params['id'] ?? '' });
const page = ({ params }: RequestEvent) => `/bijeenkomsten/${params['id']}/agenda`;

/** Everything that can be done with an agenda while it is prepared. */
export const agendaActions = {
	maak: action(AgendaBegin, (actor, input, { event }) => {
		const { gevuld } = createAgenda(actor, { ...of(event), ...input });
		return { melding: gevuld ? 'De agenda staat er.' : 'Iemand was al begonnen.' };
	}),
	stappen: action(StappenInput, (actor, input, { event }) => {
		const { aantal } = createStappen(actor, { ...of(event), ...input });
		return { melding: aantal === 1 ? 'Er staat een punt bij.' : `Er staan ${aantal} punten bij.` };
	}),
	punt: action(PuntNieuw, (actor, input, { event }) => {
		createPunt(actor, { ...of(event), ...input });
		return { melding: 'Er staat een punt bij.' };
	}),
	wijzigpunt: action(PuntInput, (actor, input, { event, basis }) => {
		updatePunt(actor, { ...of(event), ...input }, basis);
		return { to: `${page(event)}#punt-${input.id}` };
	}),
	verplaats: action(PlaatsInput, (actor, input, { event }) => {
		movePunt(actor, { ...of(event), ...input });
	}),
	puntweg: action(PuntKeus, (actor, input, { event }) => {
		removePunt(actor, { ...of(event), ...input });
		const terug = { action: `${page(event)}?/puntterug`, fields: input };
		return { to: page(event), melding: { tekst: 'Punt weggehaald', zetTerug: terug } };
	}),
	puntterug: action(PuntKeus, (actor, input, { event }) => {
		withdrawWeghaling(actor, { ...of(event), ...input });
		return { to: page(event), melding: 'Het punt staat er weer.' };
	}),
	terugblik: action(NoFields, (actor, _input, { event }) => {
		createTerugblik(actor, of(event));
	}),
	vervolg: action(VervolgInput, (actor, input) => {
		createVervolg(actor, input);
		return { melding: 'Bewaard.' };
	}),
	sjabloon: action(SjabloonNieuw, (actor, input, { event }) => {
		createSjabloon(actor, { ...of(event), ...input });
		return { melding: `Bewaard als sjabloon '${input.naam}'.` };
	}),
	sjabloonweg: action(SjabloonWeg, (actor, input) => {
		removeSjabloon(actor, input);
		return { melding: 'Het sjabloon is weg.' };
	}),
	gebruik: action(GebruikInput, (actor, { id, ...input }, { event, basis }) => {
		if (id) updateGebruik(actor, { ...of(event), ...input, id }, basis);
		else createGebruik(actor, { ...of(event), ...input });
		return { melding: 'Bewaard.' };
	}),
} satisfies Actions;
