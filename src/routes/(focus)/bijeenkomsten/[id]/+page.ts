import type { PageLoad } from './$types';

/** What is not on every verslag comes only with those that it is on. */
export const load: PageLoad = async ({ data }) => {
	const [SjabloonKeuze, CodeBlok, BordenPaneel, Errata] = await Promise.all([
		data.sjablonen.length ? import('#features/sjabloon/SjabloonKeuze.svelte') : undefined,
		data.stand.code ? import('#features/presentie/CodeBlok.svelte') : undefined,
		data.borden.length ? import('#features/bord/BordenPaneel.svelte') : undefined,
		data.verslag.status === 'vastgesteld' ? import('#features/verslag/Errata.svelte') : undefined,
	]);
	return {
		...data,
		SjabloonKeuze: SjabloonKeuze?.default,
		CodeBlok: CodeBlok?.default,
		BordenPaneel: BordenPaneel?.default,
		Errata: Errata?.default,
	};
};
