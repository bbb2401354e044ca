import { eq } from 'drizzle-orm';
import { doorWie, type Actor } from '#access/actor.ts';
import { must, mustFind } from '#access/must.ts';
import { mayCheckIn } from '#access/presentie.ts';
import {
	factsOf,
	findBijeenkomst,
	type BijeenkomstRow,
} from '#features/bijeenkomst/find.server.ts';
import { delenOf } from '#features/bijeenkomst/rows.server.ts';
import { now, today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import type { ZelfInput } from './input.ts';
import { addRegel, dagOf, deelNu, meldPresentie, mustBeOpen, regelsOf } from './rows.server.ts';
import { snapVan } from './snap.server.ts';
import { presentieregel } from './tables.server.ts';
import { antwoordenOf } from './verwacht.server.ts';

/** Who taps is a persoon with a seat, or one who was asked or may come. */
function mustBeHere(actor: Actor, row: BijeenkomstRow): string {
	const persoonId = doorWie(actor) ?? '';
	const genodigd = antwoordenOf(row.id).has(persoonId);
	must(mayCheckIn(actor, { ...factsOf(row), genodigd }));
	return persoonId;
}

/** "Ik was erbij", by own tap or with the code. */
export function createEigenRegel(
	actor: Actor,
	{
		bijeenkomstId,
		perspectief,
		bron = 'zelf',
	}: Partial<ZelfInput> & { bijeenkomstId: string; bron?: 'zelf' | 'code' },
): { id: string } {
	const row = findBijeenkomst(actor, bijeenkomstId);
	const persoonId = mustBeHere(actor, row);
	const deel = deelNu(delenOf(row));
	const dag = dagOf(row, deel);
	if (!row.datum || dag > today())
		throw new Invalid('Deze bijeenkomst moet nog komen. Zeg straks dat je er bent.');
	const snap = snapVan(row, persoonId, dag);
	const { id } = addRegel({
		...snap,
		perspectief: perspectief ?? snap.perspectief,
		werkplaatsId: row.werkplaatsId,
		bijeenkomstId,
		dagdeelId: deel?.id ?? null,
		status: 'aanwezig',
		bron,
		door: persoonId,
	});
	return { id };
}

/** "Toch niet": only of what I said myself, as long as nobody answers for the list. */
export function removeEigenRegel(actor: Actor, bijeenkomstId: string) {
	const row = findBijeenkomst(actor, bijeenkomstId);
	const persoonId = mustBeHere(actor, row);
	mustBeOpen(row.id);
	const mijn = regelsOf(row.id).filter((regel) => regel.persoonId === persoonId);
	const eigen = mustFind(mijn.find(({ bron }) => bron === 'zelf' || bron === 'code'));
	const weg = { weggehaaldOp: now(), weggehaaldDoor: persoonId };
	db().update(presentieregel).set(weg).where(eq(presentieregel.id, eigen.id)).run();
	meldPresentie(row.id);
}
