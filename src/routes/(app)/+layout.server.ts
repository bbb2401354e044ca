import { mayManage } from '#access/werkplaats.ts';
import { mayListPartners } from '#access/partner.ts';
import { detailMij } from '#features/persoon/read.server.ts';
import { listMijnLeeromgevingen } from '#features/leeromgeving/read.server.ts';
import { detailWerkplaats, woordenlijst } from '#features/werkplaats/read.server.ts';
import { takeFlash } from '#server/flash.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => {
	const { actor } = locals;
	const werkplaats = detailWerkplaats(actor);
	return {
		werkplaats,
		woorden: woordenlijst(actor),
		mij: detailMij(actor),
		mijnLeeromgevingen: listMijnLeeromgevingen(actor),
		mag: {
			partners: mayListPartners(actor),
			beheer: mayManage(actor, { werkplaatsId: werkplaats.id }),
		},
		melding: takeFlash(locals.session?.tokenHash),
	};
};
