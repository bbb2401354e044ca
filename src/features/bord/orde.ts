import { tussen } from '#ui/volgorde.ts';

/** Longer is written by nobody: a row that comes near is numbered anew. */
export const MAX_ORDE = 200;
const ORDE = /^[a-z]*[b-z]$/;
const PLEK = /^((?:[a-z2-7]{20})?):([a-z]+)$/;

/** No key ends in an `a`: nothing would fit before it. */
export const isOrde = (value: unknown): value is string =>
	typeof value === 'string' && value.length <= MAX_ORDE && ORDE.test(value);

export interface Plek {
	/** Empty: loose. */
	groepId: string;
	orde: string;
}

/** Where a briefje lies is one value, so that of two who move it one wins, and never half of each. */
export const schrijfPlek = ({ groepId, orde }: Plek): string => `${groepId}:${orde}`;

export function leesPlek(value: unknown): Plek | undefined {
	const [, groepId = '', orde] = (typeof value === 'string' && PLEK.exec(value)) || [];
	return isOrde(orde) ? { groepId, orde } : undefined;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const MOST = 26 ** 4 - 1;

/** The place of what nobody moved: by number, with room on both sides. */
export function ordeVan(nr: number): string {
	let left = Math.min(Math.max(0, Math.trunc(nr) || 0), MOST);
	let letters = '';
	for (let n = 0; n < 4; n++, left = Math.floor(left / 26)) letters = LETTERS[left % 26]! + letters;
	return `n${letters}n`;
}

/** Of two that stand on one key, the same goes first everywhere. */
export const naOrde = (a: { orde: string; id: string }, b: { orde: string; id: string }): number =>
	compare(a.orde, b.orde) || compare(a.id, b.id);

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Two letters by who moves: two people rarely choose the same key for the same place. */
export const toets = (client: number): string =>
	LETTERS[1 + (client % 12)]! + LETTERS[1 + (Math.floor(client / 12) % 12)]!;

/** Between two keys, with the letters of who moves behind it where that still fits. */
function sleutel(voor: string | null, na: string | null, eigen: string): string {
	let kaal = tussen(voor, na);
	for (let times = 0; times < 3; times++) {
		const orde = kaal + eigen;
		if (na === null || orde < na) return orde;
		kaal = tussen(kaal, na);
	}
	return kaal;
}

interface Nieuw {
	/** From this place in the row, with the new ones in it … */
	van: number;
	/** … these are the keys. */
	ordes: string[];
}

/**
 * Keys for so many new ones at a place in a row. Those after it that stand on one key with the one
 * before it move along, for nothing fits between them.
 */
export function ordesOp(
	rij: readonly string[],
	{ index, aantal }: { index: number; aantal: number },
	eigen: string,
): Nieuw {
	const voor = rij[index - 1] ?? null;
	let eind = index;
	while (voor !== null && eind < rij.length && rij[eind]! <= voor) eind++;
	const na = rij[eind] ?? null;
	const ordes: string[] = [];
	for (let n = aantal + eind - index; n > 0; n--)
		ordes.push(sleutel(ordes.at(-1) ?? voor, na, eigen));
	if (ordes.every((orde) => orde.length <= MAX_ORDE)) return { van: index, ordes };
	return { van: 0, ordes: Array.from({ length: rij.length + aantal }, (_, n) => ordeVan(n)) };
}
