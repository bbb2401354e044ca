import { must } from '#access/must.ts';
import {
	finaliseBord,
	removeBord,
	updateBord,
	withdrawAfronding,
} from '#features/bord/bord.write.server.ts';
import { countVerborgen } from '#features/bord/briefje.read.server.ts';
import { BordInput, KoppelingInput, KoppelingWeg, TafelsInput } from '#features/bord/input.ts';
import { listKeuzes } from '#features/bord/keuzes.read.server.ts';
import { createKoppeling, removeKoppeling } from '#features/bord/koppeling.write.server.ts';
import { detailBord, listGespreksleiders } from '#features/bord/read.server.ts';
import { assignGespreksleider } from '#features/bord/reeks.write.server.ts';
import { GespreksleiderInput } from '#features/bord/regie.input.ts';
import { createTafels, deriveTafels } from '#features/bord/tafelborden.write.server.ts';
import { action } from '#server/form.ts';
import { NoFields } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params: { id } }) => {
	const bord = detailBord(actor, id);
	must(bord.may.edit);
	return {
		titel: `Wijzig ${bord.titel}`,
		bord,
		verborgen: countVerborgen(actor, id),
		mensen: listGespreksleiders(actor, id),
		keuzes: listKeuzes(actor, bord.team.id, bord.leervraag?.id ?? null),
	};
};

const of = ({ params }: { params: Partial<Record<string, string>> }) => params['id'] ?? '';

export const actions: Actions = {
	bewaar: action(BordInput, (actor, input, { event, basis }) => {
		updateBord(actor, { ...input, id: of(event) }, basis);
		return { to: `/borden/${of(event)}`, melding: 'Bewaard.' };
	}),
	koppel: action(KoppelingInput, (actor, input, { event }) => {
		createKoppeling(actor, { ...input, bordId: of(event) });
		return { melding: 'Bewaard.' };
	}),
	ontkoppel: action(KoppelingWeg, (actor, input, { event }) => {
		removeKoppeling(actor, { ...input, bordId: of(event) });
		return { melding: 'Het bord hoort niet meer bij deze bijeenkomst.' };
	}),
	tafels: action(TafelsInput, (actor, input, { event }) => {
		const { aantal, stellingen } = createTafels(actor, { ...input, bordId: of(event) });
		const [een, meer] = stellingen ? ['een stelling', 'stellingen'] : ['een tafel', 'tafels'];
		return { melding: aantal === 1 ? `Er staat ${een} bij.` : `Er staan ${aantal} ${meer} bij.` };
	}),
	leider: action(GespreksleiderInput, (actor, input, { event }) => {
		assignGespreksleider(actor, { ...input, bordId: of(event) });
		return { melding: 'Bewaard.' };
	}),
	brengsamen: action(NoFields, (actor, _input, { event }) => {
		const { aantal, inzichten } = deriveTafels(actor, { bordId: of(event) });
		const wat = [
			...(aantal > 0 ? [aantal === 1 ? '1 briefje' : `${aantal} briefjes`] : []),
			...(inzichten > 0 ? [inzichten === 1 ? '1 inzicht' : `${inzichten} inzichten`] : []),
		].join(' en ');
		if (!wat) return { melding: 'Er is niets nieuws aan de tafels.' };
		return { to: `/borden/${of(event)}`, melding: `Nieuw op dit bord: ${wat}.` };
	}),
	rondaf: action(NoFields, (actor, _input, { event }) => {
		finaliseBord(actor, { id: of(event) });
		return { melding: 'Het bord is afgerond.' };
	}),
	heropen: action(NoFields, (actor, _input, { event }) => {
		withdrawAfronding(actor, { id: of(event) });
		return { melding: 'Het bord is weer open.' };
	}),
	haalweg: action(NoFields, (actor, _input, { event, sure }) => {
		const id = of(event);
		const { leeromgevingId } = removeBord(actor, { id }, sure);
		const to = `/leeromgevingen/${leeromgevingId}/borden`;
		const zetTerug = { action: `${to}?/terug`, fields: { id } };
		return { to, melding: { tekst: 'Het bord is weggehaald.', zetTerug } };
	}),
};
