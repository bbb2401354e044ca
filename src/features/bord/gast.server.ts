import { and, count, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import { mayStip } from '#access/bord.ts';
import type { Perspectief } from '#access/actor.ts';
import { GEEN_NAAM } from '#features/presentie/gast.input.ts';
import { mijnRegel, toegangVan, type Bezoeker } from '#features/presentie/open.server.ts';
import { CODE_FOUT } from '#features/uitnodiging/poging.server.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { Invalid, TooMany } from '#server/errors.ts';
import { newId } from '#server/id.ts';
import { limit, rateLimit } from '#server/limits.ts';
import { newToken } from '#server/session/token.ts';
import { mijnDeelnemer, mustSit, sindsWanneer } from './deelnemer.rows.server.ts';
import { factsOfBord, type BordRow } from './find.server.ts';
import type { GastInput } from './gast.input.ts';
import { actorAan, bordBij, bordVanLink, gastHashVan, gastRij, gastVan } from './open.server.ts';
import { leegZetel, verderVan } from './reeks.rows.server.ts';
import { bordRow } from './rows.server.ts';
import { toonStand } from './stand.server.ts';
import { deelnemer } from './tables.server.ts';
import { terugcodeVan, terugHmac } from './terugcode.server.ts';

const VOL = 'De sessie is vol.';
/** How it came about is not said: it may be the phone of somebody else. */
const WEG = 'Je kunt hier nu niet meedoen. Vraag de begeleider.';

/** Where it comes from: one room is often one address. */
type Komt = Bezoeker & { address: string };
interface Aangeschoven {
	bordId: string;
	deelnemerId: string;
}

/** Of today: a bord over three bijeenkomsten is not full of who came to the first. */
function mustHaveRoom(bordId: string) {
	const { gasten } = db()
		.select({ gasten: count() })
		.from(deelnemer)
		.where(
			and(
				eq(deelnemer.bordId, bordId),
				isNotNull(deelnemer.gastHash),
				isNull(deelnemer.verwijderdOp),
				isNull(deelnemer.vertrokkenOp),
				gt(deelnemer.gezienOp, sindsWanneer()),
			),
		)
		.get()!;
	if (gasten >= limit('bordGasten')) throw new Invalid(VOL);
}

interface Gast {
	naam: string;
	perspectief: Perspectief;
}

/** One seat per phone: who sends the form twice, or comes again, sits there once. */
function addGast(bordId: string, wie: Gast, gast: string): string {
	const seat = gastRij(gast, bordId);
	if (seat && seat.verwijderdOp !== null) throw new Invalid(WEG);
	if (seat) {
		db()
			.update(deelnemer)
			.set({ ...wie, gezienOp: now(), vertrokkenOp: null })
			.where(eq(deelnemer.id, seat.id))
			.run();
		return seat.id;
	}
	mustHaveRoom(bordId);
	const id = newId();
	// two who have no cookie are not one phone
	const gastHash = gastHashVan(gast || newToken(), bordId);
	const terug = terugHmac(terugcodeVan(id));
	db()
		.insert(deelnemer)
		.values({ id, bordId, ...wie, gastHash, terugHmac: terug, gezienOp: now() })
		.run();
	return id;
}

function sit(row: BordRow, { actor, gast }: Komt, wie: () => Gast): Aangeschoven {
	const eigen = mayStip(actor, factsOfBord(row));
	const deelnemerId = eigen ? mustSit(actor, row).id : addGast(row.id, wie(), gast);
	toonStand(row.id);
	return { bordId: row.id, deelnemerId };
}

function mustNotHurry(address: string) {
	const rate = rateLimit('gastJoins', address);
	if (!rate.allowed) throw new TooMany(rate.retryAfter);
}

/** To the table, by its link; the digits lead to that. */
export function joinBord(token: string, input: GastInput, bezoeker: Komt): Aangeschoven {
	mustNotHurry(bezoeker.address);
	return db().transaction(() => {
		const row = bordVanLink(token);
		if (!row) throw new Invalid(CODE_FOUT);
		const { naam, perspectief } = input;
		return sit(row, bezoeker, () => {
			if (!naam) throw new Invalid({ naam: GEEN_NAAM });
			return { naam, perspectief };
		});
	});
}

/** Who checked in to the bijeenkomst goes on to its bord under the same name, without a second code. */
export function joinVanBijeenkomst(token: string, bezoeker: Komt): Aangeschoven {
	mustNotHurry(bezoeker.address);
	return db().transaction(() => {
		const toegang = toegangVan(token, bezoeker);
		const regel = toegang && mijnRegel(toegang, bezoeker);
		const erbij = regel?.weggehaaldOp === null && regel.status === 'aanwezig';
		const open =
			erbij && regel.createdAt > sindsWanneer() ? bordBij(regel.bijeenkomstId) : undefined;
		const row = open && bordRow(open.bordId);
		if (!row) throw new Invalid(CODE_FOUT);
		const al = mijnDeelnemer(actorAan(bezoeker, row.id), row.id);
		if (al) return { bordId: row.id, deelnemerId: al.id };
		return sit(row, bezoeker, () => ({ naam: regel!.naam, perspectief: regel!.perspectief }));
	});
}

/**
 * From one table to another of the same café, or along to the bord of all: under the same name and
 * without another code. The seat they come from is empty from then on.
 */
export function joinVanTafel(
	{ van, naar }: { van: string; naar: string },
	{ gast }: Pick<Komt, 'gast'>,
): Aangeschoven {
	return db().transaction(() => {
		const seat = mijnDeelnemer(gastVan(gast, van), van);
		const here = seat && bordRow(van);
		const row = here && verderVan(here).find(({ id }) => id === naar);
		if (!seat || !row) throw new Invalid(WEG);
		const { naam, perspectief } = seat;
		const deelnemerId = addGast(row.id, { naam, perspectief }, gast);
		leegZetel(seat.id, now());
		for (const bordId of [van, naar]) toonStand(bordId);
		return { bordId: row.id, deelnemerId };
	});
}
