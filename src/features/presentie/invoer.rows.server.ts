import type { Actor } from '#access/actor.ts';
import type { BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { delenOf } from '#features/bijeenkomst/rows.server.ts';
import { organisatieRows } from '#features/partner/rows.server.ts';
import { persoonRows } from '#features/persoon/rows.server.ts';
import { leesImport, type Bekend } from './import.ts';
import type { ImportInput } from './invoer.input.ts';
import { indelingVan, invoerrijen, type Indeling } from './invoer.kolommen.ts';
import { kandidatenVan } from './kandidaat.server.ts';
import { deelNu, regelsOf } from './rows.server.ts';
import { leesTabel } from './tabel.ts';

/** A list from elsewhere beside the list as it is, for its preview and for what then happens. */

/** Whom a row may be about: nobody learns from a list of addresses who is in the werkplaats. */
function bekendVan(actor: Actor, row: BijeenkomstRow, dagdeelId: string | null): Bekend {
	const mag = new Set(kandidatenVan(actor, row).map(({ id }) => id));
	return {
		personen: persoonRows(row.werkplaatsId).filter(({ id }) => mag.has(id)),
		organisaties: organisatieRows(row.werkplaatsId),
		lijst: regelsOf(row.id)
			.filter((regel) => regel.dagdeelId === dagdeelId)
			.map((regel) => ({ ...regel, regelId: regel.id, erbij: regel.status === 'aanwezig' })),
	};
}

export const metDagdelen = (row: BijeenkomstRow) => delenOf(row).filter(({ id }) => id !== null);

/** The part that the list is of; of more than one somebody has to say which. */
export function dagdeelVan(row: BijeenkomstRow, gekozen: string | null): string | null {
	const delen = metDagdelen(row);
	return (delen.find(({ id }) => id === gekozen) ?? deelNu(delen))?.id ?? null;
}

/** What was said of the columns holds as long as there are as many of them. */
function indelingOf(rijen: string[][], { kolommen, kop }: ImportInput): Indeling {
	const gezien = indelingVan(rijen);
	return kolommen.length === gezien.kolommen.length ? { kolommen, kop } : gezien;
}

export function leesInvoer(actor: Actor, row: BijeenkomstRow, input: ImportInput) {
	const tabel = leesTabel(input.tekst);
	const indeling = indelingOf(tabel, input);
	const dagdeelId = dagdeelVan(row, input.dagdeelId);
	const bekend = { ...bekendVan(actor, row, dagdeelId), gekozen: input.kies };
	const regels = leesImport(invoerrijen(tabel, indeling), bekend);
	return { tabel, indeling, dagdeelId, regels };
}
