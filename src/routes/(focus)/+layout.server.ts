import { detailMij } from '#features/persoon/read.server.ts';
import { woordenlijst } from '#features/werkplaats/read.server.ts';
import { isReadOnly } from '#server/disk/guard.ts';
import { takeFlash } from '#server/flash.ts';
import type { LayoutServerLoad } from './$types';

/** A page that asks for all attention: no sidebar, and only what such a page needs of the frame. */
export const load: LayoutServerLoad = ({ locals: { actor, session } }) => ({
	woorden: woordenlijst(actor),
	mij: detailMij(actor),
	alleenLezen: isReadOnly(),
	melding: takeFlash(session?.tokenHash),
});
