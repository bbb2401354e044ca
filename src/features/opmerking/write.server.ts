import { eq } from 'drizzle-orm';
import * as Y from 'yjs';
import { doorWie, type Actor } from '#access/actor.ts';
import { must, mustFind } from '#access/must.ts';
import {
	mayCreateOpmerking,
	mayReadOpmerkingen,
	mayResolveOpmerking,
	mayUpdateOpmerking,
	type OpmerkingWaar,
} from '#access/opmerking.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { Invalid, NotFound } from '#server/errors.ts';
import { notifyDocument } from '#sync/server/notify.ts';
import {
	MAX_ANKER,
	type Antwoord,
	type OpmerkingKeus,
	type OpmerkingNieuw,
	type OpmerkingWijziging,
} from './input.ts';
import { countOpen, opmerkingRow } from './rows.server.ts';
import { opmerking } from './tables.server.ts';

const MAX_OPEN = 500;
const MAX_ANTWOORDEN = 200;

const tell = ({ document }: OpmerkingWaar) => notifyDocument(document, 'opmerkingen');

/** A place as Yjs reads it back; null for none, Invalid for what is no place. */
function ankerOf(base64: string): Buffer | null {
	if (!base64) return null;
	const bytes = Buffer.from(base64, 'base64');
	try {
		if (bytes.length > MAX_ANKER) throw new Error('too long');
		Y.decodeRelativePosition(bytes);
	} catch {
		throw new Invalid('Deze plek in de tekst kennen we niet.');
	}
	return bytes;
}

/** A remark on a passage, or without one on the whole text. */
export function createOpmerking(
	actor: Actor,
	{ waar, tekst, citaat, ...places }: OpmerkingNieuw & { waar: OpmerkingWaar },
): { id: string } {
	must(mayCreateOpmerking(actor, waar));
	const [van, tot] = [ankerOf(places.van), ankerOf(places.tot)];
	if (!van !== !tot) throw new Invalid('Deze plek in de tekst kennen we niet.');
	if (countOpen(waar, null) >= MAX_OPEN)
		throw new Invalid('Er staan al 500 opmerkingen open. Handel er eerst een paar af.');
	const values = { document: waar.document, tekst, citaat, van, tot, door: doorWie(actor) };
	const made = db().insert(opmerking).values(values).returning({ id: opmerking.id }).get();
	tell(waar);
	return made;
}

/** One below a remark. Answering what was dealt with opens it again. */
export function createAntwoord(
	actor: Actor,
	{ waar, opId, tekst }: Antwoord & { waar: OpmerkingWaar },
): { id: string } {
	must(mayCreateOpmerking(actor, waar));
	const op = mustFind(opmerkingRow(waar, opId), (row) => row.opId === null);
	if (countOpen(waar, opId) >= MAX_ANTWOORDEN)
		throw new Invalid('Hier is al veel geantwoord. Begin een nieuwe opmerking.');
	const values = { document: waar.document, opId, tekst, door: doorWie(actor) };
	return db().transaction(() => {
		if (op.afgehandeldOp) set(opId, { afgehandeldOp: null, afgehandeldDoor: null });
		const made = db().insert(opmerking).values(values).returning({ id: opmerking.id }).get();
		tell(waar);
		return made;
	});
}

const set = (id: string, values: Partial<typeof opmerking.$inferInsert>) =>
	db().update(opmerking).set(values).where(eq(opmerking.id, id)).run();

/** Of a document one may read; what is of another document does not exist. */
function findOpmerking(actor: Actor, waar: OpmerkingWaar, id: string) {
	if (!mayReadOpmerkingen(actor, waar)) throw new NotFound();
	return mustFind(opmerkingRow(waar, id));
}

function mustBeOwn(actor: Actor, waar: OpmerkingWaar, id: string) {
	const row = findOpmerking(actor, waar, id);
	must(mayUpdateOpmerking(actor, { ...waar, door: row.door }));
	return row;
}

export function updateOpmerking(
	actor: Actor,
	{ waar, id, tekst }: OpmerkingWijziging & { waar: OpmerkingWaar },
) {
	const row = mustBeOwn(actor, waar, id);
	if (row.weggehaaldOp) throw new NotFound();
	if (row.tekst === tekst) return;
	set(id, { tekst, gewijzigdOp: now() });
	tell(waar);
}

/** Takes an own remark away; it can be put back. */
export function removeOpmerking(
	actor: Actor,
	{ waar, id }: OpmerkingKeus & { waar: OpmerkingWaar },
) {
	mustBeOwn(actor, waar, id);
	set(id, { weggehaaldOp: now() });
	tell(waar);
}

export function withdrawWeghaling(
	actor: Actor,
	{ waar, id }: OpmerkingKeus & { waar: OpmerkingWaar },
) {
	mustBeOwn(actor, waar, id);
	set(id, { weggehaaldOp: null });
	tell(waar);
}

function mustResolve(actor: Actor, waar: OpmerkingWaar, id: string) {
	const row = findOpmerking(actor, waar, id);
	must(mayResolveOpmerking(actor, waar) && row.opId === null);
	return row;
}

/** Says that a remark is dealt with: it stays, folded. */
export function finaliseOpmerking(
	actor: Actor,
	{ waar, id }: OpmerkingKeus & { waar: OpmerkingWaar },
) {
	if (mustResolve(actor, waar, id).afgehandeldOp) return;
	set(id, { afgehandeldOp: now(), afgehandeldDoor: doorWie(actor) });
	tell(waar);
}

export function withdrawAfhandeling(
	actor: Actor,
	{ waar, id }: OpmerkingKeus & { waar: OpmerkingWaar },
) {
	mustResolve(actor, waar, id);
	set(id, { afgehandeldOp: null, afgehandeldDoor: null });
	tell(waar);
}
