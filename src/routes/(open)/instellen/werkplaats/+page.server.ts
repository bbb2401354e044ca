import { Invalid } from '#server/errors.ts';
import { stapActie } from '../stap.server.ts';
import { Werkplaats } from '../stappen.ts';
import { bewaarStap, ingevuld } from '../toegang.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent }) => {
	const { toegang } = await parent();
	return { titel: 'Jullie werkplaats', ingevuld: toegang ? ingevuld('werkplaats') : {} };
};

export const actions: Actions = {
	default: stapActie('werkplaats', Werkplaats, async (input, texts) => {
		if (input.tot.dag < input.van.dag)
			throw new Invalid({ tot: 'Het einde ligt voor het begin. Kijk de datums na.' });
		bewaarStap('werkplaats', texts);
		return '/instellen/kennisagenda';
	}),
};
