import type { Actor } from '#access/actor.ts';
import { persoonNaam } from '#features/persoon/rows.server.ts';
import { now } from '#server/clock.ts';
import { mijnBriefjes } from './briefje.read.server.ts';
import { telVerborgen } from './briefje.rows.server.ts';
import { codeVan, mayToonCode } from './code.read.server.ts';
import { ikAanTafel, listDeelnemers, listWeggestuurd } from './deelnemer.read.server.ts';
import { findBord } from './find.server.ts';
import { listGeteld } from './geteld.read.server.ts';
import { listMensen } from './mensen.read.server.ts';
import { mayOf } from './read.server.ts';
import { regieKeuze } from './regie.rows.server.ts';
import { listStippen, mijnStippen, tussenstand } from './stip.read.server.ts';
import { findTafel } from './tafel.server.ts';

/** For who holds regie: how many are hidden, and never their words. */
function regieVan(actor: Actor, bordId: string) {
	const { row, stand } = findTafel(actor, bordId);
	return {
		deelnemers: listDeelnemers(actor, bordId),
		weggestuurd: listWeggestuurd(actor, bordId),
		tussenstand: tussenstand(actor, bordId),
		verborgen: telVerborgen(bordId, stand.fase),
		/** To whom it may be given. */
		keuze: regieKeuze(row).filter(({ id }) => id !== stand.regieId),
	};
}

/** Who holds regie now, by name; a gast learns of nobody of the werkplaats who they are. */
function leidt(actor: Actor, bordId: string): { id: string; naam: string } | null {
	const { row, stand } = findTafel(actor, bordId);
	const id = stand.regieId;
	if (actor.soort === 'gast' || id === null) return null;
	return { id, naam: persoonNaam(row.werkplaatsId, id) || 'Iemand anders' };
}

/** Of this actor alone, at this table; what everybody sees is in the document. */
export function staatVoor(actor: Actor, bordId: string) {
	const may = mayOf(actor, findBord(actor, bordId));
	return {
		/** Of the server: of two answers this tells which is the later. */
		nu: now().getTime(),
		ik: ikAanTafel(actor, bordId),
		briefjes: mijnBriefjes(actor, bordId),
		stippen: mijnStippen(actor, bordId),
		/** Who is named in an afspraak, and who can be. */
		mensen: listMensen(actor, bordId),
		may,
		code: codeVan(actor, bordId),
		mayCode: mayToonCode(actor, bordId),
		/** Dots that were counted in the room, as far as this actor may know. */
		geteld: listGeteld(actor, bordId),
		/** Who gave which, of a round that was open about that, once its outcome is shown. */
		gevers: listStippen(actor, bordId),
		leidt: leidt(actor, bordId),
		regie: may.regie ? regieVan(actor, bordId) : null,
	};
}
export type Staat = ReturnType<typeof staatVoor>;
