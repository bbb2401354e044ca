import { eq } from 'drizzle-orm';
import { doorWie, type Actor } from '#access/actor.ts';
import { mayEditAgenda } from '#access/bijeenkomst.ts';
import { must, mustFind } from '#access/must.ts';
import { listOpenVoor } from '#features/actie/read.server.ts';
import type { BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { ledenNu } from '#features/leeromgeving/rows.server.ts';
import { wieWas } from '#features/persoon/rows.server.ts';
import { werkvormVan } from '#features/werkvorm/bibliotheek.ts';
import { now } from '#server/clock.ts';
import { merge, pick } from '#server/conflict.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { allePunten, findAgenda, findPunt, openLoop, puntRows } from './find.server.ts';
import { basisPunt } from './basis.ts';
import type { PuntInput, PuntNieuw } from './input.ts';
import { tellAgenda } from './nieuws.server.ts';
import type { SjabloonPunt } from './punt.ts';
import { puntenVanSjabloon } from './sjabloon.rows.server.ts';
import { actiesPunt } from './sjablonen.ts';
import { puntenVanWerkvorm } from './stappen.ts';
import { agendapunt } from './tables.server.ts';
import { tussen } from '#ui/volgorde.ts';

const MAX_PUNTEN = 60;

function findToEdit(actor: Actor, bijeenkomstId: string) {
	const found = findAgenda(actor, bijeenkomstId);
	must(mayEditAgenda(actor, found.facts));
	return found;
}

/** Of who sits at a table of it; whoever it was before may stay. */
function mustKnow(leeromgevingIds: readonly string[], wieId: string | null, was: string | null) {
	if (wieId === null || wieId === was) return;
	if (ledenNu(leeromgevingIds).some(({ id }) => id === wieId)) return;
	throw new Invalid({ wieId: 'Kies iemand uit de lijst.' });
}

function mustFit(bijeenkomstId: string, erbij: number) {
	const over = MAX_PUNTEN - puntRows(bijeenkomstId).length;
	if (erbij <= over) return;
	if (over <= 0) throw new Invalid('De agenda is vol. Haal eerst een punt weg.');
	const passen = over === 1 ? 'past nog 1 punt' : `passen nog ${over} punten`;
	throw new Invalid(`Er ${passen} op de agenda. Dit zijn er ${erbij}.`);
}

type Nieuw = SjabloonPunt & Partial<Pick<PuntNieuw, 'wieId' | 'wie' | 'stukken'>>;

/** In this order, behind what is there; all of them or none. */
function addPunten(actor: Actor, { id, werkplaatsId }: BijeenkomstRow, punten: readonly Nieuw[]) {
	mustFit(id, punten.length);
	const door = doorWie(actor);
	let volgorde = allePunten(id).at(-1)?.volgorde ?? null;
	const made = punten.map((punt) => {
		volgorde = tussen(volgorde, null);
		return db()
			.insert(agendapunt)
			.values({ ...punt, volgorde, bijeenkomstId: id, werkplaatsId, door, updatedBy: door })
			.returning({ id: agendapunt.id })
			.get();
	});
	tellAgenda(id);
	return made;
}

/** At the end of the agenda. */
export function createPunt(
	actor: Actor,
	{ bijeenkomstId, ...punt }: PuntNieuw & { bijeenkomstId: string },
): { id: string } {
	const { row, facts } = findToEdit(actor, bijeenkomstId);
	mustKnow(facts.leeromgevingIds, punt.wieId, null);
	const [made] = addPunten(actor, row, [punt]);
	return made!;
}

export function updatePunt(
	actor: Actor,
	{ bijeenkomstId, id, ...input }: PuntInput & { bijeenkomstId: string },
	basis?: Record<string, string>,
) {
	const { row, facts } = findToEdit(actor, bijeenkomstId);
	const punt = mustFind(findPunt(row.id, id), ({ weggehaaldOp }) => weggehaaldOp === null);
	mustKnow(facts.leeromgevingIds, input.wieId, punt.wieId);
	const keep = merge({
		theirs: basisPunt(punt),
		basis,
		mine: basisPunt(input),
		by: wieWas(row.werkplaatsId, punt.updatedBy),
	});
	if (keep.size === 0) return;
	const values = { ...pick(input, keep), updatedBy: doorWie(actor) };
	db().update(agendapunt).set(values).where(eq(agendapunt.id, id)).run();
	tellAgenda(row.id);
}

/**
 * Behind the point `na`, or with none to the first place. Only this point changes, so two people
 * who move different points both get their way; of one point the last one counts.
 */
export function movePunt(
	actor: Actor,
	{ bijeenkomstId, id, na }: { bijeenkomstId: string; id: string; na: string },
): { plaats: number } {
	const { row } = findToEdit(actor, bijeenkomstId);
	findPunt(row.id, id);
	if (na !== '') findPunt(row.id, na);
	if (na !== id) verplaats(row.id, id, na);
	tellAgenda(row.id);
	return { plaats: puntRows(row.id).findIndex((punt) => punt.id === id) + 1 };
}

function verplaats(bijeenkomstId: string, id: string, na: string) {
	const andere = allePunten(bijeenkomstId).filter((punt) => punt.id !== id);
	const at = andere.findIndex((punt) => punt.id === na);
	const volgorde = tussen(andere[at]?.volgorde ?? null, andere[at + 1]?.volgorde ?? null);
	db().update(agendapunt).set({ volgorde }).where(eq(agendapunt.id, id)).run();
}

/** Off the agenda, and kept. What was written about it stays in the verslag. */
export function removePunt(
	actor: Actor,
	{ bijeenkomstId, id }: { bijeenkomstId: string; id: string },
) {
	const { row } = findToEdit(actor, bijeenkomstId);
	const punt = findPunt(row.id, id);
	if (openLoop(row.id)?.puntId === punt.id)
		throw new Invalid('Dit punt is nu aan de beurt. Ga eerst naar het volgende punt.');
	const values = { weggehaaldOp: now(), weggehaaldDoor: doorWie(actor) };
	db().update(agendapunt).set(values).where(eq(agendapunt.id, id)).run();
	tellAgenda(row.id);
}

/** Back in its place. */
export function withdrawWeghaling(
	actor: Actor,
	{ bijeenkomstId, id }: { bijeenkomstId: string; id: string },
) {
	const { row } = findToEdit(actor, bijeenkomstId);
	findPunt(row.id, id);
	mustFit(row.id, 1);
	const values = { weggehaaldOp: null, weggehaaldDoor: null };
	db().update(agendapunt).set(values).where(eq(agendapunt.id, id)).run();
	tellAgenda(row.id);
}

/** What was agreed before and is still open, as the first point; once. */
export function createTerugblik(actor: Actor, { bijeenkomstId }: { bijeenkomstId: string }) {
	const { row } = findToEdit(actor, bijeenkomstId);
	if (puntRows(row.id).some(({ soort }) => soort === 'acties')) return;
	const [made] = addPunten(actor, row, [actiesPunt]);
	verplaats(row.id, made!.id, '');
}

function stappenVan(sleutel: string) {
	const werkvorm = werkvormVan(sleutel);
	if (!werkvorm) throw new Invalid({ werkvorm: 'Kies een werkvorm uit de lijst.' });
	return puntenVanWerkvorm(werkvorm);
}

/**
 * Begins an empty agenda, with a sjabloon or with the steps of a werkvorm. Two people who choose at
 * once, or one who wrote a point meanwhile: the first counts.
 *
 * @returns whether it was filled
 */
export function createAgenda(
	actor: Actor,
	{
		bijeenkomstId,
		sjabloon = '',
		werkvorm = '',
	}: { bijeenkomstId: string; sjabloon?: string; werkvorm?: string },
): { gevuld: boolean } {
	const { row } = findToEdit(actor, bijeenkomstId);
	const punten = sjabloon ? puntenVanSjabloon(row, sjabloon) : stappenVan(werkvorm);
	if (!punten) throw new Invalid({ sjabloon: 'Kies iets uit de lijst.' });
	if (puntRows(row.id).length > 0) return { gevuld: false };
	const heeftActies = punten.some(({ soort }) => soort === 'acties');
	const isErbij = !heeftActies && listOpenVoor(actor, row.id).length > 0;
	addPunten(actor, row, isErbij ? [actiesPunt, ...punten] : punten);
	return { gevuld: true };
}

/** The steps of a werkvorm behind what is there: it is one part of a bijeenkomst. */
export function createStappen(
	actor: Actor,
	{ bijeenkomstId, werkvorm }: { bijeenkomstId: string; werkvorm: string },
): { aantal: number } {
	const { row } = findToEdit(actor, bijeenkomstId);
	const punten = stappenVan(werkvorm);
	addPunten(actor, row, punten);
	return { aantal: punten.length };
}

/** The agenda of another bijeenkomst behind this one, as if it had not begun. */
export function copyAgenda(actor: Actor, { van, naar }: { van: string; naar: string }) {
	const bron = findAgenda(actor, van);
	const { row } = findToEdit(actor, naar);
	const punten = puntRows(bron.row.id).map(
		({ soort, titel, minuten, doel, wieId, wie, werkvorm, uitleg, stukken }) => ({
			...{ soort, titel, minuten, doel, werkvorm, uitleg },
			...{ wieId, wie, stukken },
		}),
	);
	addPunten(actor, row, punten);
}
