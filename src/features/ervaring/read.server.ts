import type { Actor } from '#access/actor.ts';
import { mayReadErvaringen, mayWriteErvaring } from '#access/ervaring.ts';
import { must } from '#access/must.ts';
import { factsOf, findBijeenkomst } from '#features/bijeenkomst/find.server.ts';
import { toonDag, dagVanMoment } from '#features/datum/toon.ts';
import { persoonNaam } from '#features/persoon/rows.server.ts';
import { now } from '#server/clock.ts';
import { basisErvaring } from './basis.ts';
import { laatsteAntwoord } from './publiek.server.ts';
import { ervaringRows, linkVan, vraagVan, type ErvaringRow } from './rows.server.ts';
import { staatVan, toonStaat } from './staat.ts';

function regelOf(row: ErvaringRow, schrijft: boolean) {
	const antwoord = laatsteAntwoord(row.id);
	const vraag = vraagVan(row.id);
	const staat = staatVan(antwoord, vraag, now());
	const wacht = staat === 'gevraagd' && vraag !== undefined;
	return {
		id: row.id,
		...basisErvaring(row),
		/** "Joke de Vries, sociaal werker, SOL", as it was written down. */
		wie: [row.naam, row.rol, row.organisatie].filter(Boolean).join(', '),
		opgeschrevenDoor: persoonNaam(row.werkplaatsId, row.door),
		staat,
		staatTekst: toonStaat(staat, antwoord?.vermelding),
		/** What may go further, and under which name. */
		goedgekeurd:
			antwoord?.antwoord === 'ja' ? { tekst: antwoord.tekst, naam: antwoord.naamGedrukt } : null,
		/** To hand over, when it was not mailed; only for who asks. */
		link: schrijft && wacht && row.email === '' ? linkVan(vraag.id) : '',
		tot: wacht ? toonDag(dagVanMoment(vraag.verlooptOp)) : '',
		email: schrijft ? row.email : '',
		may: {
			edit: schrijft && !antwoord,
			ask: schrijft && !antwoord,
			withdraw: schrijft && wacht,
			remove: schrijft,
		},
	};
}
export type ErvaringRegel = ReturnType<typeof regelOf>;

/** What people said after a bijeenkomst, also what never leaves its ruimte. */
export function listErvaringen(actor: Actor, bijeenkomstId: string) {
	const bij = findBijeenkomst(actor, bijeenkomstId);
	const facts = factsOf(bij);
	must(mayReadErvaringen(actor, facts));
	const write = mayWriteErvaring(actor, facts);
	return { ervaringen: ervaringRows(bij.id).map((row) => regelOf(row, write)), may: { write } };
}
