import { mayReadGenodigden } from '#access/aanmelding.ts';
import { mayCountDoor, mayReadInschrijvingen, mayWriteBezoek } from '#access/kenniscafe.ts';
import { mayReadPresentie } from '#access/presentie.ts';
import { listGenodigden, mijnAntwoord } from '#features/aanmelding/read.server.ts';
import { sendAfzegging, sendWijziging } from '#features/aanmelding/write.server.ts';
import {
	createAfzegging,
	withdrawAfzegging,
} from '#features/bijeenkomst/afzegging.write.server.ts';
import { feitenVan } from '#features/bijeenkomst/feiten.ts';
import { factsOf, findBijeenkomst } from '#features/bijeenkomst/find.server.ts';
import { mensenKrijgenMail } from '#features/bijeenkomst/mail.ts';
import { detailBijeenkomst } from '#features/bijeenkomst/read.server.ts';
import { AfzegInput, TitelId, TitelInput } from '#features/bijeenkomst/titel.input.ts';
import {
	createTitel,
	removeTitel,
	updateHoofdtitel,
} from '#features/bijeenkomst/titel.write.server.ts';
import { nieuwBordBij } from '#features/bord/keuzes.read.server.ts';
import { bordenVan } from '#features/bord/read.server.ts';
import { cafeFeiten } from '#features/kenniscafe/cafe.read.server.ts';
import { sendBezoekers } from '#features/kenniscafe/bladzijde.write.server.ts';
import { woordenlijst } from '#features/werkplaats/read.server.ts';
import { action } from '#server/form.ts';
import { NoFields } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';
import { aanmeldingActions } from './aanmelding.server.ts';

export const load: PageServerLoad = ({ locals: { actor }, params: { id } }) => {
	const facts = factsOf(findBijeenkomst(actor, id));
	const bijeenkomst = detailBijeenkomst(actor, id);
	return {
		titel: `Over ${bijeenkomst.titel}`,
		bijeenkomst,
		feiten: feitenVan(bijeenkomst, {
			woorden: woordenlijst(actor),
			eigen: cafeFeiten(actor, id),
		}),
		antwoord: mijnAntwoord(actor, id),
		wie: mayReadGenodigden(actor, facts) ? listGenodigden(actor, id) : null,
		borden: bordenVan(actor, id).map(({ id, titel }) => ({ id, titel })),
		nieuwBord: nieuwBordBij(actor, id),
		mag: {
			presentie: mayReadPresentie(actor, facts),
			openbaar: facts.open && mayReadInschrijvingen(actor, facts),
			deur: facts.open && mayCountDoor(actor, facts),
			bezoek: facts.open && mayWriteBezoek(actor, facts),
		},
	};
};

export const actions: Actions = {
	...aanmeldingActions,
	zegaf: action(AfzegInput, (actor, input, { event: { params } }) => {
		const id = params.id!;
		createAfzegging(actor, { ...input, id });
		const { aantal } = sendAfzegging(actor, id);
		const { aantal: bezoekers } = sendBezoekers(actor, { id, wat: 'afgezegd' });
		return { melding: `De bijeenkomst is afgezegd.${mensenKrijgenMail(aantal + bezoekers)}` };
	}),
	tochwel: action(NoFields, (actor, _input, { event: { params } }) => {
		const id = params.id!;
		withdrawAfzegging(actor, id);
		const { aantal } = sendWijziging(actor, id);
		const { aantal: bezoekers } = sendBezoekers(actor, { id, wat: 'gewijzigd' });
		return { melding: `De bijeenkomst gaat toch door.${mensenKrijgenMail(aantal + bezoekers)}` };
	}),
	titel: action(TitelInput, (actor, input, { event: { params } }) => {
		createTitel(actor, { ...input, id: params.id! });
		return { melding: 'De titel staat erbij.' };
	}),
	titelweg: action(TitelId, (actor, { titelId }, { event: { params } }) => {
		removeTitel(actor, { id: params.id!, titelId });
		return { melding: 'De titel is weggehaald.' };
	}),
	hoofdtitel: action(TitelId, (actor, { titelId }, { event: { params } }) => {
		updateHoofdtitel(actor, { id: params.id!, titelId });
		return { melding: 'Deze titel staat nu bovenaan.' };
	}),
};
