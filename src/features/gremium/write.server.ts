import { eq } from 'drizzle-orm';
import { doorWie, werkplaatsVan, type Actor } from '#access/actor.ts';
import { mayEditGremium } from '#access/gremium.ts';
import { must, mustFind } from '#access/must.ts';
import type { Schrijfdatum } from '#features/datum/schrijfdatum.ts';
import { toonDatum, toonPeriode } from '#features/datum/toon.ts';
import { persoonRow, wieWas } from '#features/persoon/rows.server.ts';
import { merge, pick } from '#server/conflict.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { gremiumTekst } from './formulier.ts';
import type { GremiumInput, GremiumLidInput, OpheffingInput, VergaderingInput } from './input.ts';
import { gremiumRow, ledenRows, opheffingRows, vergaderingRows } from './rows.server.ts';
import { opgehevenOp, overlaps } from './status.ts';
import { gremium, gremiumLid, gremiumOpheffing, gremiumVergadering } from './tables.server.ts';

function mustEdit(actor: Actor): string {
	const werkplaatsId = werkplaatsVan(actor);
	must(mayEditGremium(actor, { werkplaatsId }));
	return werkplaatsId;
}

const mustOwn = (actor: Actor, id: string) => mustFind(gremiumRow(mustEdit(actor), id));

export function createGremium(actor: Actor, input: GremiumInput): string {
	const werkplaatsId = mustEdit(actor);
	const row = { ...input, werkplaatsId, updatedBy: doorWie(actor) };
	return db().insert(gremium).values(row).returning({ id: gremium.id }).get().id;
}

export function updateGremium(
	actor: Actor,
	input: GremiumInput,
	{ id, basis }: { id: string; basis?: Record<string, string> },
) {
	const row = mustOwn(actor, id);
	const by = wieWas(row.werkplaatsId, row.updatedBy);
	const [theirs, mine] = [gremiumTekst(row), gremiumTekst(input)];
	const velden = pick(input, merge({ theirs, basis, mine, by }));
	db()
		.update(gremium)
		.set({ ...velden, updatedBy: doorWie(actor) })
		.where(eq(gremium.id, id))
		.run();
}

/** Only a gremium without a history: one that met or had leden is dissolved, not removed. */
export function removeGremium(actor: Actor, id: string) {
	const { naam } = mustOwn(actor, id);
	const heeftVerleden = [ledenRows(id), vergaderingRows(id), opheffingRows(id)].some(
		(r) => r.length,
	);
	if (heeftVerleden)
		throw new Invalid(
			`${naam} heeft leden of bijeenkomsten gehad. Hef het op, dan blijft dat bewaard.`,
		);
	db().delete(gremium).where(eq(gremium.id, id)).run();
}

const checkVolgorde = (van: Schrijfdatum | null, tot: Schrijfdatum | null) => {
	if (van && tot && tot.dag < van.dag)
		throw new Invalid({ tot: 'Het einde ligt voor het begin. Kijk de datums na.' });
};

/** One spell: people come and go, and may come back. */
export function createGremiumLid(actor: Actor, input: GremiumLidInput & { gremiumId: string }) {
	const { werkplaatsId } = mustOwn(actor, input.gremiumId);
	mustFind(persoonRow(werkplaatsId, input.persoonId));
	checkVolgorde(input.van, input.tot);
	const dubbel = ledenRows(input.gremiumId).find(
		(lid) => lid.persoonId === input.persoonId && overlaps(lid, input),
	);
	if (dubbel) {
		const toen = dubbel.van ? ` (${toonPeriode(dubbel.van, dubbel.tot)})` : '';
		throw new Invalid({ persoonId: `${dubbel.naam} is in deze tijd al lid${toen}.` });
	}
	return db().insert(gremiumLid).values(input).returning({ id: gremiumLid.id }).get().id;
}

interface Regel {
	gremiumId: string;
	id: string;
}

/** The last day of a lid. The spell stays in the history. */
export function updateGremiumLid(
	actor: Actor,
	{ gremiumId, id, tot }: Regel & { tot: Schrijfdatum },
) {
	mustOwn(actor, gremiumId);
	const lid = mustFind(ledenRows(gremiumId).find((l) => l.id === id));
	checkVolgorde(lid.van, tot);
	db().update(gremiumLid).set({ tot }).where(eq(gremiumLid.id, id)).run();
}

/** For a spell that was a mistake; who leaves gets a last day instead. */
export function removeGremiumLid(actor: Actor, { gremiumId, id }: Regel) {
	mustOwn(actor, gremiumId);
	mustFind(ledenRows(gremiumId).find((l) => l.id === id));
	db().delete(gremiumLid).where(eq(gremiumLid.id, id)).run();
}

/** A meeting that was held, or "4 keer" in a stretch of time. */
export function createVergadering(actor: Actor, input: VergaderingInput & { gremiumId: string }) {
	mustOwn(actor, input.gremiumId);
	const toen = opgehevenOp(opheffingRows(input.gremiumId), input.datum.eerste);
	if (toen)
		throw new Invalid({ datum: `Het gremium was toen opgeheven, sinds ${toonDatum(toen.op)}.` });
	db()
		.insert(gremiumVergadering)
		.values({ ...input, door: doorWie(actor) })
		.run();
}

export function removeVergadering(actor: Actor, { gremiumId, id }: Regel) {
	mustOwn(actor, gremiumId);
	mustFind(vergaderingRows(gremiumId).find((row) => row.id === id));
	db().delete(gremiumVergadering).where(eq(gremiumVergadering.id, id)).run();
}

/** Dissolves it from that day, "voorlopig" or for good. Nothing of its history goes. */
export function createOpheffing(
	actor: Actor,
	{ gremiumId, op, soort, reden }: OpheffingInput & { gremiumId: string },
) {
	const { van } = mustOwn(actor, gremiumId);
	const eerder = opheffingRows(gremiumId);
	const open = eerder.find((o) => o.herleefdOp === null);
	if (open) throw new Invalid({ op: `Het gremium is al opgeheven, per ${toonDatum(open.op)}.` });
	if (van && op.dag < van.dag)
		throw new Invalid({ op: `Dit ligt voor het begin van het gremium, ${toonDatum(van)}.` });
	const laatst = eerder.at(-1)?.herleefdOp;
	if (laatst && op.dag < laatst.dag)
		throw new Invalid({ op: `Dit ligt voor de dag waarop het herleefde, ${toonDatum(laatst)}.` });
	db()
		.insert(gremiumOpheffing)
		.values({ gremiumId, op, voorlopig: soort === 'voorlopig', reden, door: doorWie(actor) })
		.run();
}

/** Revives it from that day; that it was dissolved stays to be read. */
export function withdrawOpheffing(
	actor: Actor,
	{ gremiumId, herleefdOp }: { gremiumId: string; herleefdOp: Schrijfdatum },
) {
	mustOwn(actor, gremiumId);
	const open = opheffingRows(gremiumId).find((o) => o.herleefdOp === null);
	if (!open) throw new Invalid('Het gremium is niet opgeheven.');
	if (herleefdOp.dag < open.op.dag)
		throw new Invalid({ herleefdOp: `Het werd pas opgeheven per ${toonDatum(open.op)}.` });
	db().update(gremiumOpheffing).set({ herleefdOp }).where(eq(gremiumOpheffing.id, open.id)).run();
}
