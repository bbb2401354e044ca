import { mayListGremia } from '#access/gremium.ts';
import { must } from '#access/must.ts';
import { mayListPartners } from '#access/partner.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => {
	must(mayListPartners(locals.actor));
	const delen = [
		{ href: '/partners', label: 'Partners' },
		{ href: '/partners/organisaties', label: 'Organisaties' },
	];
	if (mayListGremia(locals.actor)) delen.push({ href: '/gremia', label: 'Gremia' });
	return { delen };
};
