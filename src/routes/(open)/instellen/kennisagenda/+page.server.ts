import { stapActie } from '../stap.server.ts';
import { Kennisagenda } from '../stappen.ts';
import { bewaarStap, ingevuld } from '../toegang.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent }) => {
	const { toegang } = await parent();
	return { titel: 'Kennisagenda', ingevuld: toegang ? ingevuld('kennisagenda') : {} };
};

export const actions: Actions = {
	default: stapActie('kennisagenda', Kennisagenda, async (_input, texts) => {
		bewaarStap('kennisagenda', texts);
		return '/instellen/team';
	}),
};
