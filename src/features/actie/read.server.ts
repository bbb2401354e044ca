import { and, asc, eq, inArray, ne, type SQL } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import { mayReadActies } from '#access/actie.ts';
import { must } from '#access/must.ts';
import { factsOf, findBijeenkomst, ruimtenOf } from '#features/bijeenkomst/find.server.ts';
import { ruimteReadable, vanTeams } from '#features/bijeenkomst/readable.server.ts';
import { bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import { bordafspraak } from '#features/bord/beeld.tables.server.ts';
import { bordNaam } from '#features/bord/document.ts';
import { findBord } from '#features/bord/find.server.ts';
import { koppelingenOf } from '#features/bord/koppeling.rows.server.ts';
import { readableBorden } from '#features/bord/readable.server.ts';
import { bord } from '#features/bord/tables.server.ts';
import { vergelijkDatum } from '#features/datum/toon.ts';
import * as team from '#features/leeromgeving/find.server.ts';
import { verslagNaam } from '#features/verslag/document.ts';
import { statusOf, type VerslagRow } from '#features/verslag/find.server.ts';
import { actiepunt, besluit } from '#features/verslag/tables.server.ts';
import { today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { projectNow } from '#sync/server/edit.ts';
import { actieRegels, waarOf } from './regel.server.ts';
import { actieRows, afspraakRows, type BordRij } from './rows.server.ts';

const afgesproken = (actor: Actor, teamId: string) =>
	actieRegels(actor, [
		...actieRows(and(ruimteReadable(actor), vanTeams([teamId]))!),
		...afspraakRows(and(readableBorden(actor), eq(bord.leeromgevingId, teamId))!),
	]);

/** Of what was written in these teams a moment ago too: who wrote it looks for it here. */
function werkBij(teamIds: string[]) {
	const bij = db().select({ id: bijeenkomst.id }).from(bijeenkomst).where(vanTeams(teamIds)).all();
	const op = db()
		.select({ id: bord.id })
		.from(bord)
		.where(inArray(bord.leeromgevingId, teamIds))
		.all();
	projectNow([...bij.map((one) => verslagNaam(one.id)), ...op.map((one) => bordNaam(one.id))]);
}

/** What one team agreed, also with others. Forbidden for who is not in its space. */
export function listActies(actor: Actor, { leeromgevingId }: { leeromgevingId: string }) {
	const { id } = team.findRuimte(actor, leeromgevingId);
	werkBij([id]);
	return afgesproken(actor, id);
}

/** What this persoon took upon them, in all teams they may enter. */
export function listMijnActies(actor: Actor) {
	if (actor.soort !== 'persoon') return [];
	const mij = actor.persoonId;
	werkBij(actor.lidmaatschappen.map(({ leeromgevingId }) => leeromgevingId));
	return actieRegels(actor, [
		...actieRows(and(ruimteReadable(actor), eq(actiepunt.wieId, mij))!),
		...afspraakRows(and(readableBorden(actor), eq(bordafspraak.wieId, mij))!),
	]);
}

/** Of the same teams; of none: of the same reeks. */
function eerdere(row: VerslagRow): SQL | undefined {
	const teams = ruimtenOf(row);
	if (teams.length > 0) return vanTeams(teams);
	return row.reeksId === null ? undefined : eq(bijeenkomst.reeksId, row.reeksId);
}

/** Where a bord came to its afspraken: where it was used to do, or else last. */
function afgesprokenBij(bordId: string): VerslagRow | undefined {
	const gebruikt = koppelingenOf(bordId).sort((a, b) => vergelijkDatum(a.row.datum, b.row.datum));
	return (gebruikt.find(({ fase }) => fase === 'doen') ?? gebruikt.at(-1))?.row;
}

/** What is agreed at this bijeenkomst itself is no news there. */
function isVanEerder(van: BordRij['bord'], row: VerslagRow): boolean {
	const bij = afgesprokenBij(van.id);
	if (bij) return bij.id !== row.id && isEerder(bij, row);
	return row.datum === null || today(van.createdAt) <= row.datum.laatste;
}

function vanBorden(actor: Actor, row: VerslagRow): BordRij[] {
	const which = and(readableBorden(actor), inArray(bord.leeromgevingId, ruimtenOf(row)))!;
	const perBord = Map.groupBy(afspraakRows(which), ({ bord: van }) => van.id);
	return [...perBord.values()].filter(([eerste]) => isVanEerder(eerste!.bord, row)).flat();
}

/** Not after it; what has no day was before when it was planned earlier. */
const isEerder = (bij: VerslagRow, row: VerslagRow) =>
	bij.datum && row.datum
		? vergelijkDatum(bij.datum, row.datum) <= 0
		: Number(bij.createdAt) <= Number(row.createdAt);

/** What earlier bijeenkomsten agreed and still is open: for the agenda of this one. */
export function listOpenVoor(actor: Actor, bijeenkomstId: string) {
	const row = findBijeenkomst(actor, bijeenkomstId);
	must(mayReadActies(actor, factsOf(row)));
	const samen = eerdere(row);
	if (!samen) return [];
	const which = and(ruimteReadable(actor), samen, ne(bijeenkomst.id, row.id))!;
	const rijen = actieRows(which).filter(({ bij }) => isEerder(bij, row));
	return actieRegels(actor, [...rijen, ...vanBorden(actor, row)]).filter(
		({ staat }) => staat === 'open',
	);
}

/** More than these nobody looks back on at once. */
const TERUG = 8;

/** What the team of a bord agreed elsewhere, and is open or taught something: its Delen begins there. */
export function listEerder(actor: Actor, bordId: string) {
	const { id, leeromgevingId } = findBord(actor, bordId);
	const hier = new Set([id, ...koppelingenOf(id).map(({ row }) => row.id)]);
	return afgesproken(actor, leeromgevingId)
		.filter(({ waar, staat, geleerd }) => !hier.has(waar.id) && (staat === 'open' || geleerd[0]))
		.slice(0, TERUG)
		.map(({ id: actieId, waar, tekst, wie, voor, geleerd }) => ({
			id: `${waar.id} ${actieId}`,
			tekst,
			bij: [wie || 'nog van niemand', voor].filter(Boolean).join(', '),
			geleerd,
			href: waar.href,
		}));
}

/** What one team decided, latest first; in one verslag as it stands there. */
export function listBesluiten(actor: Actor, { leeromgevingId }: { leeromgevingId: string }) {
	const { id } = team.findRuimte(actor, leeromgevingId);
	return db()
		.select({ besluit, bij: bijeenkomst })
		.from(besluit)
		.innerJoin(bijeenkomst, eq(bijeenkomst.id, besluit.bijeenkomstId))
		.where(and(ruimteReadable(actor), vanTeams([id])))
		.orderBy(asc(besluit.volgorde))
		.all()
		.sort(
			(a, b) =>
				Number(!a.bij.datum) - Number(!b.bij.datum) || vergelijkDatum(b.bij.datum, a.bij.datum),
		)
		.map(({ besluit: { id: besluitId, tekst }, bij }) => ({
			id: besluitId,
			tekst,
			bijeenkomst: waarOf(bij),
			/** Its verslag was vastgesteld: this is how it was decided. */
			vastgesteld: statusOf(bij.id) === 'vastgesteld',
		}));
}
export type BesluitRegel = ReturnType<typeof listBesluiten>[number];
