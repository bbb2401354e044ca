import type { Actor } from '#access/actor.ts';
import { mayReadRuimteVan } from '#access/bijeenkomst.ts';
import type { Feit } from '#features/bijeenkomst/feiten.ts';
import { factsOf, findBijeenkomst } from '#features/bijeenkomst/find.server.ts';
import { woordenlijst } from '#features/werkplaats/read.server.ts';
import { hoofdletter } from '#features/werkplaats/woordenlijst.ts';
import { AANLEIDINGEN } from './aanleiding.ts';
import { cafeRow } from './cafe.rows.server.ts';
import type { CafeInput } from './input.ts';

/** Null where it is not asked: this is no kenniscafé, and never was one. */
export function detailCafe(actor: Actor, id: string): CafeInput | null {
	const row = findBijeenkomst(actor, id);
	const cafe = cafeRow(id);
	if (row.soort !== 'open' && !cafe) return null;
	const { nummer = null, thema = '', aanleiding = null, toelichting = '' } = cafe ?? {};
	/** What somebody told of it is for who may enter. */
	const binnen = mayReadRuimteVan(actor, factsOf(row));
	return { nummer, thema, aanleiding, toelichting: binnen ? toelichting : '' };
}

/** What there is to tell of it, each with what it is. */
export function cafeFeiten(actor: Actor, id: string): Feit[] {
	const cafe = detailCafe(actor, id);
	if (!cafe) return [];
	const aanleiding =
		cafe.aanleiding && hoofdletter(AANLEIDINGEN[cafe.aanleiding](woordenlijst(actor)));
	const feiten: Feit[] = [
		['Nummer', String(cafe.nummer ?? '')],
		['Thema of hoofdstuk', cafe.thema],
		['Aanleiding', [aanleiding, cafe.toelichting].filter(Boolean).join('\n')],
	];
	return feiten.filter(([, wat]) => wat !== '');
}
