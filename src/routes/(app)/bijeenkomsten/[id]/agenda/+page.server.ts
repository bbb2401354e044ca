import { listOpenVoor } from '#features/actie/read.server.ts';
import { detailAgenda, listSjablonen, standAgenda } from '#features/agenda/read.server.ts';
import { AGENDA_STAND } from '#features/agenda/stand.ts';
import { detailBijeenkomst } from '#features/bijeenkomst/read.server.ts';
import { now } from '#server/clock.ts';
import type { Actions, PageServerLoad } from './$types';
import { agendaActions } from './agenda.server.ts';

export const load: PageServerLoad = ({ locals: { actor }, params, url, depends }) => {
	depends(AGENDA_STAND);
	const agenda = detailAgenda(actor, params.id);
	const { id, titel, wanneer, href } = detailBijeenkomst(actor, params.id);
	const gaatTerug = agenda.punten.some(({ soort }) => soort === 'acties');
	return {
		titel: `Agenda: ${titel}`,
		bijeenkomst: { id, titel, wanneer, href },
		agenda,
		/** What the page follows from here on. */
		stand: { nu: now().getTime(), agenda: standAgenda(actor, params.id) },
		sjablonen: listSjablonen(actor, params.id),
		acties: gaatTerug ? listOpenVoor(actor, params.id) : [],
		/** Which point is being changed. */
		punt: agenda.may.edit ? (url.searchParams.get('punt') ?? '') : '',
	};
};

export const actions: Actions = agendaActions;
