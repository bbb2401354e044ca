import type { Actions } from '@sveltejs/kit';
import { SjabloonKeus, SjabloonNieuw, SjabloonWeg } from '#features/sjabloon/input.ts';
import { createBegin, createSjabloon, removeSjabloon } from '#features/sjabloon/write.server.ts';
import { VersieNaam } from '#features/versie/input.ts';
import { createVersie } from '#features/versie/write.server.ts';
import { ErratumInput } from '#features/verslag/input.ts';
import {
	createControle,
	createErratum,
	finaliseVerslag,
	withdrawControle,
} from '#features/verslag/write.server.ts';
import { action } from '#server/form.ts';
import { NoFields } from '#ui/fields.ts';

const of = ({ params }: { params: Partial<Record<string, string>> }) => ({
	bijeenkomstId: params.id!,
});
const page = ({ params }: { params: Partial<Record<string, string>> }) =>
	`/bijeenkomsten/${params.id}`;

/** What can be done with a verslag as a whole, on its own page. */
export const verslagActions = {
	controle: action(NoFields, (actor, _input, { event }) => {
		createControle(actor, of(event));
		return { to: page(event), melding: 'Het verslag is ter controle.' };
	}),
	intrekken: action(NoFields, (actor, _input, { event }) => {
		withdrawControle(actor, of(event));
		return { to: page(event), melding: 'Het verslag is weer een concept.' };
	}),
	vaststellen: action(NoFields, (actor, _input, { event }) => {
		finaliseVerslag(actor, of(event));
		return { to: page(event), melding: 'Het verslag is vastgesteld.' };
	}),
	erratum: action(ErratumInput, (actor, input, { event }) => {
		createErratum(actor, { ...of(event), ...input });
		return { to: page(event), melding: 'Het erratum staat onder het verslag.' };
	}),
	begin: action(SjabloonKeus, (actor, input, { event }) => {
		const { gevuld } = createBegin(actor, { ...of(event), ...input });
		const melding = gevuld ? 'Het verslag is klaar om in te schrijven.' : 'Iemand was al begonnen.';
		return { to: page(event), melding };
	}),
	bewaarVersie: action(VersieNaam, (actor, input, { event }) => {
		createVersie(actor, { ...of(event), ...input });
		return { to: `${page(event)}/versies`, melding: `Bewaard als '${input.naam}'.` };
	}),
	bewaarSjabloon: action(SjabloonNieuw, (actor, input, { event }) => {
		createSjabloon(actor, { ...of(event), ...input });
		return { to: `${page(event)}/versies`, melding: `Bewaard als sjabloon '${input.naam}'.` };
	}),
	sjabloonWeg: action(SjabloonWeg, (actor, input, { event }) => {
		removeSjabloon(actor, input);
		return { to: `${page(event)}/versies`, melding: 'Het sjabloon is weg.' };
	}),
} satisfies Actions;
