import { listSjablonen } from '#features/sjabloon/read.server.ts';
import { listVersies } from '#features/versie/read.server.ts';
import { today } from '#server/clock.ts';
import { verslagActions } from '../verslag.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor }, params }) => ({
	titel: 'Eerdere versies',
	...listVersies(actor, params.id),
	sjablonen: listSjablonen(actor, params.id),
	vandaag: today(),
});

const { bewaarVersie, bewaarSjabloon, sjabloonWeg } = verslagActions;
export const actions: Actions = { bewaarVersie, bewaarSjabloon, sjabloonWeg };
