import * as v from 'valibot';
import { mayEditKennisagenda } from '#access/kennisagenda.ts';
import { must } from '#access/must.ts';
import {
	keuzeInput,
	themaInput,
	themaTekst,
	zonderResultaatInput,
} from '#features/kennisagenda/input.ts';
import { detailThema } from '#features/kennisagenda/read.server.ts';
import {
	assignThema,
	confirmZonderResultaat,
	removeThema,
	updateThema,
	withdrawThema,
	withdrawZonderResultaat,
} from '#features/kennisagenda/write.server.ts';
import { toonPeriode } from '#features/datum/toon.ts';
import { wieIn } from '#features/persoon/read.server.ts';
import { listPerioden } from '#features/werkplaats/read.server.ts';
import { action } from '#server/form.ts';
import { NoFields } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params }) => {
	const thema = detailThema(actor, params.id);
	must(mayEditKennisagenda(actor, thema));
	const perioden = listPerioden(actor).map(({ id, nummer, van, tot }) => ({
		id,
		naam: `Periode ${nummer}`,
		wanneer: toonPeriode(van, tot),
		gekozen: thema.gekozenIn.some((p) => p.id === id),
	}));
	return { titel: `Wijzig ${thema.titel}`, thema, waarde: themaTekst(thema), perioden };
};

const id = ({ id }: Partial<Record<string, string>>) => id ?? '';
const hier = (params: Partial<Record<string, string>>) => `/beheer/themas/${id(params)}`;
const keuze = v.omit(keuzeInput, ['id']);
const reden = v.omit(zonderResultaatInput, ['id']);

export const actions: Actions = {
	bewaar: action(themaInput, (actor, input, { event: { params }, basis }) => {
		updateThema(actor, input, { id: id(params), basis, wie: wieIn(actor) });
		return { to: '/beheer/themas', melding: 'Bewaard.' };
	}),
	kies: action(keuze, (actor, input, { event: { params } }) => {
		assignThema(actor, { ...input, id: id(params) });
		return { to: hier(params), melding: 'Gekozen.' };
	}),
	kiesNiet: action(keuze, (actor, input, { event: { params } }) => {
		withdrawThema(actor, { ...input, id: id(params) });
		return { to: hier(params), melding: 'Niet meer gekozen. Het thema blijft op de agenda.' };
	}),
	zonderResultaat: action(reden, (actor, input, { event: { params } }) => {
		confirmZonderResultaat(actor, { ...input, id: id(params) });
		return { to: hier(params), melding: 'Bewaard.' };
	}),
	welResultaat: action(NoFields, (actor, _input, { event: { params } }) => {
		withdrawZonderResultaat(actor, { id: id(params) });
		return { to: hier(params), melding: 'Bewaard.' };
	}),
	verwijder: action(NoFields, (actor, _input, { event: { params } }) => {
		removeThema(actor, { id: id(params) });
		return { to: '/beheer/themas', melding: 'Thema verwijderd.' };
	}),
};
