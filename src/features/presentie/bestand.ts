import { zipEntries } from '#features/schrijfblad/import-zip.ts';

/** A list from a file as text, read in the browser: the file itself goes nowhere. */

const ONLEESBAAR =
	'Dit bestand kunnen we niet lezen. Kies een bestand dat eindigt op .csv of .xlsx, of plak de rijen hier.';
export const TE_GROOT =
	'Dit bestand is te groot voor een presentielijst. Kopieer de rijen en plak ze hier.';
const MOST = 2_000_000;
/** What is larger when it is unpacked would be unpacked in a worker, which our pages do not allow. */
const MOST_ENTRY = 300_000;

export type Gelezen = { tekst: string } | { fout: string };

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

const twee = (n: number) => String(n).padStart(2, '0');
const klok = (minuten: number) => `${twee(Math.floor(minuten / 60) % 24)}.${twee(minuten % 60)}`;

/** A spreadsheet keeps a time as a part of a day. */
function celTekst(cel: unknown): string {
	if (cel === null || cel === undefined) return '';
	if (typeof cel === 'number' && cel > 0 && cel < 1) return klok(Math.round(cel * 1440));
	if (!(cel instanceof Date)) return String(cel);
	return cel.getUTCFullYear() < 1901
		? klok(cel.getUTCHours() * 60 + cel.getUTCMinutes())
		: cel.toISOString().slice(0, 10);
}

const inTabel = (tekst: string) =>
	/[\t\n",;]/.test(tekst) ? `"${tekst.replaceAll('"', '""')}"` : tekst;

async function leesXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<Gelezen> {
	const entries = zipEntries(bytes);
	if (!entries?.some(({ name }) => name === 'xl/workbook.xml')) return { fout: ONLEESBAAR };
	if (entries.some(({ unpacked }) => unpacked > MOST_ENTRY)) return { fout: TE_GROOT };
	const { readSheet } = await import('read-excel-file/universal');
	const rijen = await readSheet(new Blob([bytes]));
	const regels = rijen.map((rij) => rij.map((cel) => inTabel(celTekst(cel))).join('\t'));
	return { tekst: regels.join('\n') };
}

/** As it was saved: by us in UTF-8, by an older spreadsheet in the letters of Windows. */
function leesTekst(bytes: Uint8Array): Gelezen {
	if (bytes.includes(0)) return { fout: ONLEESBAAR };
	try {
		return { tekst: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
	} catch {
		return { tekst: new TextDecoder('windows-1252').decode(bytes) };
	}
}

export async function leesBestand(bestand: Blob): Promise<Gelezen> {
	if (bestand.size > MOST) return { fout: TE_GROOT };
	const bytes = new Uint8Array(await bestand.arrayBuffer());
	try {
		return isZip(bytes) ? await leesXlsx(bytes) : leesTekst(bytes);
	} catch {
		return { fout: ONLEESBAAR };
	}
}
