import { detailBijeenkomst } from '#features/bijeenkomst/read.server.ts';
import { detailVerslag } from '#features/verslag/read.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, session }, params }) => {
	const bijeenkomst = detailBijeenkomst(actor, params.id);
	return {
		titel: bijeenkomst.titel,
		bijeenkomst,
		verslag: detailVerslag(actor, params.id),
		/** A device that others use too keeps nothing of what was written. */
		bewaartHier: session !== null && !session.sharedDevice,
	};
};
