import { opsomming } from '#features/leeromgeving/stoelen.ts';
import { listCoordinatoren } from '#features/leeromgeving/wie.read.server.ts';
import type { LayoutServerLoad } from './$types';

/** Whom to ask when a team is closed to you. */
export const load: LayoutServerLoad = ({ locals }) => ({
	coordinator: opsomming(listCoordinatoren(locals.actor)) || 'je coördinator',
});
