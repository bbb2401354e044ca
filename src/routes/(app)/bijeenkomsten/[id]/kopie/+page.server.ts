import { must } from '#access/must.ts';
import { copyGenodigden } from '#features/aanmelding/write.server.ts';
import { copyAgenda } from '#features/agenda/write.server.ts';
import { elkeKeuzes, voorstelVan } from '#features/bijeenkomst/herhaling.ts';
import { createHerhaling, createKopie } from '#features/bijeenkomst/kopie.write.server.ts';
import { detailBijeenkomst } from '#features/bijeenkomst/read.server.ts';
import { HerhaalInput, KopieInput } from '#features/bijeenkomst/reeks.input.ts';
import { listTwijfels } from '#features/bijeenkomst/twijfel.read.server.ts';
import { alsVragen } from '#features/bijeenkomst/waarschuw.ts';
import { isEenDag } from '#features/datum/schrijfdatum.ts';
import type { Actor } from '#access/actor.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params: { id }, url }) => {
	const { titel, may, datum, href } = detailBijeenkomst(actor, id);
	must(may.write);
	const dag = isEenDag(datum) ? datum.dag : null;
	const [elke, aantal] = [url.searchParams.get('elke'), url.searchParams.get('aantal')];
	return {
		titel: `Kopieer of herhaal ${titel}`,
		bijeenkomst: { id, titel, href },
		elkeKeuzes: dag === null ? [] : elkeKeuzes(dag),
		gekozen: { elke: elke ?? 'week', aantal: aantal ?? '' },
		voorstel:
			dag === null || elke === null ? null : voorstelVan(dag, { elke, aantal: aantal ?? '' }),
	};
};

/** The agenda and who is asked go along; letters go when somebody sends them. */
function neemMee(actor: Actor, van: string, naar: string) {
	copyAgenda(actor, { van, naar });
	copyGenodigden(actor, { van, naar });
}

export const actions: Actions = {
	kopieer: action(KopieInput, (actor, input, { event: { params }, sure }) => {
		const van = params.id!;
		const { id } = createKopie(actor, { ...input, id: van });
		// the times were so already
		sure(alsVragen(listTwijfels(actor, id).filter(({ veld }) => veld === 'datum')));
		neemMee(actor, van, id);
		return { to: `/bijeenkomsten/${id}/over`, melding: 'De kopie staat in de agenda.' };
	}),
	herhaal: action(HerhaalInput, (actor, input, { event: { params } }) => {
		const van = params.id!;
		const { ids } = createHerhaling(actor, { ...input, id: van });
		for (const id of ids) neemMee(actor, van, id);
		const melding =
			ids.length === 1
				? 'Er staat één bijeenkomst bij.'
				: `Er staan ${ids.length} bijeenkomsten bij.`;
		return { to: `/bijeenkomsten/${van}/over`, melding };
	}),
};
