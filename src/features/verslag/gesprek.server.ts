import type { Actor } from '#access/actor.ts';
import type { OpmerkingWaar } from '#access/opmerking.ts';
import { mayOpmerken, mayReadVerslag } from '#access/verslag.ts';
import { persoonRow } from '#features/persoon/rows.server.ts';
import type { TekstNode } from '#features/tekst/node.ts';
import { doorVan, isVoorstel } from '#features/voorstel/voorstel.ts';
import { verslagNaam } from './document.ts';
import { findVerslag } from './find.server.ts';
import { nodesIn } from './punten.ts';
import { tekstNu } from './tekst.server.ts';

/** The verslag as something to remark on; NotFound for who may not read it. */
export function opmerkingWaar(actor: Actor, bijeenkomstId: string): OpmerkingWaar {
	const { row, facts } = findVerslag(actor, bijeenkomstId);
	return {
		werkplaatsId: facts.werkplaatsId,
		document: verslagNaam(row.id),
		mayRead: mayReadVerslag(actor, facts),
		mayRemark: mayOpmerken(actor, facts),
	};
}

/** First names of who has a proposal in a text, by id. */
export function voorstellersIn(werkplaatsId: string, tekst: TekstNode): Record<string, string> {
	const marks = [...nodesIn(tekst)].flatMap((node) => node.marks ?? []).filter(isVoorstel);
	return Object.fromEntries(
		[...new Set(marks.map(doorVan))].flatMap((id) => {
			const persoon = persoonRow(werkplaatsId, id);
			return persoon ? [[id, persoon.voornaam]] : [];
		}),
	);
}

export function listVoorstellers(actor: Actor, bijeenkomstId: string): Record<string, string> {
	const { row } = findVerslag(actor, bijeenkomstId);
	return voorstellersIn(row.werkplaatsId, tekstNu(row.id));
}
