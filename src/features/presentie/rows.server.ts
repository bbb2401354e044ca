import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Deel } from '#features/bijeenkomst/duur.ts';
import type { BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { verslagNaam } from '#features/verslag/document.ts';
import { now, today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { rowid } from '#server/db/rowid.ts';
import { Invalid } from '#server/errors.ts';
import { notifyDocument } from '#sync/server/notify.ts';
import { deelOp } from './geldig.ts';
import { presentiebevestiging, presentieregel, presentiespoor } from './tables.server.ts';

/** Lines of one list for the questions and changes of this feature, before any rule. */

export type RegelRow = typeof presentieregel.$inferSelect;

/** The day a line counts on: of its dagdeel, else of the bijeenkomst. */
export const dagOf = (row: BijeenkomstRow, deel: Deel | undefined): string =>
	deel?.dag ?? row.datum?.dag ?? today(row.createdAt);

/** The part that a line is of; a bijeenkomst without dagdelen is one part. */
export const deelOf = (delen: readonly Deel[], dagdeelId: string | null): Deel | undefined =>
	delen.find(({ id }) => id === dagdeelId);

/** Where somebody comes in who says to be here now. */
export const deelNu = (delen: readonly Deel[]): Deel | undefined => deelOp(delen, now());

/** In the order in which they came on the list. */
export const regelsOf = (bijeenkomstId: string): RegelRow[] =>
	db()
		.select()
		.from(presentieregel)
		.where(
			and(eq(presentieregel.bijeenkomstId, bijeenkomstId), isNull(presentieregel.weggehaaldOp)),
		)
		.orderBy(asc(presentieregel.createdAt), asc(rowid(presentieregel)))
		.all();

export const bevestigingOf = (bijeenkomstId: string) =>
	db()
		.select()
		.from(presentiebevestiging)
		.where(eq(presentiebevestiging.bijeenkomstId, bijeenkomstId))
		.get();

/** From the moment that somebody answers for the list there are only corrections. */
export function mustBeOpen(bijeenkomstId: string) {
	if (!bevestigingOf(bijeenkomstId)) return;
	throw new Invalid('De presentie is bevestigd. Klopt er iets niet? Schrijf een correctie.');
}

/** Whoever looks at the list or at the verslag asks again. */
export const meldPresentie = (bijeenkomstId: string) =>
	notifyDocument(verslagNaam(bijeenkomstId), 'presentie');

type Insert = typeof presentieregel.$inferInsert;
type NieuweRegel = Omit<
	Insert,
	'id' | 'createdAt' | 'weggehaaldOp' | 'weggehaaldDoor' | 'updatedAt'
>;

/** The same persoon in the same part, or the same phone of a guest. */
function bestaand(values: NieuweRegel): RegelRow | undefined {
	return regelsOf(values.bijeenkomstId).find((row) =>
		values.persoonId
			? row.persoonId === values.persoonId && row.dagdeelId === (values.dagdeelId ?? null)
			: Boolean(values.gastHash) && row.gastHash === values.gastHash,
	);
}

/**
 * Somebody comes on the list, once: own tap, the list and the code may all say it at the same
 * moment. Who was signed off and is there all the same, is there.
 */
export function addRegel(values: NieuweRegel): { id: string; nieuw: boolean } {
	mustBeOpen(values.bijeenkomstId);
	const made = db()
		.insert(presentieregel)
		.values({ updatedBy: values.door ?? null, ...values })
		.onConflictDoNothing()
		.returning({ id: presentieregel.id })
		.get();
	if (made) {
		meldPresentie(values.bijeenkomstId);
		return { ...made, nieuw: true };
	}
	const row = bestaand(values);
	if (!row) throw new Invalid('Deze regel is weggehaald. Kijk of die nog terug moet.');
	if (values.status === 'aanwezig')
		wijzigRegel(row, { status: 'aanwezig' }, { door: values.door ?? null });
	return { id: row.id, nieuw: false };
}

/** What may change on a line, and is kept in its trace. */
export type RegelVelden = Pick<
	RegelRow,
	| 'naam'
	| 'organisatieId'
	| 'organisatieNaam'
	| 'perspectief'
	| 'buitenRegio'
	| 'status'
	| 'van'
	| 'tot'
	| 'minutenHand'
>;

interface Waarom {
	door: string | null;
	reden?: string;
}

const alsTekst = (value: unknown) => (value === null || value === undefined ? '' : String(value));

/** Writes what differs, with a row of the trace for each field. Nothing happens when nothing does. */
export function wijzigRegel(
	row: RegelRow,
	values: Partial<RegelVelden>,
	{ door, reden = '' }: Waarom,
) {
	const velden = (Object.keys(values) as (keyof RegelVelden)[]).filter(
		(veld) => values[veld] !== undefined && values[veld] !== row[veld],
	);
	if (velden.length === 0) return;
	const set = Object.fromEntries(velden.map((veld) => [veld, values[veld]]));
	db()
		.update(presentieregel)
		.set({ ...set, updatedBy: door })
		.where(eq(presentieregel.id, row.id))
		.run();
	for (const veld of velden) {
		const [was, werd] = [alsTekst(row[veld]), alsTekst(values[veld])];
		db().insert(presentiespoor).values({ regelId: row.id, veld, was, werd, reden, door }).run();
	}
	meldPresentie(row.bijeenkomstId);
}
