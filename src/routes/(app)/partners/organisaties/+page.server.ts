import { werkplaatsVan } from '#access/actor.ts';
import { mayEditOrganisatie } from '#access/partner.ts';
import { trekkerInput } from '#features/partner/input.ts';
import { listOrganisaties, listTrekkers } from '#features/partner/read.server.ts';
import { assignTrekker, removeTrekker } from '#features/partner/write.server.ts';
import { action } from '#server/form.ts';
import { RowId } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor } }) => ({
	titel: 'Organisaties',
	organisaties: listOrganisaties(actor),
	trekkers: listTrekkers(actor),
	may: { edit: mayEditOrganisatie(actor, { werkplaatsId: werkplaatsVan(actor) }) },
});

export const actions: Actions = {
	trekker: action(trekkerInput, (actor, input) => {
		assignTrekker(actor, input);
		return { to: '/partners/organisaties', melding: 'Trekker bewaard.' };
	}),
	geenTrekker: action(RowId, (actor, { id }) => {
		removeTrekker(actor, id);
		return { to: '/partners/organisaties', melding: 'Trekker weggehaald.' };
	}),
};
