import { AntwoordVoorInput, UitnodigenInput } from '#features/aanmelding/input.ts';
import { listGenodigden, listKandidaten } from '#features/aanmelding/read.server.ts';
import {
	createAntwoordVoor,
	createGenodigden,
	removeGenodigde,
	sendWijziging,
} from '#features/aanmelding/write.server.ts';
import { gemaildTekst } from '#features/aanmelding/komst.ts';
import { detailBijeenkomst } from '#features/bijeenkomst/read.server.ts';
import { action } from '#server/form.ts';
import { NoFields, RowId } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params }) => {
	const { id, titel, wanneer, tijden, plaats } = detailBijeenkomst(actor, params.id);
	const lijst = listGenodigden(actor, id);
	return {
		titel: `Wie komt er: ${titel}`,
		bijeenkomst: { id, titel, waar: [wanneer, tijden, plaats].filter(Boolean).join(', ') },
		lijst,
		kandidaten: lijst.may.invite ? listKandidaten(actor, id) : { leden: [], anderen: [] },
	};
};

export const actions: Actions = {
	nodiguit: action(UitnodigenInput, (actor, input, { event: { params } }) => {
		const uit = createGenodigden(actor, { ...input, bijeenkomstId: params.id! });
		return { melding: gemaildTekst(uit) };
	}),
	voor: action(AntwoordVoorInput, (actor, input, { event: { params } }) => {
		createAntwoordVoor(actor, { ...input, bijeenkomstId: params.id! });
		return { melding: 'Genoteerd.' };
	}),
	weg: action(RowId, (actor, { id }, { event: { params } }) => {
		removeGenodigde(actor, { bijeenkomstId: params.id!, id });
		return { melding: 'Van de lijst gehaald. De link in de mail werkt niet meer.' };
	}),
	mailwijziging: action(NoFields, (actor, _input, { event: { params } }) => {
		const { aantal } = sendWijziging(actor, params.id!);
		return { melding: gemaildTekst({ gemaild: aantal, zonderAdres: 0 }) };
	}),
};
