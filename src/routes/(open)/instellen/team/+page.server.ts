import { enter } from '#features/persoon/entry.server.ts';
import { STANDAARD } from '#features/werkplaats/woordenlijst.ts';
import { firstVisit } from '#server/first-visit.ts';
import { maakWerkplaats } from '../afmaken.server.ts';
import { stapActie } from '../stap.server.ts';
import { STAPPEN, Team } from '../stappen.ts';
import { bewaarStap, ingevuld, sleutelVan } from '../toegang.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent }) => {
	const { toegang } = await parent();
	const was: Record<string, string> = toegang ? ingevuld('team') : {};
	return { titel: 'Eerste werkteam', ingevuld: { ...STANDAARD.leeromgeving, ...was } };
};

/** A step that was skipped by its address: first go there. */
const overgeslagen = () =>
	STAPPEN.find(
		({ naam }) =>
			(naam === 'account' && !ingevuld(naam).wachtwoordHash) ||
			(naam === 'werkplaats' && !ingevuld(naam).naam),
	);

export const actions: Actions = {
	default: stapActie('team', Team, async (_input, texts, event) => {
		bewaarStap('team', texts);
		const eerst = overgeslagen();
		if (eerst) return eerst.href;
		const wie = maakWerkplaats(await firstVisit(), {
			sleutel: sleutelVan(event),
			ingelogdAls: event.locals.session?.accountId,
		});
		await enter(event, wie);
		return '/';
	}),
};
