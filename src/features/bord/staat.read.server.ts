import type { Actor } from '#access/actor.ts';
import { persoonNaam } from '#features/persoon/rows.server.ts';
import { now } from '#server/clock.ts';
import { mijnBriefjes } from './briefje.read.server.ts';
import { telVerborgen } from './briefje.rows.server.ts';
import { codeVan, mayToonCode } from './code.read.server.ts';
import { ikAanTafel, listDeelnemers, listWeggestuurd } from './deelnemer.read.server.ts';
import { regieFacts } from './find.server.ts';
import { listGeteld } from './geteld.read.server.ts';
import { mayOf } from './read.server.ts';
import { listStippen, mijnStippen, tussenstand } from './stip.read.server.ts';
import { findTafel, type Tafel } from './tafel.server.ts';

/** For who holds regie: how many are hidden, and never their words. */
const regieVan = (actor: Actor, tafel: Tafel) => ({
	deelnemers: listDeelnemers(actor, tafel),
	weggestuurd: listWeggestuurd(actor, tafel),
	tussenstand: tussenstand(actor, tafel),
	verborgen: telVerborgen(tafel.row.id, tafel.stand.fase),
});

/** Who holds regie now, by name; a gast learns of nobody of the werkplaats who they are. */
function leidt(actor: Actor, { row, stand }: Tafel): { id: string; naam: string } | null {
	const id = stand.regieId;
	if (actor.soort === 'gast' || id === null) return null;
	return { id, naam: persoonNaam(row.werkplaatsId, id) || 'Iemand anders' };
}

/**
 * Of this actor alone, at this table; what everybody sees is in the document. Asked by everybody after
 * every dot, hand and briefje: what seldom changes is told by the page.
 */
export function staatVoor(actor: Actor, bordId: string) {
	const tafel = findTafel(actor, bordId);
	const facts = regieFacts(tafel.row, tafel.facts);
	const may = mayOf(actor, facts);
	return {
		/** Of the server: of two answers this tells which is the later. */
		nu: now().getTime(),
		ik: ikAanTafel(actor, tafel),
		briefjes: mijnBriefjes(actor, tafel),
		stippen: mijnStippen(actor, tafel),
		may,
		code: codeVan(actor, bordId, facts),
		mayCode: mayToonCode(actor, facts),
		/** Dots that were counted in the room, as far as this actor may know. */
		geteld: listGeteld(actor, tafel),
		/** Who gave which, of a round that was open about that, once its outcome is shown. */
		gevers: listStippen(actor, tafel),
		leidt: leidt(actor, tafel),
		regie: may.regie ? regieVan(actor, tafel) : null,
	};
}
export type Staat = ReturnType<typeof staatVoor>;
