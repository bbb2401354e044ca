import { must } from '#access/must.ts';
import { WERKPLAATS_ROLLEN, werkplaatsVan, type WerkplaatsRol } from '#access/actor.ts';
import { mayAssignRol, mayManagePersonen } from '#access/persoon.ts';
import { listLeeromgevingen } from '#features/leeromgeving/read.server.ts';
import { listOrganisatieNamen } from '#features/partner/read.server.ts';
import { listMensen } from '#features/persoon/read.server.ts';
import { UitnodigingNieuw } from '#features/uitnodiging/input.ts';
import { createUitnodiging } from '#features/uitnodiging/write.server.ts';
import { action } from '#server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, url }) => {
	const where = { werkplaatsId: werkplaatsVan(actor) };
	must(mayManagePersonen(actor, where));
	const persoon = url.searchParams.get('persoon');
	return {
		titel: 'Nodig iemand uit',
		voor: persoon ? listMensen(actor).find((mens) => mens.id === persoon) : undefined,
		teams: listLeeromgevingen(actor).map(({ id, naam }) => ({ value: id, label: naam })),
		organisaties: listOrganisatieNamen(actor).map(({ id, naam }) => ({ value: id, label: naam })),
		rollen: Object.entries(WERKPLAATS_ROLLEN)
			.map(([value, label]) => ({ value: value as WerkplaatsRol, label }))
			.filter(({ value }) => mayAssignRol(actor, { ...where, rol: value })),
	};
};

export const actions: Actions = {
	maak: action(UitnodigingNieuw, (actor, input) => ({
		to: `/uitnodigingen/${createUitnodiging(actor, input).id}`,
	})),
};
