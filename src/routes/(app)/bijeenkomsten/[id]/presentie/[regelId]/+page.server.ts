import { detailBijeenkomst } from '#features/bijeenkomst/read.server.ts';
import { alsVragen } from '#features/bijeenkomst/waarschuw.ts';
import { basisRegel } from '#features/presentie/basis.ts';
import { RegelInput, UrenInput } from '#features/presentie/input.ts';
import { detailRegel } from '#features/presentie/read.server.ts';
import { removeRegel, updateRegel, updateUren } from '#features/presentie/regel.write.server.ts';
import { listRegelTwijfels } from '#features/presentie/twijfel.read.server.ts';
import { action } from '#server/form.ts';
import { NoFields } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params }) => {
	const regel = detailRegel(actor, { bijeenkomstId: params.id, regelId: params.regelId });
	const { id, titel } = detailBijeenkomst(actor, params.id);
	return { titel: regel.naam, regel, basis: basisRegel(regel), bijeenkomst: { id, titel } };
};

type At = { params: Partial<Record<string, string>> };
const op = ({ params }: At) => ({ bijeenkomstId: params.id!, regelId: params.regelId! });
const lijst = ({ params }: At) => `/bijeenkomsten/${params.id}/presentie`;
const zelf = ({ params }: At) => `/bijeenkomsten/${params.id}/presentie/${params.regelId}`;

export const actions: Actions = {
	bewaar: action(RegelInput, (actor, input, { event, basis, sure }) => {
		const was = listRegelTwijfels(actor, op(event));
		updateRegel(actor, { ...op(event), ...input }, basis);
		const veld = (vraag: { veld: string }) => (vraag.veld === 'persoonId' ? 'status' : vraag.veld);
		sure(alsVragen(listRegelTwijfels(actor, op(event)), { was, veld }));
		return { to: lijst(event), melding: 'Bewaard.' };
	}),
	uren: action(UrenInput, (actor, input, { event, sure }) => {
		const was = listRegelTwijfels(actor, op(event));
		updateUren(actor, { ...op(event), ...input });
		sure(alsVragen(listRegelTwijfels(actor, op(event)), { was, veld: () => 'uren' }));
		return { to: zelf(event), melding: 'De uren zijn bewaard.' };
	}),
	regelweg: action(NoFields, (actor, _input, { event }) => {
		const { naam } = removeRegel(actor, op(event));
		const terug = { action: `${lijst(event)}?/regelterug`, fields: op(event) };
		return {
			to: lijst(event),
			melding: { tekst: `${naam} is van de lijst.`, zetTerug: terug },
		};
	}),
};
