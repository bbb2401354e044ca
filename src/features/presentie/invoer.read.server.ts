import type { Actor } from '#access/actor.ts';
import { must } from '#access/must.ts';
import { mayWritePresentie } from '#access/presentie.ts';
import { factsOf, type BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { toonTijden } from '#features/datum/tijd.ts';
import { toonDag } from '#features/datum/toon.ts';
import { mustHaveDay } from './begin.server.ts';
import { findLijst } from './find.server.ts';
import { telGebeurt, toonVoorbeeld } from './import.ts';
import type { ImportInput } from './invoer.input.ts';
import { dagdeelVan, leesInvoer, metDagdelen } from './invoer.rows.server.ts';
import { mustBeOpen } from './rows.server.ts';

type Invoer = ImportInput & { bijeenkomstId: string };

function mustImport(actor: Actor, bijeenkomstId: string): BijeenkomstRow {
	const row = findLijst(actor, bijeenkomstId);
	must(mayWritePresentie(actor, factsOf(row)));
	return row;
}

/** What will happen with a list from elsewhere; nothing does yet. */
export function detailInvoer(actor: Actor, { bijeenkomstId, ...input }: Invoer) {
	const row = mustImport(actor, bijeenkomstId);
	mustHaveDay(row);
	mustBeOpen(row.id);
	const { tabel, indeling, dagdeelId, regels } = leesInvoer(actor, row, input);
	return {
		tekst: input.tekst,
		papier: input.papier,
		dagdeelId,
		kop: indeling.kop,
		kolommen: indeling.kolommen.map((kolom, at) => ({
			kolom,
			/** What stands there first, to recognise it by. */
			voorbeeld:
				tabel
					.map((rij) => rij[at] ?? '')
					.find(Boolean)
					?.slice(0, 40) ?? '',
		})),
		regels: regels.map((regel, nummer) => ({ ...regel, nummer })),
		zin: toonVoorbeeld(regels),
		erbij: telGebeurt(regels, 'erbij'),
		gewijzigd: telGebeurt(regels, 'wordt gewijzigd'),
	};
}
export type InvoerDetail = ReturnType<typeof detailInvoer>;

/** The form before anything was pasted. */
export function beginInvoer(actor: Actor, bijeenkomstId: string) {
	const row = mustImport(actor, bijeenkomstId);
	return {
		dagdelen: metDagdelen(row).map((deel) => ({
			value: deel.id!,
			label: `${toonDag(deel.dag)}, ${toonTijden(deel)}`,
		})),
		dagdeelId: dagdeelVan(row, null),
	};
}
