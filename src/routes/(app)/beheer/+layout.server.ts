import type { LayoutServerLoad } from './$types';
import { sectionsFor } from './sections.ts';

export const load: LayoutServerLoad = async ({ locals, parent }) => {
	const { werkplaats } = await parent();
	return { delen: sectionsFor(locals.actor, { werkplaatsId: werkplaats.id }) };
};
