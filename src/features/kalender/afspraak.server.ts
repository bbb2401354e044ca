import { and, inArray, isNull } from 'drizzle-orm';
import { delenVan, type Deel } from '#features/bijeenkomst/duur.ts';
import type { BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { delenOf } from '#features/bijeenkomst/rows.server.ts';
import { afzegging, dagdeel } from '#features/bijeenkomst/tables.server.ts';
import { isEenDag } from '#features/datum/schrijfdatum.ts';
import { now } from '#server/clock.ts';
import { config } from '#server/config.ts';
import { db } from '#server/db/db.ts';
import { calendarFile, type IcsItem } from './ics.ts';

/** Only stretches and whole days that are known for sure: a day we took it to be is no appointment. */
function zekereDelen({ datum }: BijeenkomstRow, delen: Deel[]) {
	if (delen.length > 0) return delen;
	return datum && !datum.aangenomen ? { eerste: datum.eerste, laatste: datum.laatste } : undefined;
}

/** Its day is sure enough to stand in a calendar. */
export const isAfspraak = (row: BijeenkomstRow) => zekereDelen(row, delenOf(row)) !== undefined;

/** Who knows when it begins and not when it ends has a whole day; then it says so in words. */
const beginOf = ({ datum, begin, eind }: BijeenkomstRow) =>
	isEenDag(datum) && begin && !eind ? `Begint om ${begin} uur.` : '';

const laatst = (...moments: (Date | undefined)[]) =>
	new Date(Math.max(...moments.map((at) => at?.getTime() ?? 0)));

interface Erbij {
	/** Where more of it stands. */
	url?: string;
	/** Beside when and where: who comes together. */
	tekst?: string;
	/** Other than among ourselves, for who may not read those. */
	titel?: string;
	plaats?: string;
}

/** These bijeenkomsten as appointments; what has no sure day is left out. */
export function afsprakenVan(
	rows: readonly BijeenkomstRow[],
	erbij: (row: BijeenkomstRow) => Erbij = () => ({}),
): IcsItem[] {
	const ids = rows.map(({ id }) => id);
	const dagdelen = db().select().from(dagdeel).where(inArray(dagdeel.bijeenkomstId, ids)).all();
	const open = and(inArray(afzegging.bijeenkomstId, ids), isNull(afzegging.ingetrokkenOp));
	const afgezegd = db().select().from(afzegging).where(open).all();
	return rows.flatMap((row) => {
		const isVan = ({ bijeenkomstId }: { bijeenkomstId: string }) => bijeenkomstId === row.id;
		const delen = zekereDelen(row, delenVan(row, dagdelen.filter(isVan)));
		if (!delen) return [];
		const weg = afgezegd.find(isVan);
		const { url = `${config().origin}/bijeenkomsten/${row.id}`, tekst = '', ...naar } = erbij(row);
		const { titel, plaats } = { ...row, ...naar };
		return [
			{
				id: row.id,
				volgnummer: row.volgnummer,
				titel: weg ? `Gaat niet door: ${titel}` : titel,
				delen,
				plaats,
				tekst: [beginOf(row), tekst].filter(Boolean).join('\n'),
				url,
				afgezegd: weg !== undefined,
				gewijzigd: laatst(row.updatedAt, weg?.createdAt),
			},
		];
	});
}

const host = () => new URL(config().origin).hostname;

/**
 * The same text as long as nothing changed: its stamp is that of the last change. Who asks again
 * hears that there is nothing new.
 */
export function kalenderVan(items: readonly IcsItem[], naam: string): string {
	const stempel = laatst(...items.map(({ gewijzigd }) => gewijzigd));
	return calendarFile(items, { method: 'PUBLISH', naam, stempel, host: host() });
}

/** The file of one bijeenkomst; nothing as long as its day is not sure. */
export function afspraakBestand(row: BijeenkomstRow, erbij: Erbij) {
	const [item] = afsprakenVan([row], () => erbij);
	if (!item) return undefined;
	const method = item.afgezegd ? 'CANCEL' : 'PUBLISH';
	const text = calendarFile([item], { method, naam: '', stempel: now(), host: host() });
	return { name: 'bijeenkomst.ics', type: `text/calendar; charset=utf-8; method=${method}`, text };
}
