import { and, eq, isNull } from 'drizzle-orm';
import { doorWie, type Actor } from '#access/actor.ts';
import { mayNeemRegie, mayRegie } from '#access/bord.ts';
import { must } from '#access/must.ts';
import { bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import type { CodeInput } from '#features/presentie/code.input.ts';
import { geldigTot } from '#features/presentie/geldig.ts';
import { delenOf } from '#features/bijeenkomst/rows.server.ts';
import { vrijeCode } from '#features/uitnodiging/schermcode.server.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { liveCode, liveCodeByCijfers } from './code.rows.server.ts';
import { findBord, regieFacts, type BordRow } from './find.server.ts';
import { tellCode } from './nieuws.server.ts';
import { bordBijeenkomst, bordcode } from './tables.server.ts';

interface Waar {
	bordId: string;
}

/** Who holds regie, or may take it. */
function mustLead(actor: Actor, { bordId }: Waar): BordRow {
	const row = findBord(actor, bordId);
	const facts = regieFacts(row);
	must(mayRegie(actor, facts) || mayNeemRegie(actor, facts));
	return row;
}

const endCode = (id: string) =>
	db().update(bordcode).set({ ingetrokkenOp: now() }).where(eq(bordcode.id, id)).run();

/** Of all bijeenkomsten in which it is used the one at hand says how long. */
function tot({ id }: BordRow): Date {
	const delen = db()
		.select({ bijeenkomst })
		.from(bordBijeenkomst)
		.innerJoin(bijeenkomst, eq(bijeenkomst.id, bordBijeenkomst.bijeenkomstId))
		.where(and(eq(bordBijeenkomst.bordId, id), isNull(bijeenkomst.weggehaaldOp)))
		.all()
		.flatMap((row) => delenOf(row.bijeenkomst))
		.toSorted((a, b) => `${a.dag} ${a.eind}`.localeCompare(`${b.dag} ${b.eind}`));
	return geldigTot(delen, now());
}

/** A code for who comes to the table. When there is one already it stays, unless it is this one that goes. */
export function createCode(actor: Actor, { bordId, vervangt }: Waar & CodeInput) {
	const row = mustLead(actor, { bordId });
	if (!row.gasten) throw new Invalid('Op dit bord komen geen gasten. Zet dat eerst aan.');
	return db().transaction(() => {
		const live = liveCode(bordId);
		if (live && live.id !== vervangt) return { id: live.id };
		if (live) endCode(live.id);
		const code = vrijeCode('bord', (cijfers) => liveCodeByCijfers(cijfers) !== undefined);
		const { werkplaatsId } = row;
		db()
			.insert(bordcode)
			.values({ ...code, werkplaatsId, bordId, verlooptOp: tot(row), door: doorWie(actor) })
			.run();
		tellCode(bordId);
		return { id: code.id };
	});
}

/** From now on nobody comes in by it; who is in stays. */
export function withdrawCode(actor: Actor, waar: Waar) {
	const live = liveCode(mustLead(actor, waar).id);
	if (live) endCode(live.id);
	tellCode(waar.bordId);
}
