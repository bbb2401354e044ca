import { WERKPLAATS_ROLLEN, werkplaatsVan, type WerkplaatsRol } from '#access/actor.ts';
import { mustFind } from '#access/must.ts';
import { mayAssignRol } from '#access/persoon.ts';
import { listOrganisatieNamen, mustBeOrganisatie } from '#features/partner/read.server.ts';
import { Blokkade, PersoonId, PersoonInput, RolInput } from '#features/persoon/input.ts';
import { detailPersoon, listMensen } from '#features/persoon/read.server.ts';
import {
	blockPersoon,
	endSessionsOf,
	unblockPersoon,
} from '#features/persoon/toegang.write.server.ts';
import { assignRol, updatePersoon, withdrawRol } from '#features/persoon/write.server.ts';
import { action } from '#server/form.ts';
import { RowId } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params }) => {
	const mens = mustFind(listMensen(actor).find(({ id }) => id === params.id));
	const organisaties = listOrganisatieNamen(actor);
	const where = { werkplaatsId: werkplaatsVan(actor) };
	return {
		titel: mens.naam,
		mens,
		persoon: detailPersoon(actor, params.id),
		organisaties: organisaties.map(({ id, naam }) => ({ value: id, label: naam })),
		rollen: Object.entries(WERKPLAATS_ROLLEN)
			.map(([value, label]) => ({ value: value as WerkplaatsRol, label }))
			.filter(({ value }) => mayAssignRol(actor, { ...where, rol: value })),
	};
};

export const actions: Actions = {
	naam: action(PersoonInput, (actor, input, { basis, event }) => {
		updatePersoon(actor, { ...input, id: event.params.id ?? '' }, basis);
		return { melding: 'Bewaard.' };
	}),
	geefRol: action(RolInput, (actor, input) => {
		mustBeOrganisatie(actor, input.organisatieId);
		assignRol(actor, input);
		return { melding: 'De rol is gegeven.' };
	}),
	trekRolIn: action(RowId, (actor, input) => {
		withdrawRol(actor, input);
		return { melding: 'De rol is ingetrokken.' };
	}),
	blokkeer: action(Blokkade, (actor, input) => {
		blockPersoon(actor, input);
		return { melding: 'Deze persoon kan niet meer inloggen.' };
	}),
	laatToe: action(PersoonId, (actor, input) => {
		unblockPersoon(actor, input);
		return { melding: 'Deze persoon kan weer inloggen.' };
	}),
	logUit: action(PersoonId, (actor, input) => {
		endSessionsOf(actor, input);
		return { melding: 'Deze persoon is overal uitgelogd.' };
	}),
};
