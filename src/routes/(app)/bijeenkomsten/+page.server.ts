import { keuzeVan } from '#features/bijeenkomst/filter.ts';
import { listMaand } from '#features/bijeenkomst/maand.read.server.ts';
import { listAlleBijeenkomsten, weggehaaldVanAllen } from '#features/bijeenkomst/read.server.ts';
import { listPlekken } from '#features/bijeenkomst/reeks.read.server.ts';
import { withdrawWeghaling } from '#features/bijeenkomst/write.server.ts';
import { listLeeromgevingen } from '#features/leeromgeving/read.server.ts';
import { today } from '#server/clock.ts';
import { action } from '#server/form.ts';
import { RowId } from '#ui/fields.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, url }) => {
	const { weergave, maand, soort, team } = keuzeVan(url.searchParams, today());
	const filter = { soort, leeromgevingId: team };
	return {
		titel: 'Bijeenkomsten',
		weergave,
		gekozen: { soort: soort ?? '', team: team ?? '' },
		teams: listLeeromgevingen(actor).map(({ id, naam }) => ({ value: id, label: naam })),
		maand: weergave === 'maand' ? listMaand(actor, { maand, ...filter }) : null,
		bijeenkomsten: weergave === 'lijst' ? listAlleBijeenkomsten(actor, filter) : null,
		weggehaald: weggehaaldVanAllen(actor),
		may: { plan: listPlekken(actor).length > 0 },
	};
};

export const actions: Actions = {
	terug: action(RowId, (actor, { id }) => {
		withdrawWeghaling(actor, id);
		return { melding: 'De bijeenkomst staat er weer.' };
	}),
};
