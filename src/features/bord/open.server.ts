import { and, desc, eq, isNull } from 'drizzle-orm';
import { NIEMAND, type Actor, type GastActor, type NiemandActor } from '#access/actor.ts';
import { mayStip } from '#access/bord.ts';
import { findCode, type Bezoeker } from '#features/presentie/open.server.ts';
import { db } from '#server/db/db.ts';
import { hashToken } from '#server/session/token.ts';
import { codeByToken, isOver, liveCodeByCijfers, padVan } from './code.rows.server.ts';
import {
	deelnemerRow,
	mijnDeelnemer,
	zitErNu,
	type DeelnemerRow,
} from './deelnemer.rows.server.ts';
import { factsOfBord, type BordRow } from './find.server.ts';
import { bordRow, teamVan } from './rows.server.ts';
import { bord, bordBijeenkomst, deelnemer } from './tables.server.ts';

/** Guests come to it now. */
const isOpen = (row: BordRow | undefined): row is BordRow =>
	row?.weggehaaldOp === null && row.afgerondOp === null && row.gasten;

/** Of one phone at one table. */
export const gastHashVan = (gast: string, bordId: string) => hashToken(`${gast} ${bordId}`);

/** The seat of this phone, also of who was sent away. */
export const gastRij = (gast: string, bordId: string): DeelnemerRow | undefined =>
	gast
		? db()
				.select()
				.from(deelnemer)
				.where(eq(deelnemer.gastHash, gastHashVan(gast, bordId)))
				.get()
		: undefined;

/**
 * For twelve hours after they came in. Also when its code is over or the bord is done: what they may
 * then is for the rules to say.
 */
function houdtPlek(seat: DeelnemerRow | undefined): seat is DeelnemerRow {
	const row = seat && zitErNu(seat) ? bordRow(seat.bordId) : undefined;
	return row?.weggehaaldOp === null && row.gasten;
}

/** Who holds this cookie at this table. */
export function gastVan(gast: string, bordId: string): GastActor | NiemandActor {
	const seat = gastRij(gast, bordId);
	return houdtPlek(seat) ? { soort: 'gast', bordId, deelnemerId: seat.id } : NIEMAND;
}

/** May this gast still be there? For who is asked again while the line is open. */
export const isNogGast = ({ bordId, deelnemerId }: GastActor): boolean =>
	houdtPlek(deelnemerRow(bordId, deelnemerId));

/** As whom somebody acts here: with a seat of one's own, else as the gast of this phone. */
export function actorAan({ actor, gast }: Bezoeker, bordId: string): Actor {
	const row = bordRow(bordId);
	if (!row || mayStip(actor, { ...factsOfBord(row), afgerond: false })) return actor;
	const asGast = gastVan(gast, bordId);
	return asGast.soort === 'gast' ? asGast : actor;
}

/** The address of what eight digits open, of a list in the room or of a bord. */
export const findSchermcode = (typed: string, address: string): Promise<string> =>
	findCode(typed, address, (cijfers) => {
		const code = liveCodeByCijfers(cijfers);
		return code && isOpen(bordRow(code.bordId)) ? padVan(code) : undefined;
	});

/** The bord that a link opens; nothing when it is wrong, expired, replaced or closed. */
export function bordVanLink(token: string): BordRow | undefined {
	const code = codeByToken(token);
	const row = code && !isOver(code) ? bordRow(code.bordId) : undefined;
	return isOpen(row) ? row : undefined;
}

/** Also of a code that is over, for who sits there already. */
function bordMetPlek(token: string, bezoeker: Bezoeker): BordRow | undefined {
	const code = codeByToken(token);
	const row = code && bordRow(code.bordId);
	if (!row || row.weggehaaldOp !== null) return undefined;
	return mijnDeelnemer(actorAan(bezoeker, row.id), row.id) ? row : undefined;
}

/** What the page of a code shows: the question, the team, and nobody but who asks. It changes nothing. */
export function openTafel(token: string, bezoeker: Bezoeker) {
	const row = bordMetPlek(token, bezoeker) ?? bordVanLink(token);
	if (!row) return { staat: 'dicht' as const };
	const actor = actorAan(bezoeker, row.id);
	const mine = mijnDeelnemer(actor, row.id);
	const { naam, kleed } = teamVan(row);
	return {
		/** Who sits there already goes straight on. */
		staat: mine ? ('binnen' as const) : ('open' as const),
		bordId: row.id,
		titel: row.titel,
		team: { naam, kleed },
		/** Shown before anybody writes. */
		namen: row.namen,
		ik: mine ? { naam: mine.naam, perspectief: mine.perspectief } : null,
		/** Somebody with an account is not asked for a name. */
		zelf: actor.soort === 'persoon' && mayStip(actor, factsOfBord(row)),
	};
}
export type OpenTafel = Exclude<ReturnType<typeof openTafel>, { staat: 'dicht' }>;

/** The bord at which guests of this bijeenkomst go on now; of tables in a wereldcafé the one of all. */
export const bordBij = (bijeenkomstId: string): { bordId: string; titel: string } | undefined =>
	db()
		.select({ bordId: bord.id, titel: bord.titel })
		.from(bordBijeenkomst)
		.innerJoin(bord, eq(bord.id, bordBijeenkomst.bordId))
		.where(
			and(
				eq(bordBijeenkomst.bijeenkomstId, bijeenkomstId),
				isNull(bord.weggehaaldOp),
				isNull(bord.afgerondOp),
				isNull(bord.plenairId),
				eq(bord.gasten, true),
			),
		)
		.orderBy(desc(bord.createdAt))
		.get();
