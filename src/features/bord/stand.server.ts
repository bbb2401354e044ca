import {
	and,
	count,
	countDistinct,
	eq,
	gt,
	inArray,
	isNotNull,
	isNull,
	sql,
	sum,
} from 'drizzle-orm';
import type { Doc } from 'yjs';
import { db } from '#server/db/db.ts';
import { prepared } from '#server/db/prepared.ts';
import { editDocument } from '#sync/server/edit.ts';
import type { Standbeeld } from './beeld.ts';
import { gekomenOp, sindsWanneer } from './deelnemer.rows.server.ts';
import { bordNaam } from './document.ts';
import { zetStand } from './document.server.ts';
import { bordRow, type BordRow } from './rows.server.ts';
import { bordstand, briefje, deelnemer, stip, stipnamens, stipronde } from './tables.server.ts';

export type StandRow = typeof bordstand.$inferSelect;

/** Asked at every briefje, dot and hand. */
const queries = prepared((db) => {
	const [bordId, fase, id] = [
		sql.placeholder('bordId'),
		sql.placeholder('fase'),
		sql.placeholder('id'),
	];
	const aanTafel = and(
		eq(deelnemer.bordId, bordId),
		isNull(deelnemer.verwijderdOp),
		isNull(deelnemer.vertrokkenOp),
		gt(gekomenOp, sql.placeholder('sinds')),
	);
	const alleIn = (table: typeof stip | typeof stipnamens) =>
		db
			.select({ n: sum(table.aantal).mapWith(Number) })
			.from(table)
			.where(eq(table.rondeId, id))
			.prepare();
	return {
		stand: db.select().from(bordstand).where(eq(bordstand.bordId, bordId)).prepare(),
		geschreven: db
			.select({ n: countDistinct(briefje.deelnemerId) })
			.from(briefje)
			.innerJoin(deelnemer, eq(deelnemer.id, briefje.deelnemerId))
			.where(
				and(
					eq(briefje.bordId, bordId),
					eq(briefje.fase, fase),
					isNull(briefje.weggehaaldOp),
					aanTafel,
				),
			)
			.prepare(),
		mensen: db
			.select({
				n: count(),
				klaar: sql<number>`count(*) filter (where ${deelnemer.klaarFase} = ${fase})`,
				handen: count(deelnemer.handOp),
			})
			.from(deelnemer)
			.where(aanTafel)
			.prepare(),
		opTafel: db
			.select({ id: briefje.id })
			.from(briefje)
			.where(
				and(
					eq(briefje.id, id),
					eq(briefje.bordId, bordId),
					isNotNull(briefje.gelegdOp),
					isNull(briefje.weggehaaldOp),
				),
			)
			.prepare(),
		ronde: db
			.select()
			.from(stipronde)
			.where(and(eq(stipronde.id, id), eq(stipronde.bordId, bordId)))
			.prepare(),
		gegeven: alleIn(stip),
		geteld: alleIn(stipnamens),
	};
});

/** As stored; every bord has one from its beginning. */
export const standOf = (bordId: string): StandRow => queries().stand.get({ bordId })!;

export function standenOf(bordIds: string[]): Map<string, StandRow> {
	const rows = db().select().from(bordstand).where(inArray(bordstand.bordId, bordIds)).all();
	return new Map(rows.map((row) => [row.bordId, row]));
}

const VRAAG = { delen: 'vraagDelen', duiden: 'vraagDuiden', doen: 'vraagDoen' } as const;

type Rondebeeld = Pick<Standbeeld, 'ronde' | 'rondeId' | 'budget' | 'geheim' | 'gegeven'>;
const GEEN_RONDE: Rondebeeld = { ronde: '', rondeId: '', budget: 3, geheim: true, gegeven: 0 };

/** Whatever they went to: a total that falls with a group would tell how many that had. */
const gegevenIn = (id: string): number =>
	(queries().gegeven.get({ id })?.n ?? 0) + (queries().geteld.get({ id })?.n ?? 0);

function rondeVan(bordId: string, id: string): Rondebeeld {
	const row = id === '' ? undefined : queries().ronde.get({ bordId, id });
	if (!row) return GEEN_RONDE;
	const staat = row.geslotenOp === null ? 'open' : 'dicht';
	return {
		ronde: row.uitslagOp === null ? staat : 'uitslag',
		rondeId: row.id,
		budget: row.budget,
		geheim: row.geheim,
		gegeven: gegevenIn(id),
	};
}

/** How it stands at the bord of which this is a table, or at itself. */
const rootVan = ({ id, plenairId }: BordRow): StandRow | undefined =>
	queries().stand.get({ bordId: plenairId ?? id });

/** At a table: of which round of changing tables it is now. */
export const tafelrondeVan = (row: BordRow): number =>
	row.plenairId === null ? 0 : (rootVan(row)?.tafelronde ?? 0);

/** Where everybody goes on, for who is not there. */
function naarVan({ id }: BordRow, samen: StandRow | undefined): BordRow | undefined {
	const row = samen?.naar && samen.naar !== id ? bordRow(samen.naar) : undefined;
	return row?.weggehaaldOp === null && row.afgerondOp === null ? row : undefined;
}

/** A gast knows no other bord than those that are open to a gast. */
const titelVoor = ({ gasten }: BordRow, naar: BordRow) =>
	gasten && !naar.gasten ? 'een bord van het team' : naar.titel;

/** How it stands by the rows: what everybody may know of them, and no more. */
export function standVan(row: BordRow): Standbeeld {
	const stand = standOf(row.id);
	const { fase, uitlicht } = stand;
	const bordId = row.id;
	const sinds = sindsWanneer().getTime();
	const mensen = queries().mensen.get({ bordId, fase, sinds })!;
	const samen = rootVan(row);
	const naar = naarVan(row, samen);
	const ligtEr = uitlicht !== '' && queries().opTafel.get({ bordId, id: uitlicht });
	return {
		soort: row.soort,
		fase,
		vraag: row[VRAAG[fase]],
		stil: stand.stil,
		slot: stand.slot,
		namen: row.namen,
		klokTot: stand.klokTot?.getTime() ?? null,
		klokRest: stand.klokRest,
		geschreven: queries().geschreven.get({ bordId, fase, sinds })!.n,
		deelnemers: mensen.n,
		klaar: mensen.klaar,
		handen: mensen.handen,
		uitlicht: ligtEr ? uitlicht : '',
		regie: stand.regieId ?? '',
		...rondeVan(bordId, stand.rondeId),
		klaarMet: row.afgerondOp === null ? '' : 'afgerond',
		naar: naar?.id ?? '',
		naarTitel: naar ? titelVoor(row, naar) : '',
		tafelronde: samen?.tafelronde ?? 0,
	};
}

/**
 * Puts on every screen how it stands now, in the transaction of what changed it, with what else the
 * server changes on the table at that moment. Of a bord that was removed nothing is shown; what is
 * taken back of it goes all the same.
 */
export function toonStand(bordId: string, erbij?: (doc: Doc) => void): void {
	const row = bordRow(bordId);
	if (!row || (row.weggehaaldOp !== null && !erbij)) return;
	const stand = standVan(row);
	const { werkplaatsId } = row;
	editDocument({ soort: 'systeem', werkplaatsId }, bordNaam(bordId), (doc) => {
		erbij?.(doc);
		zetStand(doc, stand);
	});
}
