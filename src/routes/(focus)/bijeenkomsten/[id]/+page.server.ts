import { redirect } from '@sveltejs/kit';
import { detailBijeenkomst, listMensen } from '#features/bijeenkomst/read.server.ts';
import { bordenVan } from '#features/bord/read.server.ts';
import { listOpmerkingen } from '#features/opmerking/read.server.ts';
import { opmerkingWaar } from '#features/verslag/gesprek.server.ts';
import { openVerslag } from '#features/verslag/read.server.ts';
import { listSjablonen } from '#features/sjabloon/read.server.ts';
import { VERSLAG_STAND } from '#features/verslag/status.ts';
import type { Actions, PageServerLoad } from './$types';
import { agendaActions } from './agenda.server.ts';
import { codeActions } from './code.server.ts';
import { opmerkingActions } from './opmerking.server.ts';
import { presentieActions } from './presentie.server.ts';
import { standVan } from './stand.server.ts';
import { verslagActions } from './verslag.server.ts';

export const load: PageServerLoad = ({ locals: { actor, session }, params, depends }) => {
	depends(VERSLAG_STAND);
	const bijeenkomst = detailBijeenkomst(actor, params.id);
	// who may know of it and not come in
	if (!bijeenkomst.may.enter) redirect(303, `/bijeenkomsten/${params.id}/over`);
	const verslag = openVerslag(actor, params.id);
	// there somebody who may write puts back how it was
	if (!verslag) redirect(303, `/bijeenkomsten/${params.id}/versies`);
	return {
		titel: bijeenkomst.titel,
		bijeenkomst,
		verslag,
		opmerkingen: listOpmerkingen(actor, opmerkingWaar(actor, params.id)),
		stand: standVan(actor, params.id),
		mensen: listMensen(actor, params.id),
		borden: bordenVan(actor, params.id),
		sjablonen: verslag.leeg ? listSjablonen(actor, params.id).sjablonen : [],
		/** A device that others use too keeps nothing of what was written. */
		bewaartHier: session !== null && !session.sharedDevice,
	};
};

export const actions: Actions = {
	...verslagActions,
	...opmerkingActions,
	...agendaActions,
	...presentieActions,
	...codeActions,
};
