import { must } from '#access/must.ts';
import { listGenodigden } from '#features/aanmelding/read.server.ts';
import { sendWijziging } from '#features/aanmelding/write.server.ts';
import { basisBijeenkomst } from '#features/bijeenkomst/basis.ts';
import { DagdelenInput, veldIn } from '#features/bijeenkomst/dagdeel.input.ts';
import { assignDagdelen } from '#features/bijeenkomst/dagdeel.write.server.ts';
import { BijeenkomstWijziging } from '#features/bijeenkomst/input.ts';
import { listKeuzes } from '#features/bijeenkomst/keuzes.server.ts';
import { mensenKrijgenMail } from '#features/bijeenkomst/mail.ts';
import { detailBijeenkomst } from '#features/bijeenkomst/read.server.ts';
import { listTwijfels } from '#features/bijeenkomst/twijfel.read.server.ts';
import { alsVragen } from '#features/bijeenkomst/waarschuw.ts';
import { wijzigingOf } from '#features/bijeenkomst/wijziging.server.ts';
import { removeBijeenkomst, updateBijeenkomst } from '#features/bijeenkomst/write.server.ts';
import { sendBezoekers } from '#features/kenniscafe/bladzijde.write.server.ts';
import { mustKeepDagdelen } from '#features/presentie/find.server.ts';
import { bevestigingOf } from '#features/presentie/rows.server.ts';
import { action } from '#server/form.ts';
import { NoFields } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';
import { eigenOf, soortActions } from './soort.server.ts';

export const load: PageServerLoad = ({ locals: { actor }, params: { id } }) => {
	const bijeenkomst = detailBijeenkomst(actor, id);
	must(bijeenkomst.may.write);
	const { titel, team, mede, dagdelen, may, href } = bijeenkomst;
	const waarde = wijzigingOf(actor, id);
	const leeromgevingIds = [team, ...mede].flatMap((gastheer) => gastheer.id ?? []);
	const keuzes = listKeuzes(actor, {
		...{ leeromgevingIds, gastheerId: team.id },
		voorbereiders: waarde.voorbereiders,
	});
	return {
		titel: `Wijzig ${titel}`,
		bijeenkomst: { id, titel, dagdelen, may, href },
		waarde: basisBijeenkomst(waarde),
		eigen: eigenOf(actor, bijeenkomst, keuzes.organisaties),
		keuzes,
		/** Who had a letter about it. */
		gemaild: may.enter ? listGenodigden(actor, id).brieven.gemaild : 0,
		bevestigd: bevestigingOf(id) !== undefined,
	};
};

export const actions: Actions = {
	...soortActions,
	bewaar: action(BijeenkomstWijziging, (actor, { laatweten, ...input }, extra) => {
		const { event, basis, sure } = extra;
		const id = event.params.id!;
		const was = listTwijfels(actor, id);
		const { verplaatst } = updateBijeenkomst(actor, { ...input, id }, basis);
		sure(alsVragen(listTwijfels(actor, id), { was }));
		const genodigden = verplaatst && laatweten ? sendWijziging(actor, id).aantal : 0;
		// who put their name down always hears that it is another time or place
		const bezoekers = verplaatst ? sendBezoekers(actor, { id, wat: 'gewijzigd' }).aantal : 0;
		const melding = `Bewaard.${mensenKrijgenMail(genodigden + bezoekers)}`;
		return { to: `/bijeenkomsten/${id}`, melding };
	}),
	dagdelen: action(DagdelenInput, (actor, input, { event, sure }) => {
		const id = event.params.id!;
		const was = listTwijfels(actor, id);
		mustKeepDagdelen(actor, { bijeenkomstId: id, aantal: input.delen.length });
		assignDagdelen(actor, { id, delen: input.delen });
		sure(alsVragen(listTwijfels(actor, id), { was, veld: veldIn(input) }));
		return { melding: 'De dagdelen zijn bewaard.' };
	}),
	haalweg: action(NoFields, (actor, _input, { event: { params } }) => {
		const id = params.id!;
		const { leeromgevingId } = removeBijeenkomst(actor, id);
		const to = leeromgevingId
			? `/leeromgevingen/${leeromgevingId}/bijeenkomsten`
			: '/bijeenkomsten';
		const zetTerug = { action: `${to}?/terug`, fields: { id } };
		return { to, melding: { tekst: 'De bijeenkomst is weggehaald.', zetTerug } };
	}),
};
