import { eq } from 'drizzle-orm';
import { doorWie, type Actor } from '#access/actor.ts';
import { must, mustFind } from '#access/must.ts';
import { mayWriteVerslag } from '#access/verslag.ts';
import { writeTekst } from '#features/tekst/vul.ts';
import { verslagNaam } from '#features/verslag/document.ts';
import { findVerslag } from '#features/verslag/find.server.ts';
import { versie } from '#features/verslag/tables.server.ts';
import { liveTekst, tenzijStuk } from '#features/verslag/tekst.server.ts';
import { addVersie, inhoudVan } from '#features/verslag/versie.rows.server.ts';
import { db } from '#server/db/db.ts';
import { editDocument } from '#sync/server/edit.ts';
import { notifyDocument } from '#sync/server/notify.ts';
import { beginAnew } from '#sync/server/purge.ts';

/** Keeps how the text is now under a name, for good. */
export function createVersie(
	actor: Actor,
	input: { bijeenkomstId: string; naam: string },
): { id: string } {
	const { row, facts } = findVerslag(actor, input.bijeenkomstId);
	must(mayWriteVerslag(actor, facts));
	const tekst = liveTekst(row.id);
	const id = db().transaction(() =>
		addVersie({ ...input, soort: 'benoemd', tekst, door: doorWie(actor) }),
	);
	notifyDocument(verslagNaam(row.id), 'versies');
	return { id };
}

/**
 * Puts the text back as it was in a versie, as new edits in the same history: what somebody types
 * meanwhile stays, and nobody brings the text of before back by coming online. How it was until
 * now is kept first, unless that cannot be read any more.
 *
 * @returns the versie that undoes this
 */
export function createHerstel(
	actor: Actor,
	{ versieId }: { versieId: string },
): { bijeenkomstId: string; terugId: string | undefined } {
	const found = mustFind(db().select().from(versie).where(eq(versie.id, versieId)).get());
	const { row, facts } = findVerslag(actor, found.bijeenkomstId);
	must(mayWriteVerslag(actor, facts));
	const naam = verslagNaam(row.id);
	const nu = tenzijStuk(() => liveTekst(row.id));
	const terugId = db().transaction(() => {
		const about = { bijeenkomstId: row.id, door: doorWie(actor) };
		const kept = nu && addVersie({ ...about, soort: 'voor-terugzetten', tekst: nu });
		if (!nu) beginAnew(naam);
		editDocument(actor, naam, (doc) => writeTekst(doc, inhoudVan(found)));
		return kept;
	});
	notifyDocument(naam, 'versies');
	return { bijeenkomstId: row.id, terugId };
}
