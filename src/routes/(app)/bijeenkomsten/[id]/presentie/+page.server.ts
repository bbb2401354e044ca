import { detailBijeenkomst } from '#features/bijeenkomst/read.server.ts';
import { alsVragen } from '#features/bijeenkomst/waarschuw.ts';
import { confirmPresentie } from '#features/presentie/bevestig.write.server.ts';
import { createCorrectie, createLaatkomer } from '#features/presentie/correctie.write.server.ts';
import {
	CorrectieInput,
	LaatkomerInput,
	OrganisatieKeus,
	RegelKeus,
	RegelNieuw,
	StatusInput,
} from '#features/presentie/input.ts';
import { detailPresentie } from '#features/presentie/read.server.ts';
import {
	assignOrganisatie,
	assignStatus,
	createRegel,
	withdrawRegelWeghaling,
} from '#features/presentie/regel.write.server.ts';
import { listRegelTwijfels } from '#features/presentie/twijfel.read.server.ts';
import { action } from '#server/form.ts';
import { NoFields } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params }) => {
	const presentie = detailPresentie(actor, params.id);
	const bijeenkomst = detailBijeenkomst(actor, params.id);
	return { titel: `Presentie: ${bijeenkomst.titel}`, bijeenkomst, presentie };
};

const op = ({ params }: { params: Partial<Record<string, string>> }) => ({
	bijeenkomstId: params.id!,
});
const lijst = ({ params }: { params: Partial<Record<string, string>> }) =>
	`/bijeenkomsten/${params.id}/presentie`;

export const actions: Actions = {
	status: action(StatusInput, (actor, input, { event }) => {
		assignStatus(actor, { ...op(event), ...input });
	}),
	regel: action(RegelNieuw, (actor, input, { event, sure }) => {
		const { id } = createRegel(actor, { ...op(event), ...input });
		sure(alsVragen(listRegelTwijfels(actor, { ...op(event), regelId: id })));
		return { melding: 'Op de lijst gezet.' };
	}),
	regelterug: action(RegelKeus, (actor, input, { event }) => {
		withdrawRegelWeghaling(actor, { ...op(event), ...input });
		return { to: lijst(event), melding: 'De regel staat er weer.' };
	}),
	bevestig: action(NoFields, (actor, _input, { event }) => {
		confirmPresentie(actor, op(event).bijeenkomstId);
		return { to: lijst(event), melding: 'De presentie is bevestigd.' };
	}),
	corrigeer: action(CorrectieInput, (actor, input, { event }) => {
		createCorrectie(actor, { ...op(event), ...input });
		return { melding: 'De correctie is bewaard.' };
	}),
	laatkomer: action(LaatkomerInput, (actor, input, { event, sure }) => {
		const { id } = createLaatkomer(actor, { ...op(event), ...input });
		sure(alsVragen(listRegelTwijfels(actor, { ...op(event), regelId: id })));
		return { melding: 'Op de lijst gezet, met een correctie.' };
	}),
	organisatie: action(OrganisatieKeus, (actor, input, { event }) => {
		assignOrganisatie(actor, { ...op(event), ...input });
		return { melding: 'De uren zijn toegewezen.' };
	}),
};
