import { detailBijeenkomst } from '#features/bijeenkomst/read.server.ts';
import { detailVerslag } from '#features/verslag/read.server.ts';
import { listSjablonen } from '#features/verslag/sjabloon.read.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { verslagActions } from './verslag.server.ts';

export const load: PageServerLoad = ({ locals: { actor, session }, params }) => {
	const bijeenkomst = detailBijeenkomst(actor, params.id);
	const verslag = detailVerslag(actor, params.id);
	return {
		titel: bijeenkomst.titel,
		bijeenkomst,
		verslag,
		sjablonen: verslag.leeg ? listSjablonen(actor, params.id).sjablonen : [],
		/** A device that others use too keeps nothing of what was written. */
		bewaartHier: session !== null && !session.sharedDevice,
	};
};

export const actions: Actions = { ...verslagActions };
