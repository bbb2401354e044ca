import * as v from 'valibot';
import { must } from '#access/must.ts';
import { loadActor } from '#features/leeromgeving/actor.server.ts';
import { LeeromgevingNieuw } from '#features/leeromgeving/input.ts';
import { listEersteKandidaten } from '#features/leeromgeving/lid.read.server.ts';
import { listKeuzes, listKleden, mayStart } from '#features/leeromgeving/read.server.ts';
import { createLeeromgeving } from '#features/leeromgeving/write.server.ts';
import { createLeervraag } from '#features/leervraag/write.server.ts';
import { woordenlijst } from '#features/werkplaats/read.server.ts';
import { action } from '#server/form.ts';
import { text } from '#ui/fields.ts';
import { freeKleden } from '#ui/kleed.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor } }) => {
	must(mayStart(actor));
	const keuzes = listKeuzes(actor);
	return {
		titel: `Begin een ${woordenlijst(actor).leeromgeving.enkelvoud}`,
		keuzes,
		periodeIds: keuzes.perioden.slice(-1).map((p) => p.id),
		kleden: freeKleden(listKleden(actor).map((team) => team.kleed)),
		kandidaten: listEersteKandidaten(actor),
	};
};

const Nieuw = v.object({ ...LeeromgevingNieuw.entries, leervraag: text(600) });

export const actions: Actions = {
	maak: action(Nieuw, (actor, { leervraag, ...input }) => {
		const { id } = createLeeromgeving(actor, input);
		// Who made the team is now in it: the rules of its vragen have to see that.
		const nu = actor.soort === 'persoon' ? loadActor(actor) : actor;
		if (leervraag)
			createLeervraag(nu, {
				tekst: leervraag,
				themaId: input.themaIds[0] ?? null,
				herkomst: 'team',
				perspectief: null,
				leeromgevingIds: [id],
			});
		return { to: `/leeromgevingen/${id}`, melding: `${input.naam} is er.` };
	}),
};
