import type { Actor } from '#access/actor.ts';
import { mayNeemMee } from '#access/bord.ts';
import { must } from '#access/must.ts';
import { now } from '#server/clock.ts';
import { beamerOf } from './beamer.ts';
import { beeldVan } from './beeld.read.server.ts';
import { codeVan } from './code.read.server.ts';
import { factsOfBord, findBord } from './find.server.ts';

/** What the screen in the room shows, and nothing of who opened it. */
export function detailBeamer(actor: Actor, bordId: string) {
	const row = findBord(actor, bordId);
	must(mayNeemMee(actor, factsOfBord(row)));
	return {
		/** Of the server: a wrong clock of this device does not matter. */
		nu: now().getTime(),
		titel: row.titel,
		code: codeVan(actor, bordId),
		beeld: beamerOf(beeldVan(actor, bordId)),
	};
}
export type BeamerDetail = ReturnType<typeof detailBeamer>;
