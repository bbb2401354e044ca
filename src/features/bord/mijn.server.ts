import { and, eq, inArray } from 'drizzle-orm';
import { isIn, type Actor } from '#access/actor.ts';
import { tryCode } from '#features/uitnodiging/poging.server.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { NotFound } from '#server/errors.ts';
import { forgetPages, purgeHistory } from '#sync/server/purge.ts';
import { sync } from '#sync/server/rooms.ts';
import { briefjesVan } from './briefje.rows.server.ts';
import { mijnDeelnemer, type DeelnemerRow } from './deelnemer.rows.server.ts';
import { bordNaam } from './document.ts';
import { haalVanTafel } from './document.server.ts';
import type { BordRow } from './find.server.ts';
import type { MijnWeg } from './gast.input.ts';
import { bordRow } from './rows.server.ts';
import { toonStand } from './stand.server.ts';
import { briefje, deelnemer } from './tables.server.ts';
import { wisOpPlenair } from './tafelborden.rows.server.ts';
import { terugHmac } from './terugcode.server.ts';

/** A name that says nothing, of who took everything back. */
const NAAMLOOS = 'Gast';

interface Gevonden {
	seat: DeelnemerRow;
	row: BordRow;
}

/** What a private code opens. Wrong ones count with all other codes. */
const vind = (code: string, address: string, mag: (mijn: Gevonden) => boolean = () => true) =>
	tryCode(address, (): Gevonden | undefined => {
		const seat = db()
			.select()
			.from(deelnemer)
			.where(eq(deelnemer.terugHmac, terugHmac(code)))
			.get();
		const row = seat && bordRow(seat.bordId);
		return row?.weggehaaldOp === null && mag({ seat: seat!, row })
			? { seat: seat!, row }
			: undefined;
	});

const eigen = (deelnemerId: string, bordId: string) =>
	briefjesVan(bordId, { deelnemerId, persoonId: null }).filter(({ tekst }) => tekst !== '');

/** What I wrote at that table, to read again; what I took back is not there any more. */
export async function findMijn(code: string, address: string) {
	const { seat, row } = await vind(code, address);
	return {
		titel: row.titel,
		naam: seat.naam,
		afgerond: row.afgerondOp !== null,
		briefjes: eigen(seat.id, row.id).map(({ id, tekst, fase, soort, gelegdOp, weggehaaldOp }) => ({
			id,
			tekst,
			fase,
			soort,
			/** Everybody at the table sees it. */
			open: gelegdOp !== null && weggehaaldOp === null,
		})),
	};
}

export type Mijn = Awaited<ReturnType<typeof findMijn>>;

/** The words go, not only from the table: nobody puts them back. Also when the bord is done. */
export async function withdrawMijn(
	{ code, id }: MijnWeg,
	address: string,
): Promise<{ aantal: number }> {
	const { seat, row } = await vind(code, address);
	const aantal = db().transaction(() => {
		const alle = eigen(seat.id, row.id);
		const weg = id === 'alles' ? alle : alle.filter((one) => one.id === id);
		if (weg.length === 0 && id !== 'alles') throw new NotFound();
		const ids = weg.map((one) => one.id);
		db()
			.update(briefje)
			.set({ tekst: '', weggehaaldOp: now(), weggehaaldDoor: 'zelf' })
			.where(inArray(briefje.id, ids))
			.run();
		if (id === 'alles')
			db().update(deelnemer).set({ naam: NAAMLOOS }).where(eq(deelnemer.id, seat.id)).run();
		toonStand(row.id, (doc) => haalVanTafel(doc, ids));
		wisOpPlenair(row, ids);
		return ids.length;
	});
	if (aantal > 0) forgetHistory(row.id);
	if (aantal > 0 && row.plenairId !== null) forgetHistory(row.plenairId);
	return { aantal };
}

/** What was on the table stands in what the document remembers. Whoever sits there now is not sent out for it. */
function forgetHistory(bordId: string) {
	const name = bordNaam(bordId);
	if (sync().rooms.get(name)?.connections.size) return;
	purgeHistory(name);
	forgetPages();
}

/** What a gast wrote becomes of somebody with an account, of the same werkplaats. The code ends. */
export async function claimDeelnemer(actor: Actor, { code }: { code: string }, address: string) {
	const { seat, row } = await vind(code, address, (mijn) => isIn(actor, mijn.row));
	if (actor.soort !== 'persoon') throw new NotFound();
	const { persoonId } = actor;
	return db().transaction(() => {
		const own = mijnDeelnemer(actor, row.id);
		// whoever was sent away as a gast is not sent away as a colleague; that phone stays out
		const terug = seat.verwijderdOp !== null && { verwijderdOp: null, gastHash: null };
		db()
			.update(deelnemer)
			.set({ terugHmac: null, ...(!own && { persoonId, ...terug }) })
			.where(eq(deelnemer.id, seat.id))
			.run();
		if (own)
			db()
				.update(briefje)
				.set({ deelnemerId: own.id })
				.where(and(eq(briefje.bordId, row.id), eq(briefje.deelnemerId, seat.id)))
				.run();
		return { bordId: row.id };
	});
}
