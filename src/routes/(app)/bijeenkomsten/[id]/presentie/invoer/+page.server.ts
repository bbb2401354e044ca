import { detailBijeenkomst } from '#features/bijeenkomst/read.server.ts';
import { listInschrijvingen } from '#features/kenniscafe/bladzijde.read.server.ts';
import { alsLijst } from '#features/kenniscafe/lijst.ts';
import { ImportInput } from '#features/presentie/invoer.input.ts';
import { beginInvoer, detailInvoer } from '#features/presentie/invoer.read.server.ts';
import { createRegelsUitInvoer } from '#features/presentie/invoer.write.server.ts';
import { action, asyncAction } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params, url }) => {
	const { id, titel } = detailBijeenkomst(actor, params.id);
	const begin = beginInvoer(actor, params.id);
	const vanAanmeldingen = url.searchParams.get('van') === 'aanmeldingen';
	return {
		titel: 'Haal een lijst binnen',
		bijeenkomst: { id, titel },
		begin,
		/** Who gave a name on the public page, to begin with. */
		tekst: vanAanmeldingen ? alsLijst(listInschrijvingen(actor, id).komt) : '',
	};
};

const toonErbij = ({ erbij, gewijzigd }: { erbij: number; gewijzigd: number }) =>
	[
		erbij && `${erbij} ${erbij === 1 ? 'mens staat' : 'mensen staan'} op de lijst.`,
		gewijzigd && `${gewijzigd} ${gewijzigd === 1 ? 'regel is' : 'regels zijn'} gewijzigd.`,
	]
		.filter(Boolean)
		.join(' ');

export const actions: Actions = {
	// shows only: so that nothing of the list is kept, it is not counted once
	voorbeeld: asyncAction(ImportInput, async (actor, input, { event: { params } }) => ({
		data: detailInvoer(actor, { ...input, bijeenkomstId: params.id! }),
	})),
	haalin: action(ImportInput, (actor, input, { event: { params } }) => {
		const gedaan = createRegelsUitInvoer(actor, { ...input, bijeenkomstId: params.id! });
		return { to: `/bijeenkomsten/${params.id}/presentie`, melding: toonErbij(gedaan) };
	}),
};
