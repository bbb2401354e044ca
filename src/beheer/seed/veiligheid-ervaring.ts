import type { SysteemActor } from '#access/actor.ts';
import type { VervolgSoort } from '#features/actie/staat.ts';
import { createVervolg } from '#features/actie/write.server.ts';
import { answerErvaring } from '#features/ervaring/open.server.ts';
import { linkVan, tokenVan, vraagVan } from '#features/ervaring/rows.server.ts';
import type { ErvaringAntwoord } from '#features/ervaring/staat.ts';
import { createErvaring, createVraag, removeErvaring } from '#features/ervaring/write.server.ts';
import { verslagNaam } from '#features/verslag/document.ts';
import { projectVerslag } from '#features/verslag/project.server.ts';
import { actiepunt } from '#features/verslag/tables.server.ts';
import { db } from '#server/db/db.ts';
import { readDocument } from '#sync/server/edit.ts';
import { eq } from 'drizzle-orm';
import { noteer, woord, type Plek } from './fixture.ts';

type Staat = 'concept' | 'ter-controle' | 'vastgesteld' | 'weggehaald';

function zeg(systeem: SysteemActor, bijeenkomstId: string) {
	const woorden = { tekst: woord(), naam: woord(), rol: woord(), organisatie: woord() };
	const { id } = createErvaring(systeem, { ...woorden, bijeenkomstId });
	return { id, woorden };
}

interface Gevraagd {
	geheim: { link: string };
	/** What may go further. */
	goedgekeurd: Record<string, string>;
}

/** Asked with a link; and answered, with words of the speaker. */
function vraag(systeem: SysteemActor, id: string, antwoord?: ErvaringAntwoord): Gevraagd {
	createVraag(systeem, { id, email: '' });
	const vraagId = vraagVan(id)!.id;
	const geheim = { link: linkVan(vraagId) };
	if (!antwoord) return { geheim, goedgekeurd: {} };
	const tekst = woord();
	answerErvaring(tokenVan(vraagId), { antwoord, tekst, vermelding: 'anoniem' });
	return { geheim, goedgekeurd: antwoord === 'ja' ? { goedgekeurd: tekst } : {} };
}

/** What people said, in every state that it can be in. */
export function maakErvaring(
	systeem: SysteemActor,
	team: Plek,
	bijeenkomstId: string,
	staat: Staat,
) {
	noteer(team, ['ervaring', staat], zeg(systeem, bijeenkomstId));
	if (staat === 'concept') {
		for (const antwoord of [undefined, 'ja', 'nee'] as const) {
			const { id, woorden } = zeg(systeem, bijeenkomstId);
			const { geheim, goedgekeurd } = vraag(systeem, id, antwoord);
			const made = { id, woorden: { ...woorden, ...goedgekeurd }, geheim };
			noteer(team, ['ervaring', antwoord ?? 'gevraagd'], made);
		}
		const weg = zeg(systeem, bijeenkomstId);
		removeErvaring(systeem, { id: weg.id });
		noteer(team, ['ervaring', 'weggehaald'], weg);
	}
	maakVervolg(systeem, team, bijeenkomstId, staat);
}

/** What became of the actie in its verslag: what it taught, and why it was let go. */
function maakVervolg(systeem: SysteemActor, team: Plek, bijeenkomstId: string, staat: Staat) {
	readDocument(verslagNaam(bijeenkomstId), (doc) => projectVerslag(bijeenkomstId, doc, []));
	const van = eq(actiepunt.bijeenkomstId, bijeenkomstId);
	const punt = db().select({ id: actiepunt.id }).from(actiepunt).where(van).get();
	if (!punt) return;
	const woorden = { geleerd: woord(), reden: woord() };
	const zegt = (soort: VervolgSoort, tekst: string) =>
		createVervolg(systeem, {
			bijeenkomstId,
			actiepuntId: punt.id,
			soort,
			tekst,
			wanneer: '',
			inId: null,
		});
	zegt('geleerd', woorden.geleerd);
	zegt('losgelaten', woorden.reden);
	noteer(team, ['actie', staat], { id: punt.id, woorden });
}
