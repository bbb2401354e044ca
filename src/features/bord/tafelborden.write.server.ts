import { inArray } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import { mayArrange, mayEditBord, mayWijzigBord } from '#access/bord.ts';
import { must } from '#access/must.ts';
import { allOrNothing } from '#server/all-or-nothing.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { limit } from '#server/limits.ts';
import { editDocument, readDocument } from '#sync/server/edit.ts';
import type { BriefjeBeeld, InzichtBeeld } from './beeld.ts';
import { createBord } from './bord.write.server.ts';
import { briefjesMet, leg, telBriefjes, type BriefjeRow } from './briefje.rows.server.ts';
import { bordNaam, leesBord, MAX } from './document.ts';
import { maakGroep, zetBriefjes } from './document.groep.ts';
import { maakInzicht } from './document.oogst.ts';
import { factsOfBord, findBord, type BordRow } from './find.server.ts';
import type { TafelsInput } from './input.ts';
import { koppel, koppelingenOf } from './koppeling.rows.server.ts';
import { bordRow } from './rows.server.ts';
import { vraagtStandpunt } from './soort.ts';
import { briefje, tafelinzicht } from './tables.server.ts';
import { haalWegOpPlenair, opPlenair, tafelRows } from './tafelborden.rows.server.ts';

interface Waar {
	bordId: string;
}

/** More tables of a wereldcafé, each with its own question, or more stellingen; the rest is as on the first. */
export function createTafels(actor: Actor, { bordId, titels }: Waar & TafelsInput) {
	const row = findBord(actor, bordId);
	must(mayWijzigBord(actor, factsOfBord(row)));
	if (row.plenairId !== null) throw new Invalid({ titels: 'Een tafel heeft zelf geen tafels.' });
	const { leeromgevingId, vraagDelen, vraagDuiden, vraagDoen, leervraagId, namen, gasten } = row;
	const zelfde = { vraagDelen, vraagDuiden, vraagDoen, leervraagId, namen, gasten };
	const soort = vraagtStandpunt(row.soort) ? row.soort : 'wereldcafe';
	const los = { soort, bijeenkomstId: null, fase: null } as const;
	db().transaction(() => {
		for (const titel of titels) {
			const velden = { ...zelfde, ...los, leeromgevingId, titel, plenairId: row.id };
			const tafel = bordRow(createBord(actor, velden).id)!;
			for (const { row: bijeenkomst, fase } of koppelingenOf(row.id))
				koppel(actor, tafel, { bijeenkomstId: bijeenkomst.id, fase });
		}
	});
	return { aantal: titels.length, stellingen: vraagtStandpunt(row.soort) };
}

/** Briefjes that lay together on a table, and under which name they lie together on the bord of all. */
interface Stapel {
	id: string;
	naam: string;
	briefjes: readonly BriefjeBeeld[];
}

/** Which of them were brought before, also when they were taken away there since. */
function alIn(plenairId: string, briefjes: readonly BriefjeBeeld[]): Set<string> {
	const ids = briefjes.map(({ id }) => opPlenair(plenairId, id));
	const rows = db().select({ id: briefje.id }).from(briefje).where(inArray(briefje.id, ids)).all();
	return new Set(rows.map(({ id }) => id));
}

/** What nobody grouped lies together under the question of the table. */
function stapelsOf({ id: plenairId }: BordRow, tafel: BordRow): Stapel[] {
	const { groepen, los } = readDocument(bordNaam(tafel.id), leesBord);
	const alle = [...groepen, { id: tafel.id, naam: tafel.titel, briefjes: los }];
	const daar = alIn(
		plenairId,
		alle.flatMap(({ briefjes }) => briefjes),
	);
	return alle.map(({ id, naam, briefjes }) => ({
		id: opPlenair(plenairId, id),
		naam: (naam || tafel.titel).slice(0, MAX.naam),
		briefjes: briefjes.filter((one) => !daar.has(opPlenair(plenairId, one.id))),
	}));
}

/** Nobody who wrote without a name finds it on the bord of all. */
function mustKeepNamen(row: BordRow, tafels: readonly BordRow[]) {
	if (row.namen && tafels.some(({ namen }) => !namen))
		throw new Invalid('Op dit bord staan namen, en op een tafel niet. Zet de namen hier uit.');
}

function mustFit(bordId: string, nieuw: number) {
	if (nieuw > 0 && telBriefjes(bordId) + nieuw > limit('bordBriefjes'))
		throw new Invalid(
			'Dit past niet op één bord. Maak een nieuw bord voor een deel van de tafels.',
		);
}

/** The same words of the same person, on another bord. */
function kopie({ id: bordId, werkplaatsId }: BordRow, van: BriefjeRow): BriefjeRow {
	const { fase, soort, tekst, perspectief, deelnemerId, namensDoor, tafelronde } = van;
	const velden = { fase, soort, tekst, perspectief, deelnemerId, namensDoor, tafelronde };
	const id = opPlenair(bordId, van.id);
	return db()
		.insert(briefje)
		.values({ ...velden, id, tafelId: van.bordId, bordId, werkplaatsId })
		.returning()
		.get();
}

/** On the table, and together as they lay together. */
function legStapels(row: BordRow, stapels: readonly Stapel[]) {
	const ids = stapels.flatMap(({ briefjes }) => briefjes.map(({ id }) => id));
	const van = new Map(briefjesMet(ids).map((one) => [one.id, one]));
	const rows = stapels.map(({ briefjes }) =>
		briefjes.flatMap(({ id }) => van.get(id) ?? []).map((one) => kopie(row, one)),
	);
	leg(row, rows.flat());
	const { werkplaatsId } = row;
	editDocument({ soort: 'systeem', werkplaatsId }, bordNaam(row.id), (doc) => {
		const there = new Set(leesBord(doc).groepen.map(({ id }) => id));
		for (const [at, { id, naam }] of stapels.entries()) {
			const briefjeIds = rows[at]!.map((one) => one.id);
			if (there.has(id)) zetBriefjes(doc, { ids: briefjeIds, groepId: id });
			else maakGroep(doc, { id, naam, briefjeIds });
		}
	});
}

/** What was brought before stays as it is there, also when it was taken away. */
function nieuweInzichten({ id: plenairId }: BordRow, tafels: readonly BordRow[]): InzichtBeeld[] {
	const daar = (id: string) => opPlenair(plenairId, id);
	const alle = tafels.flatMap(({ id }) => readDocument(bordNaam(id), leesBord).inzichten);
	return alle
		.map((inzicht) => ({ ...inzicht, id: daar(inzicht.id), uit: inzicht.uit.map(daar) }))
		.filter(({ id }) => {
			const row = { bordId: plenairId, id };
			return db().insert(tafelinzicht).values(row).onConflictDoNothing().run().changes > 0;
		});
}

/** What people made of it at their table, with what it comes from. */
function legInzichten({ id, werkplaatsId }: BordRow, inzichten: readonly InzichtBeeld[]) {
	editDocument({ soort: 'systeem', werkplaatsId }, bordNaam(id), (doc) => {
		for (const { id, soort, tekst, tegen, uit } of inzichten)
			maakInzicht(doc, { id, soort, tekst, tegen, uit });
	});
}

/**
 * Brings what lies open on the tables to the bord of all. Again, it brings what came since: what was
 * moved or taken away there stays so.
 */
export function deriveTafels(
	actor: Actor,
	{ bordId }: Waar,
): { aantal: number; inzichten: number } {
	const row = findBord(actor, bordId);
	const facts = factsOfBord(row);
	must(mayEditBord(actor, facts) && mayArrange(actor, facts));
	if (vraagtStandpunt(row.soort)) throw new Invalid('Elke stelling houdt een eigen bord.');
	return allOrNothing(() => {
		const tafels = tafelRows(row.id);
		mustKeepNamen(row, tafels);
		for (const tafel of tafels) haalWegOpPlenair(tafel);
		const alle = tafels.flatMap((tafel) => stapelsOf(row, tafel));
		const stapels = alle.filter(({ briefjes }) => briefjes.length > 0);
		const aantal = stapels.reduce((som, { briefjes }) => som + briefjes.length, 0);
		mustFit(row.id, aantal);
		if (aantal > 0) legStapels(row, stapels);
		const inzichten = nieuweInzichten(row, tafels);
		if (inzichten.length > 0) legInzichten(row, inzichten);
		return { aantal, inzichten: inzichten.length };
	});
}
