import { and, eq } from 'drizzle-orm';
import { doorWie, type Actor } from '#access/actor.ts';
import { mayWriteBijeenkomst } from '#access/bijeenkomst.ts';
import { must, mustFind } from '#access/must.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { factsOf, findBijeenkomst, type BijeenkomstRow } from './find.server.ts';
import { laatWeten } from './meld.server.ts';
import { reeksOf, titelRows } from './rows.server.ts';
import type { TitelSoort } from './soort.ts';
import { bijeenkomst, bijeenkomstTitel } from './tables.server.ts';
import type { TitelInput } from './titel.input.ts';

interface Welke {
	/** Of the bijeenkomst. */
	id: string;
	titelId: string;
}

const findTitel = ({ id, titelId }: Welke) =>
	mustFind(
		db()
			.select()
			.from(bijeenkomstTitel)
			.where(and(eq(bijeenkomstTitel.id, titelId), eq(bijeenkomstTitel.bijeenkomstId, id)))
			.get(),
	);

/** Another name under which it is known; it stays one bijeenkomst. */
export function createTitel(actor: Actor, { id, ...titel }: TitelInput & { id: string }) {
	const row = findBijeenkomst(actor, id);
	must(mayWriteBijeenkomst(actor, factsOf(row)));
	const namen = [row.titel, ...titelRows(id).map((ander) => ander.titel)];
	if (namen.includes(titel.titel)) throw new Invalid({ titel: 'Deze titel staat er al.' });
	db()
		.insert(bijeenkomstTitel)
		.values({ bijeenkomstId: id, ...titel, door: doorWie(actor) })
		.run();
}

export function removeTitel(actor: Actor, welke: Welke) {
	const row = findBijeenkomst(actor, welke.id);
	must(mayWriteBijeenkomst(actor, factsOf(row)));
	const { id } = findTitel(welke);
	db().delete(bijeenkomstTitel).where(eq(bijeenkomstTitel.id, id)).run();
}

/** What the printed title is when another takes its place. */
function wordtSoort(actor: Actor, row: BijeenkomstRow, wijkt: TitelSoort): TitelSoort {
	if (reeksOf(actor, row)?.titel === row.titel) return 'reeks';
	return wijkt === 'eigen' ? 'alias' : 'eigen';
}

/** Prints another of its titles; the one that was printed takes its place in the list. */
export function updateHoofdtitel(actor: Actor, welke: Welke) {
	const row = findBijeenkomst(actor, welke.id);
	must(mayWriteBijeenkomst(actor, factsOf(row)));
	const gekozen = findTitel(welke);
	const { titel, bron } = gekozen;
	const soort = wordtSoort(actor, row, gekozen.soort);
	db().transaction(() => {
		db()
			.update(bijeenkomst)
			.set({ titel, bron, updatedBy: doorWie(actor) })
			.where(eq(bijeenkomst.id, row.id))
			.run();
		db()
			.update(bijeenkomstTitel)
			.set({ titel: row.titel, bron: row.bron, soort })
			.where(eq(bijeenkomstTitel.id, gekozen.id))
			.run();
	});
	laatWeten(row.id);
}
