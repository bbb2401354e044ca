import type { PageLoad } from './$types';

/** What a work form has more than any bord comes with that bord alone. */
export const load: PageLoad = async ({ data }) => ({
	...data,
	werkvorm: data.bord.soort === 'ddd' ? undefined : await import('#features/bord/bord.werkvorm.ts'),
});
