import { eq } from 'drizzle-orm';
import { doorWie, type Actor } from '#access/actor.ts';
import { mayGeefRegie, mayNeemRegie, mayRegie } from '#access/bord.ts';
import { must } from '#access/must.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { factsOfBord, findBord, regieFacts, type BordRow } from './find.server.ts';
import { eersteVan, reeksVan } from './reeks.rows.server.ts';
import { regieKeuze } from './regie.rows.server.ts';
import { vraagtStandpunt } from './soort.ts';
import { standOf, toonStand, type StandRow } from './stand.server.ts';
import { bordstand } from './tables.server.ts';

interface Waar {
	bordId: string;
}

const zet = (bordId: string, velden: Partial<StandRow>) =>
	db().update(bordstand).set(velden).where(eq(bordstand.bordId, bordId)).run();

/** From where everybody is led: of a café from the bord of all, of stellingen from the one of now. */
function findToGather(actor: Actor, bordId: string) {
	const row = findBord(actor, bordId);
	const eerste = eersteVan(row);
	must(mayRegie(actor, factsOfBord(row)));
	must(eerste !== undefined && (vraagtStandpunt(row.soort) || eerste.id === row.id));
	return { row, eerste: eerste!, reeks: reeksVan(row) };
}

function toonAlle(reeks: readonly BordRow[]) {
	for (const { id } of reeks) toonStand(id);
}

/**
 * Everybody goes on to this bord, or back to where each sat. Regie goes along: who leads people
 * there leads there.
 */
export function moveReeks(actor: Actor, { bordId, naar }: Waar & { naar: string }) {
	const { row, eerste, reeks } = findToGather(actor, bordId);
	const erbij = vraagtStandpunt(row.soort) ? reeks : [eerste];
	const doel = erbij.find(({ id }) => id === naar);
	if (naar !== '' && (!doel || doel.afgerondOp !== null))
		throw new Invalid('Dit bord is er niet meer bij. Kies een ander bord.');
	db().transaction(() => {
		zet(eerste.id, { naar });
		if (doel && doel.id !== row.id) zet(doel.id, { regieId: doorWie(actor) });
		toonAlle(reeks);
	});
}

/** Everybody to another table: what is written from now on is of the next round. */
export function createTafelronde(actor: Actor, { bordId }: Waar): { ronde: number } {
	const { row, eerste, reeks } = findToGather(actor, bordId);
	must(row.soort === 'wereldcafe');
	return db().transaction(() => {
		const ronde = standOf(eerste.id).tafelronde + 1;
		zet(eerste.id, { tafelronde: ronde, naar: '' });
		toonAlle(reeks);
		return { ronde };
	});
}

/** Who stays at a table and leads it: said beforehand by who prepares, or by who holds regie there. */
export function assignGespreksleider(
	actor: Actor,
	{ bordId, tafelId, naar }: Waar & { tafelId: string; naar: string },
) {
	const row = findBord(actor, tafelId);
	const facts = regieFacts(row);
	must(mayGeefRegie(actor, facts) || mayNeemRegie(actor, facts));
	if (row.plenairId !== bordId) throw new Invalid({ naar: 'Dit is geen tafel van dit bord.' });
	if (!regieKeuze(row).some(({ id }) => id === naar))
		throw new Invalid({ naar: 'Kies iemand uit de lijst.' });
	db().transaction(() => {
		zet(tafelId, { regieId: naar });
		toonStand(tafelId);
	});
}
