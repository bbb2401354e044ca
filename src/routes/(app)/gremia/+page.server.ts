import { mayListPartners } from '#access/partner.ts';
import { listGremia, mayCreate } from '#features/gremium/read.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor } }) => ({
	titel: 'Gremia',
	gremia: listGremia(actor),
	may: { edit: mayCreate(actor) },
	delen: mayListPartners(actor)
		? [
				{ href: '/partners', label: 'Partners' },
				{ href: '/partners/organisaties', label: 'Organisaties' },
				{ href: '/gremia', label: 'Gremia' },
			]
		: [],
});
