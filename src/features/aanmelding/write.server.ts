import { and, eq } from 'drizzle-orm';
import { mayAnswer, mayInviteTo } from '#access/aanmelding.ts';
import { doorWie, type Actor } from '#access/actor.ts';
import { must, mustFind } from '#access/must.ts';
import {
	factsOf,
	findBijeenkomst,
	type BijeenkomstRow,
} from '#features/bijeenkomst/find.server.ts';
import { afzeggingOf } from '#features/bijeenkomst/rows.server.ts';
import { mustBeHere } from '#features/leeromgeving/find.server.ts';
import { persoon } from '#features/persoon/tables.server.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { newId } from '#server/id.ts';
import { hashToken } from '#server/session/token.ts';
import type { AanmeldingVia } from './antwoord.ts';
import { afzeggingBrief, uitnodigingBrief, wijzigingBrief, type BriefOver } from './brief.ts';
import type { AntwoordInput, AntwoordVoorInput, UitnodigenInput } from './input.ts';
import { gemaild, genodigdeToken, sendTo } from './letter.server.ts';
import { magUitnodigen } from './kandidaat.server.ts';
import { addAntwoord, mustKomen, tellGenodigden, waaromDicht } from './antwoord.server.ts';
import {
	genodigdeNu,
	genodigdeOoit,
	genodigdenVan,
	momentNu,
	type GenodigdeRow,
} from './rows.server.ts';
import { genodigde } from './tables.server.ts';

type Van = { bijeenkomstId: string };

function findOmUitTeNodigen(actor: Actor, bijeenkomstId: string): BijeenkomstRow {
	const row = findBijeenkomst(actor, bijeenkomstId);
	must(mayInviteTo(actor, factsOf(row)));
	return row;
}

/** The row of who is asked; who was taken off and is asked again gets another link. */
function ensureGenodigde(row: BijeenkomstRow, persoonId: string, door: string | null) {
	const known = genodigdeOoit(row.id, persoonId);
	if (known?.ingetrokkenOp === null) return known;
	if (known) db().delete(genodigde).where(eq(genodigde.id, known.id)).run();
	const id = newId();
	const own = { id, werkplaatsId: row.werkplaatsId, bijeenkomstId: row.id, persoonId, door };
	return db()
		.insert(genodigde)
		.values({ ...own, tokenHash: hashToken(genodigdeToken(id)) })
		.returning()
		.get();
}

/** Asks people to come. Who has an address and had no letter yet gets one, with the appointment. */
export function createGenodigden(
	actor: Actor,
	{ bijeenkomstId, personen, tekst }: UitnodigenInput & Van,
): { gemaild: number; zonderAdres: number } {
	const row = findOmUitTeNodigen(actor, bijeenkomstId);
	mustKomen(row);
	mustBeHere(row, { table: persoon, ids: personen, field: 'personen' });
	const mag = magUitnodigen(actor, row);
	if (!personen.every((id) => mag.has(id)))
		throw new Invalid({ personen: 'Kies iets uit de lijst.' });
	const schrijf = (over: BriefOver) => uitnodigingBrief(over, tekst);
	const letters = { schrijf, bestand: true, zet: gemaild(row) };
	const uit = { gemaild: 0, zonderAdres: 0 };
	db().transaction(() => {
		for (const persoonId of personen) {
			const asked = ensureGenodigde(row, persoonId, doorWie(actor));
			if (asked.gemaildOp === null) uit[sendTo(row, asked, letters) ? 'gemaild' : 'zonderAdres']++;
		}
	});
	tellGenodigden(bijeenkomstId);
	return uit;
}

function findGenodigde(bijeenkomstId: string, id: string): GenodigdeRow {
	const which = and(eq(genodigde.id, id), eq(genodigde.bijeenkomstId, bijeenkomstId));
	const row = db().select().from(genodigde).where(which).get();
	return mustFind(row, ({ ingetrokkenOp }) => ingetrokkenOp === null);
}

/** Not asked any more: the link in the letter opens nothing from now on. */
export function removeGenodigde(actor: Actor, { bijeenkomstId, id }: Van & { id: string }) {
	findOmUitTeNodigen(actor, bijeenkomstId);
	const row = findGenodigde(bijeenkomstId, id);
	const values = { ingetrokkenOp: now(), ingetrokkenDoor: doorWie(actor) };
	db().update(genodigde).set(values).where(eq(genodigde.id, row.id)).run();
	tellGenodigden(bijeenkomstId);
}

/** My own answer, also when nobody asked: who may come says so, and is on the list. */
export function createAntwoord(actor: Actor, { bijeenkomstId, ...input }: AntwoordInput & Van) {
	const row = findBijeenkomst(actor, bijeenkomstId);
	const persoonId = doorWie(actor) ?? '';
	const genodigd = genodigdeNu(row.id, persoonId) !== undefined;
	must(persoonId !== '' && mayAnswer(actor, { ...factsOf(row), persoonId, genodigd }));
	mustKomen(row);
	db().transaction(() => {
		const asked = ensureGenodigde(row, persoonId, persoonId);
		addAntwoord(asked, { ...input, via: 'scherm', door: persoonId });
	});
	tellGenodigden(bijeenkomstId);
}

/** What somebody said otherwise, written down by who plans; also afterwards. */
export function createAntwoordVoor(
	actor: Actor,
	{ bijeenkomstId, id, antwoord }: AntwoordVoorInput & Van,
) {
	findOmUitTeNodigen(actor, bijeenkomstId);
	const asked = findGenodigde(bijeenkomstId, id);
	const door = doorWie(actor);
	const via: AanmeldingVia = asked.persoonId === door ? 'scherm' : 'begeleider';
	addAntwoord(asked, { antwoord, toelichting: '', via, door });
	tellGenodigden(bijeenkomstId);
}

/** Tells everybody who had a letter how it is now; who knows already hears nothing. */
export function sendWijziging(actor: Actor, bijeenkomstId: string): { aantal: number } {
	const row = findOmUitTeNodigen(actor, bijeenkomstId);
	if (waaromDicht(row)) return { aantal: 0 };
	// the day may be another: then a reminder of the new one is due
	const zet = { ...gemaild(row), herinnerdOp: null };
	const letters = { schrijf: wijzigingBrief, bestand: true, zet };
	return { aantal: achter(row).filter((asked) => sendTo(row, asked, letters)).length };
}

/** Who had a letter, and what is true now is another than what it said. */
const achter = (row: BijeenkomstRow): GenodigdeRow[] =>
	genodigdenVan(row.id)
		.map(({ row: asked }) => asked)
		.filter((asked) => asked.gemaildOp !== null && asked.volgnummer < row.volgnummer);

/** Takes the appointment out of the calendar of everybody who had a letter, and says why; once. */
export function sendAfzegging(actor: Actor, bijeenkomstId: string): { aantal: number } {
	const row = findOmUitTeNodigen(actor, bijeenkomstId);
	const afgezegd = afzeggingOf(row);
	if (!afgezegd || momentNu(row) === 'geweest') return { aantal: 0 };
	const schrijf = (over: BriefOver) => afzeggingBrief(over, afgezegd.reden);
	const letters = { schrijf, bestand: true, zet: gemaild(row) };
	return { aantal: achter(row).filter((asked) => sendTo(row, asked, letters)).length };
}

/** Asks the same people to another one; letters go when somebody sends them. */
export function copyGenodigden(actor: Actor, { van, naar }: { van: string; naar: string }) {
	const doel = findOmUitTeNodigen(actor, naar);
	findOmUitTeNodigen(actor, van);
	for (const { wie } of genodigdenVan(van)) ensureGenodigde(doel, wie.id, doorWie(actor));
	tellGenodigden(naar);
}
