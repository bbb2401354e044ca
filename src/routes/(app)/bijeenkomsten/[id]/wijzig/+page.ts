import { IS_ONDERWIJS } from '#features/bijeenkomst/soort.ts';
import type { PageLoad } from './$types';

/** What only one kind of bijeenkomst has comes only with that kind. */
export const load: PageLoad = async ({ data }) => {
	const { soort } = data.bijeenkomst;
	const [OnderwijsVelden, KeukentafelVelden, CafeVelden] = await Promise.all([
		data.onderwijs || IS_ONDERWIJS.has(soort)
			? import('#features/bijeenkomst/OnderwijsVelden.svelte')
			: undefined,
		data.keukentafel || soort === 'keukentafel'
			? import('#features/bijeenkomst/KeukentafelVelden.svelte')
			: undefined,
		data.cafe ? import('#features/kenniscafe/CafeVelden.svelte') : undefined,
	]);
	return {
		...data,
		OnderwijsVelden: OnderwijsVelden?.default,
		KeukentafelVelden: KeukentafelVelden?.default,
		CafeVelden: CafeVelden?.default,
	};
};
