import { eq } from 'drizzle-orm';
import { doorWie, type Actor } from '#access/actor.ts';
import {
	mayCreateBord,
	mayEditBord,
	mayFinaliseBord,
	mayHeropenBord,
	mayWijzigBord,
} from '#access/bord.ts';
import { must } from '#access/must.ts';
import {
	mustBeHere,
	findRuimte,
	factsOf as factsOfTeam,
} from '#features/leeromgeving/find.server.ts';
import { leervraag } from '#features/leervraag/tables.server.ts';
import { persoonNaam, wieWas } from '#features/persoon/rows.server.ts';
import { allOrNothing } from '#server/all-or-nothing.ts';
import { now } from '#server/clock.ts';
import { merge, pick } from '#server/conflict.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { basisBord } from './basis.ts';
import { telBriefjes } from './briefje.rows.server.ts';
import { haalVanTafel } from './document.server.ts';
import { factsOfBord, findBord, findOokWeggehaald } from './find.server.ts';
import type { BordInput, BordNieuw } from './input.ts';
import { GEEN_KLOK, resterend } from './klok.ts';
import { klokOf, klokVelden } from './klok.rows.server.ts';
import { koppel } from './koppeling.rows.server.ts';
import { tellBord } from './nieuws.server.ts';
import { bordRow } from './rows.server.ts';
import { SJABLONEN } from './sjablonen.ts';
import { vraagtStandpunt, type BordSoort } from './soort.ts';
import { standOf, toonStand } from './stand.server.ts';
import { rondeRow, sluitRonde } from './stip.rows.server.ts';
import { bord, bordstand } from './tables.server.ts';
import { findTafel, type Tafel } from './tafel.server.ts';
import { weggehaaldVan } from './tafelborden.rows.server.ts';

type Nieuw = BordNieuw & { leeromgevingId: string };

/** A table of a wereldcafé comes together on a bord of the same team, that is no table itself. */
function mustBePlenair(leeromgevingId: string, plenairId: string | null) {
	if (plenairId === null) return;
	const row = bordRow(plenairId);
	const fits = row?.leeromgevingId === leeromgevingId && row.plenairId === null;
	if (!fits || row.weggehaaldOp !== null)
		throw new Invalid({ plenairId: 'Kies een bord van dit team.' });
}

const TOCH_WEG = 'Haal je het bord toch weg? Druk dan nog een keer.';
const ZONDER_NAMEN = 'Bij stellingen staat nooit een naam. Zet dit uit.';

/** What somebody thinks of a stelling is nobody's to hold against them. */
function mustHideWie(soort: BordSoort, namen: boolean | undefined) {
	if (namen && vraagtStandpunt(soort)) throw new Invalid({ namen: ZONDER_NAMEN });
}

/** What was left empty is asked as its kind of bord asks it. */
function metVragen<T extends Pick<BordNieuw, 'soort' | 'vraagDelen' | 'vraagDuiden' | 'vraagDoen'>>(
	input: T,
): T {
	const { vragen } = SJABLONEN[input.soort];
	return {
		...input,
		vraagDelen: input.vraagDelen || vragen.delen,
		vraagDuiden: input.vraagDuiden || vragen.duiden,
		vraagDoen: input.vraagDoen || vragen.doen,
	};
}

/** A bord of a team. Who makes it holds regie until somebody else takes it. */
export function createBord(actor: Actor, input: Nieuw): { id: string } {
	const team = findRuimte(actor, input.leeromgevingId);
	must(mayCreateBord(actor, factsOfTeam(team)));
	const { bijeenkomstId, fase, ...velden } = metVragen(input);
	const { werkplaatsId } = team;
	mustBeHere(
		{ werkplaatsId },
		{ table: leervraag, ids: [velden.leervraagId], field: 'leervraagId' },
	);
	mustBePlenair(team.id, velden.plenairId);
	mustHideWie(velden.soort, velden.namen);
	const door = doorWie(actor);
	return db().transaction(() => {
		const row = db()
			.insert(bord)
			.values({ ...velden, werkplaatsId, door, updatedBy: door })
			.returning()
			.get();
		db()
			.insert(bordstand)
			.values({ bordId: row.id, regieId: door, fase: fase ?? 'delen' })
			.run();
		if (bijeenkomstId !== null) koppel(actor, row, { bijeenkomstId, fase });
		toonStand(row.id);
		return { id: row.id };
	});
}

/** Names on briefjes are agreed on before anybody writes, and stay as they were agreed. */
function mustKeepNamen(row: typeof bord.$inferSelect, namen: boolean | undefined) {
	if (namen === undefined || namen === row.namen || telBriefjes(row.id) === 0) return;
	throw new Invalid({ namen: 'Er zijn al briefjes geschreven. Dit kan niet meer anders.' });
}

export function updateBord(
	actor: Actor,
	{ id, ...input }: BordInput & { id: string },
	basis?: Record<string, string>,
) {
	const row = findBord(actor, id);
	must(mayWijzigBord(actor, factsOfBord(row)));
	mustBeHere(row, { table: leervraag, ids: [input.leervraagId], field: 'leervraagId' });
	const keep = merge({
		theirs: basisBord(row),
		basis,
		mine: basisBord(input),
		by: wieWas(row.werkplaatsId, row.updatedBy),
	});
	if (keep.size === 0) return;
	const velden = pick(input, keep);
	allOrNothing(() => {
		mustKeepNamen(row, velden.namen);
		mustHideWie(row.soort, velden.namen);
		db()
			.update(bord)
			.set({ ...velden, updatedBy: doorWie(actor) })
			.where(eq(bord.id, id))
			.run();
		toonStand(id);
	});
	tellBord(id);
}

/** Somebody else leads people there at this moment: it would go from all their screens. */
function twijfels(actor: Actor, { row, stand }: Tafel): Record<string, string> {
	const { regieId, rondeId } = stand;
	if (regieId === null || regieId === doorWie(actor)) return {};
	const klok = klokOf(stand);
	const isOpen = rondeRow(row.id, rondeId)?.geslotenOp === null;
	if (!isOpen && (klok.tot === null || !resterend(klok, now().getTime()))) return {};
	const wie = persoonNaam(row.werkplaatsId, regieId) || 'Iemand anders';
	return { '': `${wie} heeft nu de regie, en er zijn mensen bezig. ${TOCH_WEG}` };
}

/** Out of sight with what lies on it, and kept. */
export function removeBord(
	actor: Actor,
	{ id }: { id: string },
	sure: (doubts: Record<string, string>) => void = () => {},
): { leeromgevingId: string } {
	const tafel = findTafel(actor, id);
	const { row, facts } = tafel;
	must(mayEditBord(actor, facts));
	sure(twijfels(actor, tafel));
	const velden = { weggehaaldOp: now(), weggehaaldDoor: doorWie(actor) };
	db().update(bord).set(velden).where(eq(bord.id, id)).run();
	return { leeromgevingId: row.leeromgevingId };
}

/** Back as it was, without what was taken back meanwhile on a table of it. */
export function withdrawWeghaling(actor: Actor, { id }: { id: string }) {
	const row = findOokWeggehaald(actor, id);
	must(mayEditBord(actor, factsOfBord(row)));
	if (row.weggehaaldOp === null) return;
	db().transaction(() => {
		db()
			.update(bord)
			.set({ weggehaaldOp: null, weggehaaldDoor: null })
			.where(eq(bord.id, id))
			.run();
		toonStand(id, (doc) => haalVanTafel(doc, weggehaaldVan(id)));
	});
}

/** Done: everybody reads, nobody changes. The clock stops with it, and so does a round of dots. */
export function finaliseBord(actor: Actor, { id }: { id: string }) {
	const row = findBord(actor, id);
	must(mayFinaliseBord(actor, factsOfBord(row)));
	db().transaction(() => {
		const velden = { afgerondOp: now(), afgerondDoor: doorWie(actor) };
		db().update(bord).set(velden).where(eq(bord.id, id)).run();
		const ronde = rondeRow(id, standOf(id).rondeId);
		if (ronde) sluitRonde(ronde);
		const stil = { ...klokVelden(GEEN_KLOK), uitlicht: '' };
		db().update(bordstand).set(stil).where(eq(bordstand.bordId, id)).run();
		toonStand(id);
	});
	tellBord(id);
}

/** After all not done yet. */
export function withdrawAfronding(actor: Actor, { id }: { id: string }) {
	const row = findBord(actor, id);
	must(mayHeropenBord(actor, factsOfBord(row)));
	db().transaction(() => {
		db().update(bord).set({ afgerondOp: null, afgerondDoor: null }).where(eq(bord.id, id)).run();
		toonStand(id);
	});
	tellBord(id);
}
