import { doorWie, type Actor } from '#access/actor.ts';
import type { BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { delenOf } from '#features/bijeenkomst/rows.server.ts';
import { isEenDag } from '#features/datum/schrijfdatum.ts';
import { Invalid } from '#server/errors.ts';
import type { RegelNieuw } from './input.ts';
import { mustBeKandidaat } from './kandidaat.server.ts';
import { dagOf, deelNu, deelOf } from './rows.server.ts';
import { namensVan, snapVan } from './snap.server.ts';

/** Whom a line is about, as they go on the list of this day. */
type Wie = Pick<RegelNieuw, 'persoonId' | 'naam' | 'organisatie' | 'perspectief' | 'dagdeelId'>;

/** A list is of a day: without it nobody knows who was a partner, or who was in the team. */
export function mustHaveDay(row: BijeenkomstRow) {
	if (isEenDag(row.datum) || delenOf(row).length > 0) return;
	throw new Invalid('Van deze bijeenkomst is de dag niet bekend. Schrijf eerst de dag op.');
}

/** What a new line begins with: of somebody we know, or of a name. */
export function beginVan(actor: Actor, row: BijeenkomstRow, wie: Wie) {
	const delen = delenOf(row);
	const deel = wie.dagdeelId === null ? deelNu(delen) : deelOf(delen, wie.dagdeelId);
	if (wie.dagdeelId !== null && !deel) throw new Invalid({ dagdeelId: 'Kies een dagdeel.' });
	const plek = {
		werkplaatsId: row.werkplaatsId,
		bijeenkomstId: row.id,
		dagdeelId: deel?.id ?? null,
		door: doorWie(actor),
	};
	const namens = wie.organisatie && namensVan(row.werkplaatsId, wie.organisatie);
	if (wie.persoonId === null) {
		const { naam, perspectief } = wie;
		const zich = { organisatieId: null, organisatieNaam: '' };
		const soms = { naam, perspectief: perspectief ?? 'anders', persoonId: null };
		return { ...plek, ...soms, ...(namens || zich) };
	}
	mustBeKandidaat(actor, row, wie.persoonId);
	const snap = snapVan(row, wie.persoonId, dagOf(row, deel));
	const perspectief = wie.perspectief ?? snap.perspectief;
	return { ...plek, ...snap, perspectief, ...(namens || {}) };
}
