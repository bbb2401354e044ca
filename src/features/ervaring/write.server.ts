import { and, eq, isNull } from 'drizzle-orm';
import { doorWie, werkplaatsVan, type Actor } from '#access/actor.ts';
import { mayWriteErvaring } from '#access/ervaring.ts';
import { mayReadRuimteVan } from '#access/bijeenkomst.ts';
import { must, mustFind } from '#access/must.ts';
import { mayMail } from '#features/account/bewijs.server.ts';
import { factsOf, findBijeenkomst } from '#features/bijeenkomst/find.server.ts';
import { persoonNaam } from '#features/persoon/rows.server.ts';
import { now } from '#server/clock.ts';
import { merge, pick } from '#server/conflict.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { newId } from '#server/id.ts';
import { queueMail } from '#server/mail/outbox.ts';
import { hashToken } from '#server/session/token.ts';
import { basisErvaring } from './basis.ts';
import { vraagBrief } from './brief.ts';
import type { ErvaringInput, ErvaringNieuw, VraagInput } from './input.ts';
import { laatsteAntwoord } from './publiek.server.ts';
import { linkVan, tokenVan, vraagVan, type ErvaringRow } from './rows.server.ts';
import { ervaring, ervaringvraag } from './tables.server.ts';

/** How long a speaker has to answer. Who answered can come back to it for good. */
const LASTS = 90 * 24 * 60 * 60_000;

const AL_BEANTWOORD = 'Hierop is al geantwoord. Schrijf iets nieuws apart op.';

/** For who may not know of the bijeenkomst, or may not enter it, what was said does not exist. */
function findErvaring(actor: Actor, id: string) {
	const here = and(
		eq(ervaring.id, id),
		eq(ervaring.werkplaatsId, werkplaatsVan(actor)),
		isNull(ervaring.weggehaaldOp),
	);
	const row = mustFind(db().select().from(ervaring).where(here).get());
	const bij = findBijeenkomst(actor, row.bijeenkomstId);
	const facts = factsOf(bij);
	mustFind(facts, (known) => mayReadRuimteVan(actor, known));
	must(mayWriteErvaring(actor, facts));
	return { row, bij };
}

function mustBeUnanswered({ id }: ErvaringRow) {
	if (laatsteAntwoord(id)) throw new Invalid(AL_BEANTWOORD);
}

/** What somebody said, as it was said: criticism too. */
export function createErvaring(
	actor: Actor,
	{ bijeenkomstId, ...values }: ErvaringNieuw & { bijeenkomstId: string },
): { id: string } {
	const bij = findBijeenkomst(actor, bijeenkomstId);
	must(mayWriteErvaring(actor, factsOf(bij)));
	const { id, werkplaatsId } = bij;
	return db()
		.insert(ervaring)
		.values({ ...values, bijeenkomstId: id, werkplaatsId, door: doorWie(actor) })
		.returning({ id: ervaring.id })
		.get();
}

/** Only as long as nobody answered: a yes is for these words. */
export function updateErvaring(
	actor: Actor,
	{ id, ...input }: ErvaringInput,
	basis?: Record<string, string>,
) {
	const { row } = findErvaring(actor, id);
	mustBeUnanswered(row);
	const keep = merge({
		theirs: basisErvaring(row),
		basis,
		mine: basisErvaring(input),
		by: 'Iemand anders',
	});
	if (keep.size === 0) return;
	db().update(ervaring).set(pick(input, keep)).where(eq(ervaring.id, row.id)).run();
}

/** From now on it is nowhere, also not where it might go; its link opens nothing any more. */
export function removeErvaring(actor: Actor, { id }: { id: string }) {
	const { row } = findErvaring(actor, id);
	const values = { weggehaaldOp: now(), weggehaaldDoor: doorWie(actor) };
	db().update(ervaring).set(values).where(eq(ervaring.id, row.id)).run();
}

/**
 * Asks the speaker, by mail or with a link to hand over. The question before it, when there was one,
 * is withdrawn: only one link opens the page.
 */
export function createVraag(actor: Actor, { id, email }: VraagInput) {
	const { row, bij } = findErvaring(actor, id);
	mustBeUnanswered(row);
	const vraagId = newId();
	const door = doorWie(actor);
	db().transaction(() => {
		withdrawVragen(row.id);
		db().update(ervaring).set({ email }).where(eq(ervaring.id, row.id)).run();
		const verlooptOp = new Date(now().getTime() + LASTS);
		const tokenHash = hashToken(tokenVan(vraagId));
		db()
			.insert(ervaringvraag)
			.values({ id: vraagId, ervaringId: row.id, tokenHash, verlooptOp, door })
			.run();
		if (email) send({ ...row, email }, { titel: bij.titel, vraagId, door });
	});
}

function send(
	{ email, naam, tekst, werkplaatsId }: ErvaringRow,
	{ titel, vraagId, door }: { titel: string; vraagId: string; door: string | null },
) {
	if (!mayMail(email))
		throw new Invalid({
			email: 'Dit adres kreeg al een paar mails. Probeer het over een uur weer.',
		});
	const brief = {
		titel,
		naam,
		tekst,
		link: linkVan(vraagId),
		door: persoonNaam(werkplaatsId, door),
	};
	queueMail({ to: email, ...vraagBrief(brief) });
}

const withdrawVragen = (ervaringId: string) =>
	db()
		.update(ervaringvraag)
		.set({ ingetrokkenOp: now() })
		.where(and(eq(ervaringvraag.ervaringId, ervaringId), isNull(ervaringvraag.ingetrokkenOp)))
		.run();

/** The link opens nothing any more. Who answered keeps theirs, to take it back with. */
export function withdrawVraag(actor: Actor, { id }: { id: string }) {
	const { row } = findErvaring(actor, id);
	mustBeUnanswered(row);
	if (!vraagVan(row.id)) return;
	withdrawVragen(row.id);
}
