import { beeldVan } from '#features/bord/beeld.read.server.ts';
import { mijnTerugcode } from '#features/bord/deelnemer.read.server.ts';
import { detailBord, listVerder } from '#features/bord/read.server.ts';
import { staatVoor } from '#features/bord/staat.read.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { alsGast, gastActions, mustBeGast } from './gast.server.ts';

export const load: PageServerLoad = (event) => {
	const actor = mustBeGast(event);
	const { id } = event.params;
	const { titel, team } = detailBord(actor, id);
	return {
		titel,
		team: team.naam,
		beeld: beeldVan(actor, id),
		staat: staatVoor(actor, id),
		verder: listVerder(actor, id),
		terugcode: mijnTerugcode(actor, id),
	};
};

export const actions: Actions = alsGast({ ...gastActions });
