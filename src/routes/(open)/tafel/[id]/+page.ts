import { heeftWerkvorm } from '#features/bord/soort.ts';
import type { PageLoad } from './$types';

/** What few borden need comes with those alone: a phone may be old, and its line slow. */
export const load: PageLoad = async ({ data }) => ({
	...data,
	werkvorm: heeftWerkvorm(data.beeld.stand.soort)
		? await import('#features/bord/gast.werkvorm.ts')
		: undefined,
	stippen:
		data.beeld.stand.ronde === 'open'
			? (await import('#features/bord/GastStippen.svelte')).default
			: undefined,
});
