import { and, eq, isNull } from 'drizzle-orm';
import { doorWie, werkplaatsVan, type Actor } from '#access/actor.ts';
import { must } from '#access/must.ts';
import { mayEditWoordenlijst } from '#access/werkplaats.ts';
import { merge, pick } from '#server/conflict.ts';
import { db } from '#server/db/db.ts';
import { naamVan, type Wijziging } from './basis.ts';
import type { WoordInput, WoordPlek } from './input.ts';
import { detailPeriode } from './read.server.ts';
import { woord } from './tables.server.ts';
import { STANDAARD, type Woord } from './woordenlijst.ts';

function mustEdit(actor: Actor, periodeId: string | null): string {
	const werkplaatsId = werkplaatsVan(actor);
	must(mayEditWoordenlijst(actor, { werkplaatsId }));
	if (periodeId) detailPeriode(actor, periodeId);
	return werkplaatsId;
}

const plek = (werkplaatsId: string, { sleutel, periodeId }: WoordPlek) =>
	and(
		eq(woord.werkplaatsId, werkplaatsId),
		eq(woord.sleutel, sleutel),
		periodeId ? eq(woord.periodeId, periodeId) : isNull(woord.periodeId),
	);

const alsTekst = ({ enkelvoud, meervoud, lidwoord }: Woord): Record<string, string> => ({
	enkelvoud,
	meervoud,
	lidwoord,
});

/** Says how the werkplaats calls something, for always or in one periode. */
export function updateWoord(
	actor: Actor,
	input: WoordInput,
	{ basis, wie }: Omit<Wijziging, 'id'> = {},
) {
	const werkplaatsId = mustEdit(actor, input.periodeId);
	const row = db().select().from(woord).where(plek(werkplaatsId, input)).get();
	const theirs = alsTekst(row ?? STANDAARD[input.sleutel]);
	const by = naamVan(row?.updatedBy ?? null, wie);
	const mijn = merge({ theirs, basis: row && basis, mine: alsTekst(input), by });
	const updatedBy = doorWie(actor);
	if (!row) {
		db()
			.insert(woord)
			.values({ ...input, werkplaatsId, updatedBy })
			.run();
		return;
	}
	db()
		.update(woord)
		.set({ ...pick(input, mijn), updatedBy })
		.where(eq(woord.id, row.id))
		.run();
}

/** Back to the usual word, or in a periode to the word for always. */
export function removeWoord(actor: Actor, input: WoordPlek) {
	const werkplaatsId = mustEdit(actor, input.periodeId);
	db().delete(woord).where(plek(werkplaatsId, input)).run();
}
