import { createHash } from 'node:crypto';
import type { TekstNode } from '#features/tekst/node.ts';
import { readDocument } from '#sync/server/edit.ts';
import { DocumentDamaged } from '#sync/server/load.ts';
import { toPlain, verslagNaam } from './document.ts';
import { vaststellingOf } from './find.server.ts';

/** What everyone sees now in the live document. */
export const liveTekst = (bijeenkomstId: string): TekstNode =>
	readDocument(verslagNaam(bijeenkomstId), toPlain);

/** What reads the live text; undefined when that is damaged, and only its versies can be read. */
export function tenzijStuk<T>(read: () => T): T | undefined {
	try {
		return read();
	} catch (error) {
		if (error instanceof DocumentDamaged) return undefined;
		throw error;
	}
}

export const isStuk = (bijeenkomstId: string): boolean =>
	tenzijStuk(() => tekstNu(bijeenkomstId)) === undefined;

/** The text as it counts: what was vastgesteld, or else the live one. */
export const tekstNu = (bijeenkomstId: string): TekstNode =>
	vaststellingOf(bijeenkomstId)?.inhoud ?? liveTekst(bijeenkomstId);

/** The same text gives the same JSON, in whatever order its attributes were written. */
export const canoniek = (tekst: TekstNode): string =>
	JSON.stringify(tekst, (_key, value: unknown) =>
		typeof value === 'object' && value !== null && !Array.isArray(value)
			? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
			: value,
	);

export const hashVan = (tekst: TekstNode): string =>
	createHash('sha256').update(canoniek(tekst)).digest('hex');
