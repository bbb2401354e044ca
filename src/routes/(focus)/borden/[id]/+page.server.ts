import { listEerder } from '#features/actie/read.server.ts';
import { beeldVan } from '#features/bord/beeld.read.server.ts';
import { detailBord } from '#features/bord/read.server.ts';
import { staatVoor } from '#features/bord/staat.read.server.ts';
import { listGevolgen } from '#features/bord/verder.read.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { bordActions } from './bord.server.ts';
import { regieActions } from './regie.server.ts';

export const load: PageServerLoad = ({ locals: { actor, session }, params }) => {
	const bord = detailBord(actor, params.id);
	const beeld = beeldVan(actor, params.id);
	return {
		titel: bord.titel,
		bord,
		beeld,
		staat: staatVoor(actor, params.id),
		gevolgen: listGevolgen(actor, params.id),
		eerder: beeld.stand.fase === 'delen' ? listEerder(actor, params.id) : [],
		/** A device that others use too keeps nothing of what was written. */
		bewaartHier: session !== null && !session.sharedDevice,
	};
};

export const actions: Actions = { ...bordActions, ...regieActions };
