import { aantalPartners } from '#features/partner/groepen.ts';
import { leesOp } from '#features/partner/opdag.ts';
import { listAndere, partnersOp } from '#features/partner/partnerschap.read.server.ts';
import { mayEditOrganisatie } from '#access/partner.ts';
import { werkplaatsVan } from '#access/actor.ts';
import { today } from '#server/clock.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const { dag, op, fout } = leesOp(url.searchParams.get('op'), today());
	const partners = partnersOp(locals.actor, dag);
	return {
		titel: fout ? 'Fout: Partners' : 'Partners',
		dag,
		op,
		fout,
		partners,
		aantal: aantalPartners(partners),
		andere: listAndere(locals.actor, dag),
		may: { edit: mayEditOrganisatie(locals.actor, { werkplaatsId: werkplaatsVan(locals.actor) }) },
	};
};
