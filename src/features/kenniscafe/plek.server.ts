import { and, asc, eq, isNull } from 'drizzle-orm';
import { sameEmail } from '#features/account/account.server.ts';
import { bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import { now } from '#server/clock.ts';
import { config } from '#server/config.ts';
import { db } from '#server/db/db.ts';
import { rowid } from '#server/db/rowid.ts';
import { limit } from '#server/limits.ts';
import { queueMail } from '#server/mail/outbox.ts';
import { secretFor } from '#server/secrets.ts';
import { hashToken } from '#server/session/token.ts';
import { hit, waitFor, type Allowance } from '#server/throttle.ts';
import { plekBrief, type Aanleiding } from './brief.ts';
import { gezienVan, isKomend, type BladzijdeRow } from './gezien.server.ts';
import { agendabestand } from './agenda.server.ts';
import { inschrijving, openbareBladzijde } from './tables.server.ts';
import { schuiftOp } from './tel.ts';

export type InschrijvingRow = typeof inschrijving.$inferSelect;

/** What opens one's own place; it can be shown again, and the database does not hold it. */
export const plekGeheim = (id: string) => ({ purpose: 'inschrijving', id });
export const plekToken = (id: string) => secretFor(plekGeheim(id).purpose, id);
const plekUrl = (id: string) => `${config().origin}/kenniscafe/plek/${plekToken(id)}`;

export const findPlek = (token: string): InschrijvingRow | undefined =>
	db()
		.select()
		.from(inschrijving)
		.where(eq(inschrijving.tokenHash, hashToken(token)))
		.get();

/** Who comes and who waits, in that order; each in the order in which they came. */
export function listPlekken(bijeenkomstId: string): InschrijvingRow[] {
	const rows = db()
		.select()
		.from(inschrijving)
		.where(and(eq(inschrijving.bijeenkomstId, bijeenkomstId), isNull(inschrijving.afgemeldOp)))
		.orderBy(asc(inschrijving.createdAt), asc(rowid(inschrijving)))
		.all();
	return [
		...rows.filter(({ geplaatstOp }) => geplaatstOp !== null),
		...rows.filter(({ geplaatstOp }) => geplaatstOp === null),
	];
}

const HOUR_SECONDS = 60 * 60;
/** Somebody typed an address, which may be of anybody. */
const isGetypt = (aanleiding: Aanleiding) =>
	aanleiding === 'aangemeld' || aanleiding === 'wachtlijst';

/**
 * Counts a letter that a visitor brings about. Apart from the mails to log in with: nobody is kept
 * out of their account by who puts names down here. What the makers tell goes to everybody.
 */
function magMail(aanleiding: Aanleiding, email: string): boolean {
	if (aanleiding === 'gewijzigd' || aanleiding === 'afgezegd') return true;
	const getypt = isGetypt(aanleiding);
	const perUur = (name: string, max: number): Allowance => ({ name, max, seconds: HOUR_SECONDS });
	const to = perUur(getypt ? 'mail-bezoeker' : 'mail-plek', limit('mailsPerRecipient'));
	const inTotal = perUur('mail-bezoekers', limit('mailsTotal'));
	if (waitFor(to, sameEmail(email)) > 0 || (getypt && waitFor(inTotal, '') > 0)) return false;
	hit(to, sameEmail(email));
	if (getypt) hit(inTotal, '');
	return true;
}

/** A letter about one's place, to who left an address and did not get too many already. */
export function stuurBrief(aanleiding: Aanleiding, plek: InschrijvingRow) {
	if (!plek.email || !magMail(aanleiding, plek.email)) return;
	const found = findMetBladzijde(plek.bijeenkomstId);
	if (!found) return;
	const gezien = gezienVan(found.bladzijde, found.row);
	queueMail({
		to: plek.email,
		...plekBrief(aanleiding, { ...gezien, url: plekUrl(plek.id) }),
		attachment: agendabestand(found.bladzijde, found.row),
	});
}

export const findMetBladzijde = (bijeenkomstId: string) =>
	db()
		.select({ bladzijde: openbareBladzijde, row: bijeenkomst })
		.from(openbareBladzijde)
		.innerJoin(bijeenkomst, eq(bijeenkomst.id, openbareBladzijde.bijeenkomstId))
		.where(eq(openbareBladzijde.bijeenkomstId, bijeenkomstId))
		.get();

/**
 * Gives places that are free to who waits longest, and says so once. Nobody loses a place when
 * there turns out to be less room.
 */
export function schuifOp({ bijeenkomstId, capaciteit }: BladzijdeRow) {
	const found = findMetBladzijde(bijeenkomstId);
	if (!found || found.row.weggehaaldOp !== null || !isKomend(found.row)) return;
	const rij = listPlekken(bijeenkomstId);
	const was = rij.filter(({ geplaatstOp }) => geplaatstOp !== null).length;
	const op = new Set(schuiftOp(rij, rij, { was, is: capaciteit }));
	for (const plek of rij.filter(({ id }) => op.has(id))) {
		db().update(inschrijving).set({ geplaatstOp: now() }).where(eq(inschrijving.id, plek.id)).run();
		stuurBrief('plek', plek);
	}
}

/** Gone, with all that was told of oneself; the category stays, to count. */
export function geefPlekOp(plek: InschrijvingRow) {
	const at = now();
	const leeg = { naam: '', email: '', organisatie: '', gewistOp: at };
	db()
		.update(inschrijving)
		.set({ afgemeldOp: at, ...leeg })
		.where(eq(inschrijving.id, plek.id))
		.run();
	const found = findMetBladzijde(plek.bijeenkomstId);
	if (found) schuifOp(found.bladzijde);
}
