import { doorWie, type Actor } from '#access/actor.ts';
import { listAanwezigen } from '#features/presentie/aanwezig.read.server.ts';
import { docxOf } from '#features/uitvoer/docx.server.ts';
import type { Stuk } from '#features/uitvoer/export.server.ts';
import { htmlOf } from '#features/uitvoer/html.server.ts';
import { markdownOf } from '#features/uitvoer/markdown.server.ts';
import { pdfOf } from '#features/uitvoer/pdf.server.ts';
import type { ExportSoort } from '#features/verslag/export.ts';
import { findVerslag } from '#features/verslag/find.server.ts';
import { record } from '#server/audit.ts';
import { mustBeCalm } from '#server/calm.ts';
import { isPdfBusy } from '#server/pdf/pdf.ts';
import { stukOf } from './stuk.server.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const MAKE: Record<ExportSoort, (stuk: Stuk) => Promise<Uint8Array<ArrayBuffer>>> = {
	docx: docxOf,
	html: async (stuk) => utf8(htmlOf(stuk)),
	md: async (stuk) => utf8(markdownOf(stuk)),
	pdf: pdfOf,
};
const TYPES: Record<ExportSoort, string> = {
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	html: 'text/html; charset=utf-8',
	md: 'text/markdown; charset=utf-8',
	pdf: 'application/pdf',
};

/** Letters and digits: a name that every system can keep, and no path. */
const fileName = (titel: string, soort: ExportSoort) => {
	const plain = titel.normalize('NFKD').replace(/[^\p{L}\p{N}]+/gu, '-');
	const ascii = plain.replace(/[^\w-]/g, '').replace(/^-+|-+$/g, '');
	return `${ascii.slice(0, 80).toLowerCase() || 'verslag'}.${soort}`;
};

/** Whether who asks for this file now has to wait for those of others. */
export function hasToWait(actor: Actor, bijeenkomstId: string, soort: ExportSoort): boolean {
	findVerslag(actor, bijeenkomstId);
	return soort === 'pdf' && isPdfBusy();
}

interface Keuze {
	soort: ExportSoort;
	/** What is only proposed too. */
	voorstellen?: boolean;
	/** Who was there, by name, for who may take the list along. */
	namen?: boolean;
}

/** The verslag as a file, for who may read it. What leaves the program is written down. */
export async function exportVerslag(
	actor: Actor,
	bijeenkomstId: string,
	{ soort, voorstellen = false, namen: metNamen = false }: Keuze,
) {
	const { id, werkplaatsId } = findVerslag(actor, bijeenkomstId).row;
	const namen = metNamen ? listAanwezigen(actor, id) : [];
	mustBeCalm('exports', actor);
	const stuk = await stukOf(actor, id, { voorstellen, namen });
	const bytes = await MAKE[soort](stuk);
	const door = { actor: doorWie(actor) ?? 'systeem', object: `bijeenkomst:${id}`, werkplaatsId };
	record({ ...door, action: 'verslag.export' });
	if (namen.length > 0) record({ ...door, action: 'presentie.export' });
	return { bytes, type: TYPES[soort], naam: fileName(stuk.titel, soort) };
}
