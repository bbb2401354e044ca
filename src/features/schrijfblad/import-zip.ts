/** What a file is that comes in, judged before anything unpacks it. Pure, on its bytes. */

export const MAX_PACKED = 20 * 1_048_576;
const MAX_UNPACKED = 200 * 1_048_576;
const MAX_RATIO = 100;
/** Of a small text a large part repeats: the ratio counts from here. */
const SMALL = 1_048_576;
const MAX_ENTRIES = 2000;

export const TE_GROOT = 'Dit bestand is te groot. Het mag hoogstens 20 MB zijn.';
export const ANDERS =
	'Dit is geen Word- of Markdown-bestand. Kies een bestand dat eindigt op .docx of .md.';
export const STUK = 'Dit Word-bestand is niet te lezen. Bewaar het in Word opnieuw als .docx.';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
/** Behind the end at most a comment of this many bytes. */
const MAX_COMMENT = 65_535;

interface Entry {
	name: string;
	packed: number;
	unpacked: number;
}

/** The list at the end of a zip; undefined when this is none, or says something impossible. */
export function zipEntries(bytes: Uint8Array): Entry[] | undefined {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = findEnd(view);
	if (end === undefined) return undefined;
	const count = view.getUint16(end + 10, true);
	let at = view.getUint32(end + 16, true);
	const entries: Entry[] = [];
	for (let n = 0; n < count; n++) {
		if (at + ENTRY_SIZE > view.byteLength || view.getUint32(at, true) !== ENTRY) return undefined;
		const length = view.getUint16(at + 28, true);
		const name = bytes.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + length);
		entries.push({
			name: new TextDecoder().decode(name),
			packed: view.getUint32(at + 20, true),
			unpacked: view.getUint32(at + 24, true),
		});
		at += ENTRY_SIZE + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
	return entries;
}

function findEnd(view: DataView): number | undefined {
	const first = Math.max(0, view.byteLength - END_SIZE - MAX_COMMENT);
	for (let at = view.byteLength - END_SIZE; at >= first; at--)
		if (view.getUint32(at, true) === END) return at;
	return undefined;
}

const isOutside = (name: string) =>
	name.startsWith('/') || name.includes('\\') || name.split('/').includes('..');

/** A sentence that says why a Word file is not taken; undefined when it can be read. */
export function refuseDocx(bytes: Uint8Array): string | undefined {
	if (bytes.byteLength > MAX_PACKED) return TE_GROOT;
	const entries = zipEntries(bytes);
	if (!entries) return ANDERS;
	const names = new Set(entries.map(({ name }) => name));
	if (!names.has('word/document.xml') || !names.has('[Content_Types].xml')) return ANDERS;
	const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
	const tooMuch =
		entries.length > MAX_ENTRIES ||
		unpacked > MAX_UNPACKED ||
		(unpacked > SMALL && unpacked > bytes.byteLength * MAX_RATIO);
	return tooMuch || entries.some(({ name }) => isOutside(name)) ? STUK : undefined;
}

/** The same for Markdown, which is any text: but not a file that is something else. */
export function refuseMarkdown(bytes: Uint8Array): string | undefined {
	if (bytes.byteLength > MAX_PACKED) return TE_GROOT;
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return text.includes('\0') ? ANDERS : undefined;
	} catch {
		return ANDERS;
	}
}
