import { asc, eq } from 'drizzle-orm';
import type * as Y from 'yjs';
import { db } from '#server/db/db.ts';
import {
	bordafspraak,
	bordgroep,
	bordherkomst,
	bordinzicht,
	bordplek,
} from './beeld.tables.server.ts';
import { leesBord } from './document.ts';

/** The rows as a bord would be read from them. */
export function rijenVan(bordId: string) {
	const groepen = db()
		.select({ id: bordgroep.id, naam: bordgroep.naam })
		.from(bordgroep)
		.where(eq(bordgroep.bordId, bordId))
		.orderBy(asc(bordgroep.volgorde))
		.all();
	const plekken = db()
		.select()
		.from(bordplek)
		.where(eq(bordplek.bordId, bordId))
		.orderBy(asc(bordplek.volgorde))
		.all();
	const in_ = (groepId: string | null) =>
		plekken.filter((plek) => plek.groepId === groepId).map((plek) => plek.briefjeId);
	const herkomst = db().select().from(bordherkomst).where(eq(bordherkomst.bordId, bordId)).all();
	const uit = (id: string) =>
		herkomst
			.filter(({ vanId }) => vanId === id)
			.map(({ uitId }) => uitId)
			.toSorted();
	return {
		los: in_(null),
		groepen: groepen.map(({ id, naam }) => ({ id, naam, briefjes: in_(id) })),
		inzichten: db()
			.select()
			.from(bordinzicht)
			.where(eq(bordinzicht.bordId, bordId))
			.orderBy(asc(bordinzicht.volgorde))
			.all()
			.map(({ id, soort, tekst, tegen }) => ({ id, soort, tekst, tegen, uit: uit(id) })),
		afspraken: db()
			.select()
			.from(bordafspraak)
			.where(eq(bordafspraak.bordId, bordId))
			.orderBy(asc(bordafspraak.volgorde))
			.all()
			.map(({ id, wat, wie, effect }) => ({ id, wat, wie, effect, uit: uit(id) })),
	};
}

/** The same of the document. */
export function alsRijen(doc: Y.Doc) {
	const { los, groepen, inzichten, afspraken } = leesBord(doc);
	const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id);
	return {
		los: ids(los),
		groepen: groepen.map(({ id, naam, briefjes }) => ({ id, naam, briefjes: ids(briefjes) })),
		inzichten: inzichten.map(({ id, soort, tekst, tegen, uit }) => ({
			id,
			soort,
			tekst,
			tegen,
			uit: uit.toSorted(),
		})),
		afspraken: afspraken.map(({ id, wat, wie, effect, uit }) => ({
			id,
			wat,
			wie,
			effect,
			uit: uit.toSorted(),
		})),
	};
}
