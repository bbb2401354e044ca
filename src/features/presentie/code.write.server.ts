import { eq } from 'drizzle-orm';
import { doorWie, type Actor } from '#access/actor.ts';
import { mayLoopAgenda } from '#access/bijeenkomst.ts';
import { must } from '#access/must.ts';
import { factsOf, findBijeenkomst } from '#features/bijeenkomst/find.server.ts';
import { delenOf } from '#features/bijeenkomst/rows.server.ts';
import { vrijeCode } from '#features/uitnodiging/schermcode.server.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { mustHaveDay } from './begin.server.ts';
import type { CodeInput } from './code.input.ts';
import { liveCode, liveCodeByCijfers } from './code.rows.server.ts';
import { isDicht } from './code.staat.server.ts';
import { geldigTot } from './geldig.ts';
import { meldPresentie } from './rows.server.ts';
import { presentiecode } from './tables.server.ts';

interface Waar {
	bijeenkomstId: string;
}

function mustLoop(actor: Actor, { bijeenkomstId }: Waar) {
	const row = findBijeenkomst(actor, bijeenkomstId);
	must(mayLoopAgenda(actor, factsOf(row)));
	return row;
}

const endCode = (id: string) =>
	db().update(presentiecode).set({ ingetrokkenOp: now() }).where(eq(presentiecode.id, id)).run();

/** A code for who is in the room. When there is one already it stays, unless it is this one that goes. */
export function createCode(actor: Actor, { bijeenkomstId, vervangt }: Waar & CodeInput) {
	const row = mustLoop(actor, { bijeenkomstId });
	if (isDicht(row)) throw new Invalid('Deze bijeenkomst is gesloten. Een code kan niet meer.');
	mustHaveDay(row);
	const live = liveCode(row.id);
	if (live && live.id !== vervangt) return { id: live.id };
	if (live) endCode(live.id);
	const code = vrijeCode('presentie', (cijfers) => liveCodeByCijfers(cijfers) !== undefined);
	db()
		.insert(presentiecode)
		.values({
			...code,
			werkplaatsId: row.werkplaatsId,
			bijeenkomstId: row.id,
			verlooptOp: geldigTot(delenOf(row), now()),
			door: doorWie(actor),
		})
		.run();
	meldPresentie(row.id);
	return { id: code.id };
}

/** From now on nobody comes in by it; who is in stays. */
export function withdrawCode(actor: Actor, waar: Waar) {
	const live = liveCode(mustLoop(actor, waar).id);
	if (live) endCode(live.id);
	meldPresentie(waar.bijeenkomstId);
}
