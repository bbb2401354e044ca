import { must } from '#access/must.ts';
import { listGenodigden } from '#features/aanmelding/read.server.ts';
import { sendWijziging } from '#features/aanmelding/write.server.ts';
import { basisBijeenkomst } from '#features/bijeenkomst/basis.ts';
import { DagdelenInput } from '#features/bijeenkomst/dagdeel.input.ts';
import { assignDagdelen } from '#features/bijeenkomst/dagdeel.write.server.ts';
import { BijeenkomstWijziging } from '#features/bijeenkomst/input.ts';
import { listKeuzes } from '#features/bijeenkomst/keuzes.server.ts';
import { mensenKrijgenMail } from '#features/bijeenkomst/mail.ts';
import {
	basisKeukentafel,
	basisOnderwijs,
	KeukentafelInput,
	OnderwijsInput,
} from '#features/bijeenkomst/onderwijs.input.ts';
import {
	updateKeukentafel,
	updateOnderwijs,
} from '#features/bijeenkomst/onderwijs.write.server.ts';
import { detailBijeenkomst, metLetOp } from '#features/bijeenkomst/read.server.ts';
import { wijzigingOf } from '#features/bijeenkomst/wijziging.server.ts';
import { removeBijeenkomst, updateBijeenkomst } from '#features/bijeenkomst/write.server.ts';
import { sendBezoekers } from '#features/kenniscafe/bladzijde.write.server.ts';
import { mustKeepDagdelen } from '#features/presentie/find.server.ts';
import { bevestigingOf } from '#features/presentie/rows.server.ts';
import { action } from '#server/form.ts';
import { NoFields } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params: { id } }) => {
	const bijeenkomst = detailBijeenkomst(actor, id);
	must(bijeenkomst.may.write);
	const { titel, team, mede, dagdelen, soort, may, href, onderwijs, keukentafel } = bijeenkomst;
	const waarde = wijzigingOf(actor, id);
	const leeromgevingIds = [team, ...mede].flatMap((gastheer) => gastheer.id ?? []);
	return {
		titel: `Wijzig ${titel}`,
		bijeenkomst: { id, titel, dagdelen, soort, may, href },
		waarde: basisBijeenkomst(waarde),
		onderwijs: onderwijs && basisOnderwijs(onderwijs),
		keukentafel: keukentafel && basisKeukentafel(keukentafel),
		keuzes: listKeuzes(actor, {
			...{ leeromgevingIds, gastheerId: team.id },
			voorbereiders: waarde.voorbereiders,
		}),
		/** Who had a letter about it. */
		gemaild: may.enter ? listGenodigden(actor, id).brieven.gemaild : 0,
		bevestigd: bevestigingOf(id) !== undefined,
	};
};

export const actions: Actions = {
	bewaar: action(BijeenkomstWijziging, (actor, { laatweten, ...input }, { event, basis }) => {
		const id = event.params.id!;
		const { verplaatst } = updateBijeenkomst(actor, { ...input, id }, basis);
		const genodigden = verplaatst && laatweten ? sendWijziging(actor, id).aantal : 0;
		// who put their name down always hears that it is another time or place
		const bezoekers = verplaatst ? sendBezoekers(actor, { id, wat: 'gewijzigd' }).aantal : 0;
		const bewaard = `Bewaard.${mensenKrijgenMail(genodigden + bezoekers)}`;
		return { to: `/bijeenkomsten/${id}`, melding: metLetOp(actor, id, bewaard) };
	}),
	dagdelen: action(DagdelenInput, (actor, { delen }, { event: { params } }) => {
		mustKeepDagdelen(actor, { bijeenkomstId: params.id!, aantal: delen.length });
		assignDagdelen(actor, { id: params.id!, delen });
		return { melding: 'De dagdelen zijn bewaard.' };
	}),
	onderwijs: action(OnderwijsInput, (actor, input, { event: { params }, basis }) => {
		updateOnderwijs(actor, { ...input, id: params.id! }, basis);
		return { melding: 'Bewaard.' };
	}),
	keukentafel: action(KeukentafelInput, (actor, input, { event: { params }, basis }) => {
		updateKeukentafel(actor, { ...input, id: params.id! }, basis);
		return { melding: 'Bewaard.' };
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
