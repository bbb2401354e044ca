import { and, eq, inArray } from 'drizzle-orm';
import { isIn, type Actor } from '#access/actor.ts';
import { mayReadBord } from '#access/bord.ts';
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
import { factsOfBord, type BordRow } from './find.server.ts';
import type { MijnWeg } from './gast.input.ts';
import { NAAMLOOS } from './gast.naam.ts';
import { redenenDoor, wisRedenen } from './reden.rows.server.ts';
import { bordRow } from './rows.server.ts';
import { toonStand } from './stand.server.ts';
import { briefje, deelnemer } from './tables.server.ts';
import { wisOpPlenair } from './tafelborden.rows.server.ts';
import { terugHmac } from './terugcode.server.ts';

interface Gevonden {
	seat: DeelnemerRow;
	row: BordRow;
}

const CODE_FOUT = 'Deze code kennen we niet. Kijk nog eens goed naar de letters en cijfers.';

/**
 * What a private code opens. Wrong ones count with all other codes. Also of a bord that was removed:
 * it can be put back, so whoever wrote there can still take the words away.
 */
const vind = (code: string, address: string, mag: (mijn: Gevonden) => boolean = () => true) =>
	tryCode(
		address,
		(): Gevonden | undefined => {
			const seat = db()
				.select()
				.from(deelnemer)
				.where(eq(deelnemer.terugHmac, terugHmac(code)))
				.get();
			const row = seat && bordRow(seat.bordId);
			return row && mag({ seat: seat!, row }) ? { seat: seat!, row } : undefined;
		},
		CODE_FOUT,
	);

const eigen = (deelnemerId: string, bordId: string) =>
	briefjesVan(bordId, { deelnemerId, persoonId: null }).filter(({ tekst }) => tekst !== '');

/** What I wrote at that table, to read again; what I took back is not there any more. */
export async function findMijn(code: string, address: string) {
	const { seat, row } = await vind(code, address);
	return {
		titel: row.titel,
		naam: seat.naam,
		/** The bord itself was removed: nobody sees it, and it is kept. */
		weg: row.weggehaaldOp !== null,
		/** Why I chose a story. */
		redenen: redenenDoor(seat.id),
		briefjes: eigen(seat.id, row.id).map(({ id, tekst, fase, gelegdOp, weggehaaldOp }) => ({
			id,
			tekst,
			fase,
			/** Everybody at the table sees it. */
			open: row.weggehaaldOp === null && gelegdOp !== null && weggehaaldOp === null,
		})),
	};
}

export type Mijn = Awaited<ReturnType<typeof findMijn>>;

/**
 * The words go, not only from the table: nobody puts them back. Also when the bord is done. With the
 * last of them goes the name.
 */
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
		const isAlles = weg.length === alle.length;
		db()
			.update(deelnemer)
			.set({ teruggenomenOp: now(), ...(isAlles && { naam: NAAMLOOS }) })
			.where(eq(deelnemer.id, seat.id))
			.run();
		if (isAlles) wisRedenen(row.id, seat.id);
		toonStand(row.id, (doc) => haalVanTafel(doc, ids));
		wisOpPlenair(row, ids);
		return ids.length;
	});
	forgetHistory(row.id);
	if (row.plenairId !== null) forgetHistory(row.plenairId);
	return { aantal };
}

/**
 * What was on the table stands in what the document remembers. Whoever sits there now is not sent
 * out for it: then it goes at night.
 */
function forgetHistory(bordId: string) {
	const name = bordNaam(bordId);
	if (sync().rooms.get(name)?.connections.size) return;
	purgeHistory(name);
	forgetPages();
}

/**
 * What a gast wrote becomes of somebody with an account, of the same werkplaats. The code ends. With
 * the bord, if that is theirs to read.
 */
export async function claimDeelnemer(actor: Actor, { code }: { code: string }, address: string) {
	const mag = ({ row }: Gevonden) => row.weggehaaldOp === null && isIn(actor, row);
	const { seat, row } = await vind(code, address, mag);
	if (actor.soort !== 'persoon') throw new NotFound();
	const { persoonId } = actor;
	return db().transaction(() => {
		const own = mijnDeelnemer(actor, row.id);
		// whoever was sent away as a gast is not sent away as a colleague; that phone is out
		db()
			.update(deelnemer)
			.set({ terugHmac: null, gastHash: null, ...(!own && { persoonId, verwijderdOp: null }) })
			.where(eq(deelnemer.id, seat.id))
			.run();
		if (own)
			db()
				.update(briefje)
				.set({ deelnemerId: own.id })
				.where(and(eq(briefje.bordId, row.id), eq(briefje.deelnemerId, seat.id)))
				.run();
		return { bordId: mayReadBord(actor, factsOfBord(row)) ? row.id : undefined };
	});
}
