import { and, desc, eq, inArray, isNotNull, type SQL } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import {
	mayArrange,
	mayCreateBord,
	mayEditBord,
	mayFinaliseBord,
	mayGeefRegie,
	mayHand,
	mayHeropenBord,
	mayLegBriefje,
	mayNamens,
	mayNeemRegie,
	mayReadBord,
	mayRegie,
	mayStip,
	type RegieFacts,
} from '#access/bord.ts';
import { mayReadLeervraag } from '#access/leervraag.ts';
import { must } from '#access/must.ts';
import { findBijeenkomst } from '#features/bijeenkomst/find.server.ts';
import { readableBijeenkomsten } from '#features/bijeenkomst/readable.server.ts';
import { regelOf } from '#features/bijeenkomst/regel.server.ts';
import { vergelijkDatum } from '#features/datum/toon.ts';
import { factsOf as factsOfTeam, findRuimte } from '#features/leeromgeving/find.server.ts';
import { findLeervraag } from '#features/leervraag/find.server.ts';
import { leervraag } from '#features/leervraag/tables.server.ts';
import { persoonNaam, wieWas } from '#features/persoon/rows.server.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { rowid } from '#server/db/rowid.ts';
import { basisBord } from './basis.ts';
import { factsOfBord, findBord, regieFacts } from './find.server.ts';
import { koppelingenDie } from './koppeling.rows.server.ts';
import { readableBorden } from './readable.server.ts';
import { listMensen } from './mensen.read.server.ts';
import { regieKeuze } from './regie.rows.server.ts';
import { reeksVan, verderVan } from './reeks.rows.server.ts';
import { bordRow, teamVan, type BordRow } from './rows.server.ts';
import { standenOf, standOf } from './stand.server.ts';
import { bord, bordBijeenkomst } from './tables.server.ts';
import { findTafel } from './tafel.server.ts';
import { tafelRows } from './tafelborden.rows.server.ts';

const rowsOf = (which: SQL): BordRow[] =>
	db()
		.select()
		.from(bord)
		.where(which)
		.orderBy(desc(bord.createdAt), desc(rowid(bord)))
		.all();

/** Where each is used, by day; what has no day yet comes last (AC-18). */
function bijeenkomstenPer(actor: Actor, bordIds: string[]) {
	const here = inArray(bordBijeenkomst.bordId, bordIds);
	const rows = koppelingenDie(and(here, readableBijeenkomsten(actor))!).sort(
		(a, b) => vergelijkDatum(a.row.datum, b.row.datum) || a.row.begin.localeCompare(b.row.begin),
	);
	const perId = new Map(rows.map(({ row }) => [row.id, row]));
	const regels = new Map([...perId].map(([id, row]) => [id, regelOf(actor, row)]));
	const perBord = Map.groupBy(rows, ({ bordId }) => bordId);
	return (bordId: string) =>
		(perBord.get(bordId) ?? []).map(({ row, fase }) => {
			const { id, titel, href, wanneer, datum } = regels.get(row.id)!;
			return { id, titel, href, wanneer, datum, fase };
		});
}

/** What a list tells of each. */
function regelsVan(actor: Actor, rows: readonly BordRow[]) {
	const ids = rows.map(({ id }) => id);
	const standen = standenOf(ids);
	const bijeenkomsten = bijeenkomstenPer(actor, ids);
	return rows.map(({ id, titel, soort, plenairId, afgerondOp }) => ({
		...{ id, titel, soort, plenairId, afgerondOp },
		fase: standen.get(id)!.fase,
		bijeenkomsten: bijeenkomsten(id),
	}));
}
export type BordRegel = ReturnType<typeof regelsVan>[number];

/** What was removed and who may edit here puts back, the latest first. */
const weggehaaldOf = (leeromgevingId: string) =>
	rowsOf(and(eq(bord.leeromgevingId, leeromgevingId), isNotNull(bord.weggehaaldOp))!).map(
		(row) => ({
			id: row.id,
			titel: row.titel,
			op: row.weggehaaldOp!,
			door: wieWas(row.werkplaatsId, row.weggehaaldDoor),
		}),
	);

/** The borden of one team, the newest first. Forbidden for who is not in its space. */
export function listBorden(actor: Actor, leeromgevingId: string) {
	const team = findRuimte(actor, leeromgevingId);
	const which = and(readableBorden(actor), eq(bord.leeromgevingId, team.id))!;
	const ruimte = { werkplaatsId: team.werkplaatsId, leeromgevingIds: [team.id] };
	return {
		borden: regelsVan(actor, rowsOf(which)),
		weggehaald: mayEditBord(actor, ruimte) ? weggehaaldOf(team.id) : [],
		may: { create: mayCreateBord(actor, factsOfTeam(team)) },
	};
}

/** Those of all teams that the actor may enter, the newest first. */
export const listAlleBorden = (actor: Actor) =>
	rowsOf(readableBorden(actor)).map(({ id, titel }) => ({ id, titel }));

/** The borden that are used at this bijeenkomst, with the phase there. */
export function bordenVan(actor: Actor, bijeenkomstId: string) {
	findBijeenkomst(actor, bijeenkomstId);
	const here = db()
		.select({ id: bordBijeenkomst.bordId })
		.from(bordBijeenkomst)
		.where(eq(bordBijeenkomst.bijeenkomstId, bijeenkomstId));
	const rows = rowsOf(and(readableBorden(actor), inArray(bord.id, here))!);
	return regelsVan(actor, rows).map((regel) => {
		const hier = regel.bijeenkomsten.find(({ id }) => id === bijeenkomstId);
		return { ...regel, faseHier: hier?.fase ?? null };
	});
}

/** The borden about this leervraag, of the teams that this actor may enter. */
export function bordenOver(actor: Actor, leervraagId: string) {
	findLeervraag(actor, leervraagId);
	const which = and(readableBorden(actor), eq(bord.leervraagId, leervraagId))!;
	const rows = rowsOf(which);
	const perTeam = Map.groupBy(rows, ({ leeromgevingId }) => leeromgevingId);
	const teams = new Map([...perTeam].map(([id, [eerste]]) => [id, teamVan(eerste!)]));
	const regels = regelsVan(actor, rows);
	return regels.map((regel, at) => ({ ...regel, team: teams.get(rows[at]!.leeromgevingId)! }));
}

function leervraagOf(actor: Actor, { leervraagId }: BordRow) {
	if (leervraagId === null) return null;
	const row = db().select().from(leervraag).where(eq(leervraag.id, leervraagId)).get();
	return row && mayReadLeervraag(actor, row) ? { id: row.id, tekst: row.tekst } : null;
}

/** Who leads at this table, and who else could; for who is of the werkplaats. */
function leiderVan(row: BordRow) {
	const { regieId } = standOf(row.id);
	return regieId && { id: regieId, naam: persoonNaam(row.werkplaatsId, regieId) };
}

/** The tables of a wereldcafé, or the stellingen that come after, in the order in which they were made. */
const tafelsOf = (actor: Actor, { id }: BordRow) =>
	tafelRows(id)
		.filter((row) => mayReadBord(actor, factsOfBord(row)))
		.map((row) => ({ id: row.id, titel: row.titel, leider: leiderVan(row) || null }));

/** Who can lead at a table of this bord. */
export function listGespreksleiders(actor: Actor, bordId: string) {
	const row = findBord(actor, bordId);
	must(mayEditBord(actor, factsOfBord(row)));
	return regieKeuze(row);
}

/** With those it is used together with, the first first. */
const reeksOf = (actor: Actor, row: BordRow) =>
	reeksVan(row)
		.filter((one) => mayReadBord(actor, factsOfBord(one)))
		.map(({ id, titel }) => ({ id, titel }));

/** Where a gast may go on by themselves: the other tables of the café, the bord of all first. */
export function listVerder(actor: Actor, bordId: string) {
	const row = findBord(actor, bordId);
	return verderVan(row).map(({ id, titel, plenairId }) => ({
		id,
		titel,
		samen: plenairId === null,
	}));
}

function plenairOf(actor: Actor, { plenairId }: BordRow) {
	const row = plenairId === null ? undefined : bordRow(plenairId);
	if (!row || row.weggehaaldOp !== null || !mayReadBord(actor, factsOfBord(row))) return null;
	return { id: row.id, titel: row.titel };
}

/** What the actor may, as data for the page. */
export function mayOf(actor: Actor, facts: RegieFacts) {
	return {
		arrange: mayArrange(actor, facts),
		leg: mayLegBriefje(actor, facts),
		namens: mayNamens(actor, facts),
		stip: mayStip(actor, facts),
		hand: mayHand(actor, facts),
		regie: mayRegie(actor, facts),
		neemRegie: mayNeemRegie(actor, facts),
		geefRegie: mayGeefRegie(actor, facts),
		edit: mayEditBord(actor, facts),
		finalise: mayFinaliseBord(actor, facts),
		heropen: mayHeropenBord(actor, facts),
	};
}
export type BordMay = ReturnType<typeof mayOf>;

const afgerondOf = ({ afgerondOp, afgerondDoor, werkplaatsId }: BordRow) =>
	afgerondOp && { op: afgerondOp, door: wieWas(werkplaatsId, afgerondDoor) };

/**
 * One bord: what is not in its document. A gast learns its questions, and nothing of the team but
 * its name.
 */
export function detailBord(actor: Actor, id: string) {
	const { row, stand, facts } = findTafel(actor, id);
	const { regieId } = stand;
	const isGast = actor.soort === 'gast';
	return {
		id: row.id,
		titel: row.titel,
		soort: row.soort,
		vragen: { delen: row.vraagDelen, duiden: row.vraagDuiden, doen: row.vraagDoen },
		basis: basisBord(row),
		team: teamVan(row),
		leervraag: leervraagOf(actor, row),
		plenair: plenairOf(actor, row),
		tafels: tafelsOf(actor, row),
		reeks: reeksOf(actor, row),
		bijeenkomsten: isGast ? [] : bijeenkomstenPer(actor, [id])(id),
		namen: row.namen,
		gasten: row.gasten,
		afgerond: isGast ? null : afgerondOf(row),
		regie:
			isGast || regieId === null
				? null
				: { id: regieId, naam: persoonNaam(row.werkplaatsId, regieId) },
		mensen: listMensen(actor, row),
		/** Of the server, for a clock that runs wrong on a phone. */
		nu: now().getTime(),
		may: mayOf(actor, regieFacts(row, facts)),
	};
}
export type BordDetail = ReturnType<typeof detailBord>;
