import { and, eq, isNull } from 'drizzle-orm';
import { doorWie, type Actor } from '#access/actor.ts';
import { mayWriteBijeenkomst } from '#access/bijeenkomst.ts';
import { must } from '#access/must.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { factsOf, findBijeenkomst, type BijeenkomstRow } from './find.server.ts';
import { laatWeten } from './meld.server.ts';
import { afzeggingOf } from './rows.server.ts';
import { afzegging, bijeenkomst } from './tables.server.ts';
import type { AfzegInput } from './titel.input.ts';

/** What calendars have is older than this. */
const schuifVolgnummer = ({ id, volgnummer }: BijeenkomstRow) =>
	db()
		.update(bijeenkomst)
		.set({ volgnummer: volgnummer + 1 })
		.where(eq(bijeenkomst.id, id))
		.run();

/** It does not go on; who already said so keeps the word. */
export function createAfzegging(actor: Actor, { id, reden }: AfzegInput & { id: string }) {
	const row = findBijeenkomst(actor, id);
	must(mayWriteBijeenkomst(actor, factsOf(row)));
	if (afzeggingOf(row)) return;
	db().transaction(() => {
		db()
			.insert(afzegging)
			.values({ bijeenkomstId: id, reden, door: doorWie(actor) })
			.run();
		schuifVolgnummer(row);
	});
	laatWeten(id);
}

/** It goes on after all; that it was called off stays known. */
export function withdrawAfzegging(actor: Actor, id: string) {
	const row = findBijeenkomst(actor, id);
	must(mayWriteBijeenkomst(actor, factsOf(row)));
	if (!afzeggingOf(row)) return;
	const geldt = and(eq(afzegging.bijeenkomstId, id), isNull(afzegging.ingetrokkenOp));
	db().transaction(() => {
		const values = { ingetrokkenOp: now(), ingetrokkenDoor: doorWie(actor) };
		db().update(afzegging).set(values).where(geldt).run();
		schuifVolgnummer(row);
	});
	laatWeten(id);
}
