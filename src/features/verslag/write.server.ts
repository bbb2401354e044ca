import { eq } from 'drizzle-orm';
import { doorWie, type Actor } from '#access/actor.ts';
import { must } from '#access/must.ts';
import { mayAddErratum, mayFinaliseVerslag } from '#access/verslag.ts';
import { record } from '#server/audit.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { recheckRights } from '#sync/server/cut.ts';
import { readDocument } from '#sync/server/edit.ts';
import { notifyDocument } from '#sync/server/notify.ts';
import { isLeeg, telVoorstellen } from './leeg.ts';
import { verslagNaam } from './document.ts';
import { findVerslag, openControle, type VerslagRow } from './find.server.ts';
import { projectVerslag } from './project.server.ts';
import { controle, erratum, vaststelling } from './tables.server.ts';
import { hashVan, liveTekst } from './tekst.server.ts';
import { addVersie } from './versie.rows.server.ts';

const recordVerslag = (actor: Actor, action: string, { id, werkplaatsId }: VerslagRow) =>
	record({
		actor: doorWie(actor) ?? 'systeem',
		action: `verslag.${action}`,
		object: `bijeenkomst:${id}`,
		werkplaatsId,
	});

/** Everyone who has it open hears of it, and may from now on do what the new status says. */
function tellAll(bijeenkomstId: string) {
	notifyDocument(verslagNaam(bijeenkomstId), 'status');
	recheckRights();
}

/** From now on who takes part proposes instead of writes. */
export function createControle(actor: Actor, { bijeenkomstId }: { bijeenkomstId: string }) {
	const { row, facts } = findVerslag(actor, bijeenkomstId);
	must(mayFinaliseVerslag(actor, facts));
	if (facts.status !== 'concept') throw new Invalid('Dit verslag is al ter controle.');
	db().transaction(() => {
		db()
			.insert(controle)
			.values({ bijeenkomstId: row.id, door: doorWie(actor) })
			.run();
		recordVerslag(actor, 'controle', row);
	});
	tellAll(row.id);
}

/** Back to concept; that it was up for a check stays in the rows. */
export function withdrawControle(actor: Actor, { bijeenkomstId }: { bijeenkomstId: string }) {
	const { row, facts } = findVerslag(actor, bijeenkomstId);
	must(mayFinaliseVerslag(actor, facts));
	const open = openControle(row.id);
	if (!open) throw new Invalid('Dit verslag is al weer een concept.');
	const values = { ingetrokkenOp: now(), ingetrokkenDoor: doorWie(actor) };
	db().transaction(() => {
		db().update(controle).set(values).where(eq(controle.id, open.id)).run();
		recordVerslag(actor, 'controle.ingetrokken', row);
	});
	tellAll(row.id);
}

const eerstBeslissen = (n: number) =>
	n === 1
		? 'Er staat nog 1 voorstel open. Beslis daar eerst over.'
		: `Er staan nog ${n} voorstellen open. Beslis daar eerst over.`;

/**
 * Freezes the text. The frozen text is a row of its own, so that it stands whatever becomes
 * of the live document; there is no way back, only an erratum below it.
 */
export function finaliseVerslag(actor: Actor, { bijeenkomstId }: { bijeenkomstId: string }) {
	const { row, facts } = findVerslag(actor, bijeenkomstId);
	must(mayFinaliseVerslag(actor, facts));
	const tekst = liveTekst(row.id);
	if (isLeeg(tekst)) throw new Invalid('Het verslag is nog leeg. Schrijf eerst iets op.');
	const open = telVoorstellen(tekst);
	if (open > 0) throw new Invalid(eerstBeslissen(open));
	const door = doorWie(actor);
	db().transaction(() => {
		db()
			.insert(vaststelling)
			.values({ bijeenkomstId: row.id, inhoud: tekst, hash: hashVan(tekst), door })
			.run();
		addVersie({ bijeenkomstId: row.id, soort: 'benoemd', naam: 'Vastgesteld', tekst, door });
		// the lists of acties and besluiten are those of this text, not of the store before it
		readDocument(verslagNaam(row.id), (doc) => projectVerslag(row.id, doc, []));
		recordVerslag(actor, 'vastgesteld', row);
	});
	tellAll(row.id);
}

/** What turned out to be wrong afterwards; the text itself stays as it is. */
export function createErratum(actor: Actor, input: { bijeenkomstId: string; tekst: string }) {
	const { row, facts } = findVerslag(actor, input.bijeenkomstId);
	must(mayAddErratum(actor, facts));
	db().transaction(() => {
		db()
			.insert(erratum)
			.values({ bijeenkomstId: row.id, tekst: input.tekst, door: doorWie(actor) })
			.run();
		recordVerslag(actor, 'erratum', row);
	});
	notifyDocument(verslagNaam(row.id), 'status');
}
