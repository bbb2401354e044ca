import { eq } from 'drizzle-orm';
import { doorWie, werkplaatsVan, type Actor } from '#access/actor.ts';
import { must, mustFind } from '#access/must.ts';
import { mayEditPartnerschap } from '#access/partner.ts';
import type { Schrijfdatum } from '#features/datum/schrijfdatum.ts';
import { toonPeriode } from '#features/datum/toon.ts';
import { thema } from '#features/kennisagenda/tables.server.ts';
import { periode } from '#features/werkplaats/tables.server.ts';
import { persoonRow, wieWas } from '#features/persoon/rows.server.ts';
import { merge, pick } from '#server/conflict.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { intentieTekst, partnerschapTekst } from './formulier.ts';
import type { IntentieverklaringInput, PartnerschapInput } from './input.ts';
import { intentieRows, organisatieRow, partnerschapRows } from './rows.server.ts';
import { overlaps } from './status.ts';
import { intentieverklaring, partnerschap } from './tables.server.ts';
import type { Wijziging } from './write.server.ts';

function mustEdit(actor: Actor): string {
	const werkplaatsId = werkplaatsVan(actor);
	must(mayEditPartnerschap(actor, { werkplaatsId }));
	return werkplaatsId;
}

function mustOwnThema(werkplaatsId: string, id: string | null | undefined) {
	if (!id) return;
	const found = db().select().from(thema).where(eq(thema.id, id)).get();
	mustFind(found, (t) => t.werkplaatsId === werkplaatsId);
}

function mustOwnPeriode(werkplaatsId: string, id: string | null | undefined) {
	if (!id) return;
	const found = db().select().from(periode).where(eq(periode.id, id)).get();
	mustFind(found, (p) => p.werkplaatsId === werkplaatsId);
}

interface Afspraak {
	id: string | null;
	organisatieId: string;
	van: Schrijfdatum;
	tot: Schrijfdatum | null;
}

/** It ends after it begins, and one organisatie has one partnerschap at a time. */
function checkSpanne(werkplaatsId: string, nieuw: Afspraak) {
	if (nieuw.tot && nieuw.tot.dag < nieuw.van.dag)
		throw new Invalid({ tot: 'Het einde ligt voor het begin. Kijk de datums na.' });
	const ander = partnerschapRows(werkplaatsId).find(
		(p) => p.organisatieId === nieuw.organisatieId && p.id !== nieuw.id && overlaps(p, nieuw),
	);
	if (!ander) return;
	const veld = ander.van.dag <= nieuw.van.dag ? 'van' : 'tot';
	throw new Invalid({
		[veld]: `Er is in deze tijd al een partnerschap: ${toonPeriode(ander.van, ander.tot)}.`,
	});
}

function checkVerwijzingen(werkplaatsId: string, input: Partial<PartnerschapInput>) {
	if (input.contactpersoonId) mustFind(persoonRow(werkplaatsId, input.contactpersoonId));
	mustOwnThema(werkplaatsId, input.themaId);
}

export function createPartnerschap(
	actor: Actor,
	{ organisatieId, ...input }: PartnerschapInput & { organisatieId: string },
) {
	const werkplaatsId = mustEdit(actor);
	mustFind(organisatieRow(werkplaatsId, organisatieId));
	checkVerwijzingen(werkplaatsId, input);
	checkSpanne(werkplaatsId, { ...input, id: null, organisatieId });
	const row = { ...input, organisatieId, updatedBy: doorWie(actor) };
	return db().insert(partnerschap).values(row).returning({ id: partnerschap.id }).get().id;
}

export function updatePartnerschap(
	actor: Actor,
	input: PartnerschapInput,
	{ id, basis }: Wijziging,
) {
	const werkplaatsId = mustEdit(actor);
	const row = mustFind(partnerschapRows(werkplaatsId).find((p) => p.id === id));
	const by = wieWas(werkplaatsId, row.updatedBy);
	const [theirs, mine] = [partnerschapTekst(row), partnerschapTekst(input)];
	const velden = pick(input, merge({ theirs, basis, mine, by }));
	checkVerwijzingen(werkplaatsId, velden);
	checkSpanne(werkplaatsId, { ...row, ...velden });
	db()
		.update(partnerschap)
		.set({ ...velden, updatedBy: doorWie(actor) })
		.where(eq(partnerschap.id, id))
		.run();
}

export function removePartnerschap(actor: Actor, id: string) {
	const werkplaatsId = mustEdit(actor);
	mustFind(partnerschapRows(werkplaatsId).find((p) => p.id === id));
	db().delete(partnerschap).where(eq(partnerschap.id, id)).run();
}

function checkIntentie(werkplaatsId: string, input: Partial<IntentieverklaringInput>) {
	mustOwnPeriode(werkplaatsId, input.periodeId);
	mustOwnThema(werkplaatsId, input.themaId);
}

export function createIntentieverklaring(
	actor: Actor,
	{ organisatieId, ...input }: IntentieverklaringInput & { organisatieId: string },
) {
	const werkplaatsId = mustEdit(actor);
	mustFind(organisatieRow(werkplaatsId, organisatieId));
	checkIntentie(werkplaatsId, input);
	const row = { ...input, organisatieId, updatedBy: doorWie(actor) };
	const { id } = db().insert(intentieverklaring).values(row).returning().get();
	return id;
}

export function updateIntentieverklaring(
	actor: Actor,
	input: IntentieverklaringInput,
	{ id, basis }: Wijziging,
) {
	const werkplaatsId = mustEdit(actor);
	const row = mustFind(intentieRows(werkplaatsId).find((i) => i.id === id));
	const by = wieWas(werkplaatsId, row.updatedBy);
	const [theirs, mine] = [intentieTekst(row), intentieTekst(input)];
	const velden = pick(input, merge({ theirs, basis, mine, by }));
	checkIntentie(werkplaatsId, velden);
	db()
		.update(intentieverklaring)
		.set({ ...velden, updatedBy: doorWie(actor) })
		.where(eq(intentieverklaring.id, id))
		.run();
}

export function removeIntentieverklaring(actor: Actor, id: string) {
	const werkplaatsId = mustEdit(actor);
	mustFind(intentieRows(werkplaatsId).find((i) => i.id === id));
	db().delete(intentieverklaring).where(eq(intentieverklaring.id, id)).run();
}
