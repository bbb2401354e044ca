import { werkplaatsVan } from '#access/actor.ts';
import { must } from '#access/must.ts';
import { mayEditOrganisatie } from '#access/partner.ts';
import { organisatieInput } from '#features/partner/input.ts';
import { listOrganisatieNamen } from '#features/partner/read.server.ts';
import { createOrganisatie } from '#features/partner/write.server.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor } }) => {
	must(mayEditOrganisatie(actor, { werkplaatsId: werkplaatsVan(actor) }));
	return { titel: 'Nieuwe organisatie', koepels: listOrganisatieNamen(actor) };
};

export const actions: Actions = {
	default: action(organisatieInput, (actor, input) => {
		const { id, lijktOp } = createOrganisatie(actor, input);
		const hint = lijktOp.length ? ` Let op: dit lijkt op ${lijktOp.join(' en ')}.` : '';
		return { to: `/partners/${id}`, melding: `Bewaard.${hint}` };
	}),
};
