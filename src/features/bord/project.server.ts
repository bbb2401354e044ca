import { and, eq, inArray } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Doc } from 'yjs';
import { persoon } from '#features/persoon/tables.server.ts';
import { db } from '#server/db/db.ts';
import type { AfspraakBeeld, BordBeeld } from './beeld.ts';
import { leesBord } from './document.ts';
import { dropPassages, projectPassages } from './passages.server.ts';
import { bordRow } from './rows.server.ts';
import {
	bordafspraak,
	bordgroep,
	bordherkomst,
	bordinzicht,
	bordplek,
} from './beeld.tables.server.ts';

type Waarden = Record<string, string | number | null>;
type Tabel = SQLiteTable & { bordId: SQLiteColumn };

const gelijk = (a: Waarden, b: Waarden) => Object.keys(a).every((key) => a[key] === b[key]);

/**
 * Makes the rows of a bord in one table these, and leaves what is so already: most changes of a bord
 * touch one of a few hundred. `sleutel` is what makes a row one, beside the bord.
 */
function zetRijen(
	tabel: Tabel,
	bordId: string,
	{ sleutel, rijen }: { sleutel: string[]; rijen: Waarden[] },
) {
	const columns = tabel as unknown as Record<string, SQLiteColumn>;
	const keyOf = (row: Waarden) => sleutel.map((name) => row[name]).join(' ');
	const where = (row: Waarden) =>
		and(eq(tabel.bordId, bordId), ...sleutel.map((name) => eq(columns[name]!, row[name])));
	const stored = db().select().from(tabel).where(eq(tabel.bordId, bordId)).all() as Waarden[];
	const wanted = new Map(rijen.map((row) => [keyOf(row), row]));
	const there = new Map(stored.map((row) => [keyOf(row), row]));
	for (const [key, row] of there) if (!wanted.has(key)) db().delete(tabel).where(where(row)).run();
	for (const [key, row] of wanted) {
		const was = there.get(key);
		if (!was)
			db()
				.insert(tabel)
				.values({ ...row, bordId })
				.run();
		else if (!gelijk(row, was)) db().update(tabel).set(row).where(where(row)).run();
	}
}

/** Of the people that are named, those that are in this werkplaats. */
function mensenVan(werkplaatsId: string, afspraken: readonly AfspraakBeeld[]): Set<string> {
	const ids = [...new Set(afspraken.map(({ wieId }) => wieId).filter(Boolean))];
	if (ids.length === 0) return new Set();
	const here = and(eq(persoon.werkplaatsId, werkplaatsId), inArray(persoon.id, ids));
	const found = db().select({ id: persoon.id }).from(persoon).where(here).all();
	return new Set(found.map(({ id }) => id));
}

function projectTafel(bordId: string, { groepen, los }: BordBeeld) {
	const id = ['id'];
	const rijen = groepen.map((groep, volgorde) => ({ id: groep.id, naam: groep.naam, volgorde }));
	zetRijen(bordgroep, bordId, { sleutel: id, rijen });
	const plekken = [{ id: null, briefjes: los }, ...groepen].flatMap((groep) =>
		groep.briefjes.map((briefje, volgorde) => ({
			briefjeId: briefje.id,
			groepId: groep.id,
			volgorde,
		})),
	);
	zetRijen(bordplek, bordId, { sleutel: ['briefjeId'], rijen: plekken });
}

function projectOogst(bordId: string, werkplaatsId: string, { inzichten, afspraken }: BordBeeld) {
	const sleutel = ['id'];
	const mensen = mensenVan(werkplaatsId, afspraken);
	zetRijen(bordinzicht, bordId, {
		sleutel,
		rijen: inzichten.map(({ id, soort, tekst, tegen }, volgorde) => ({
			id,
			soort,
			tekst,
			tegen,
			volgorde,
		})),
	});
	zetRijen(bordafspraak, bordId, {
		sleutel,
		rijen: afspraken.map(({ id, wat, wieId, wie, wanneer, effect }, volgorde) => ({
			id,
			wat,
			wieId: mensen.has(wieId) ? wieId : null,
			wie,
			wanneer,
			effect,
			volgorde,
		})),
	});
	zetRijen(bordherkomst, bordId, {
		sleutel: ['vanId', 'uitId'],
		rijen: [...inzichten, ...afspraken].flatMap(({ id, uit }) =>
			uit.map((uitId) => ({ vanId: id, uitId })),
		),
	});
}

/**
 * The plain rows of a bord, after a store and in its transaction: a picture of how it lies there.
 * Nothing a document can hold makes this throw: that would undo the store. Of a bord that is gone
 * nothing stays; one that was removed keeps its rows: who reads them asks the bord.
 */
export function projectBord(bordId: string, doc: Doc): void {
	const row = bordRow(bordId);
	if (!row) return dropPassages(bordId);
	const beeld = leesBord(doc);
	projectTafel(bordId, beeld);
	projectOogst(bordId, row.werkplaatsId, beeld);
	projectPassages(row, beeld);
}
