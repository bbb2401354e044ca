import { mayListGremia } from '#access/gremium.ts';
import { mayListPartners } from '#access/partner.ts';
import { mayEditWerkplaats } from '#access/werkplaats.ts';
import { listMijnLeeromgevingen } from '#features/leeromgeving/read.server.ts';
import { detailMijnOrganisatie } from '#features/partner/werkrelatie.read.server.ts';
import { detailMij } from '#features/persoon/read.server.ts';
import { detailWerkplaats, woordenlijst } from '#features/werkplaats/read.server.ts';
import { isReadOnly } from '#server/disk/guard.ts';
import { takeFlash } from '#server/flash.ts';
import type { LayoutServerLoad } from './$types';
import { sectionsFor } from './beheer/sections.ts';

/** The frame of every page: who I am, where I can go, and what was just done. */
export const load: LayoutServerLoad = ({ locals }) => {
	const { actor, session } = locals;
	const { id, naam, korteNaam, hulpTelefoon, isVoorbeeld } = detailWerkplaats(actor);
	return {
		werkplaats: { id, naam, korteNaam, hulpTelefoon },
		woorden: woordenlijst(actor),
		mij: { ...detailMij(actor), organisatie: detailMijnOrganisatie(actor) },
		mijnLeeromgevingen: listMijnLeeromgevingen(actor),
		mayVisit: {
			partners: mayListPartners(actor),
			gremia: mayListGremia(actor),
			beheer: sectionsFor(actor, { werkplaatsId: id }).length > 0,
		},
		/** Who looks around in the example can start for real from here. */
		mayBegin: isVoorbeeld && mayEditWerkplaats(actor, { werkplaatsId: id }),
		alleenLezen: isReadOnly(),
		melding: takeFlash(session?.tokenHash),
	};
};
