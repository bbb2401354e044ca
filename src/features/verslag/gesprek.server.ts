import type { Actor } from '#access/actor.ts';
import type { OpmerkingWaar } from '#access/opmerking.ts';
import { mayOpmerken, mayReadVerslag } from '#access/verslag.ts';
import { persoonRow } from '#features/persoon/rows.server.ts';
import type { TekstNode } from '#features/tekst/node.ts';
import { doorVan, isVoorstel } from '#features/voorstel/voorstel.ts';
import { verslagNaam } from './document.ts';
import { findVerslag } from './find.server.ts';
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

function voorstellersIn(node: TekstNode, found = new Set<string>()): Set<string> {
	for (const mark of node.marks ?? []) if (isVoorstel(mark)) found.add(doorVan(mark));
	for (const child of node.content ?? []) voorstellersIn(child, found);
	return found;
}

/** First names of who has a proposal in the verslag, by id. */
export function listVoorstellers(actor: Actor, bijeenkomstId: string): Record<string, string> {
	const { row } = findVerslag(actor, bijeenkomstId);
	const ids = [...voorstellersIn(tekstNu(row.id))];
	return Object.fromEntries(
		ids.flatMap((id) => {
			const persoon = persoonRow(row.werkplaatsId, id);
			return persoon ? [[id, persoon.voornaam]] : [];
		}),
	);
}
