import { must } from '#access/must.ts';
import { mayWriteBijeenkomst } from '#access/bijeenkomst.ts';
import type { Actor } from '#access/actor.ts';
import { factsOf, findBijeenkomst, voorbereiderIds, type BijeenkomstRow } from './find.server.ts';
import type { BijeenkomstInput } from './input.ts';
import { medeIds, organisatorRows } from './rows.server.ts';

/** What is stored now, as the form has it. */
export function wijzigingVan(row: BijeenkomstRow): BijeenkomstInput {
	const organisatoren = organisatorRows(row.id);
	return {
		titel: row.titel,
		datum: row.datum,
		begin: row.begin,
		eind: row.eind,
		plaats: row.plaats,
		soort: row.soort,
		soortAnders: row.soortAnders,
		pauzes: row.pauzes,
		gemeente: row.gemeente,
		omschrijving: row.omschrijving,
		fasen: row.fasen,
		periodeId: row.periodeId,
		reeksId: row.reeksId,
		voorbereiders: voorbereiderIds(row.id),
		open: row.open,
		aantal: { aantal: row.aantal, circa: row.circa, tekst: row.aantalTekst },
		mede: medeIds(row.id),
		organisatoren: organisatoren.flatMap(({ organisatieId }) => organisatieId ?? []),
		organisatorNamen: organisatoren
			.filter(({ organisatieId }) => organisatieId === null)
			.map(({ naam }) => naam),
		nieuwsUrl: row.nieuwsUrl,
	};
}

/** The values a form about this bijeenkomst starts from. */
export function wijzigingOf(actor: Actor, id: string): BijeenkomstInput {
	const row = findBijeenkomst(actor, id);
	must(mayWriteBijeenkomst(actor, factsOf(row)));
	return wijzigingVan(row);
}
