import { detailLeeromgeving } from '#features/leeromgeving/read.server.ts';
import type { LayoutServerLoad } from './$types';

/** The space of one team; who may not enter gets no further than this. */
export const load: LayoutServerLoad = ({ locals, params }) => ({
	team: detailLeeromgeving(locals.actor, params.id),
});
