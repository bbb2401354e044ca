import type { Actor } from '#access/actor.ts';
import { now } from '#server/clock.ts';
import { mijnBriefjes } from './briefje.read.server.ts';
import { codeVan, mayToonCode } from './code.read.server.ts';
import { ikAanTafel, listDeelnemers } from './deelnemer.read.server.ts';
import { findBord } from './find.server.ts';
import { mayOf } from './read.server.ts';
import { mijnStippen, tussenstand } from './stip.read.server.ts';

/** Of this actor alone, at this table; what everybody sees is in the document. */
export function staatVoor(actor: Actor, bordId: string) {
	const may = mayOf(actor, findBord(actor, bordId));
	return {
		/** Of the server: of two answers this tells which is the later. */
		nu: now().getTime(),
		ik: ikAanTafel(actor, bordId),
		briefjes: mijnBriefjes(actor, bordId),
		stippen: mijnStippen(actor, bordId),
		may,
		code: codeVan(actor, bordId),
		mayCode: mayToonCode(actor, bordId),
		/** For who holds regie. */
		regie: may.regie
			? { deelnemers: listDeelnemers(actor, bordId), tussenstand: tussenstand(actor, bordId) }
			: null,
	};
}
export type Staat = ReturnType<typeof staatVoor>;
