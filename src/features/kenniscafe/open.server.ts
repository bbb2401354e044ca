import { and, eq, isNull } from 'drizzle-orm';
import { GEWEEST, tellGenodigden } from '#features/aanmelding/antwoord.server.ts';
import { momentNu } from '#features/aanmelding/rows.server.ts';
import { bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import { vergelijkDatum } from '#features/datum/toon.ts';
import { werkplaats } from '#features/werkplaats/tables.server.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { Invalid, NotFound, TooMany } from '#server/errors.ts';
import { newId } from '#server/id.ts';
import { rateLimit } from '#server/limits.ts';
import { hashToken } from '#server/session/token.ts';
import { agendabestand } from './agenda.server.ts';
import {
	gezienVan,
	isAanmeldenOpen,
	isKomend,
	isOpenbaar,
	isVol,
	werkplaatsOf,
} from './gezien.server.ts';
import type { InschrijvingInput } from './input.ts';
import {
	findMetBladzijde,
	findPlek,
	geefPlekOp,
	listPlekken,
	plekGeheim,
	plekToken,
	schuifOp,
	stuurBrief,
} from './plek.server.ts';
import { inschrijving, openbareBladzijde } from './tables.server.ts';

/** What anybody may ask, without a log-in. A page that was withdrawn was never there. */

const openbaarRows = () =>
	db()
		.select({ bladzijde: openbareBladzijde, row: bijeenkomst, werkplaats })
		.from(openbareBladzijde)
		.innerJoin(bijeenkomst, eq(bijeenkomst.id, openbareBladzijde.bijeenkomstId))
		.innerJoin(werkplaats, eq(werkplaats.id, openbareBladzijde.werkplaatsId))
		.where(and(isNull(openbareBladzijde.ingetrokkenOp), isNull(bijeenkomst.weggehaaldOp)))
		.all()
		.filter(({ bladzijde, row }) => isOpenbaar(bladzijde, row));

/** Every public page, what comes first; an example stands there only when there is nothing real. */
export function listOpenbaar() {
	const alle = openbaarRows();
	const echt = alle.filter((een) => !een.werkplaats.isVoorbeeld);
	const rijen = (echt.length > 0 ? echt : alle)
		.sort((a, b) => vergelijkDatum(a.row.datum, b.row.datum))
		.map(({ bladzijde, row, werkplaats: { naam } }) => ({
			...gezienVan(bladzijde, row),
			werkplaats: naam,
			komend: isKomend(row),
		}));
	const soorten = new Set(rijen.map(({ meervoud }) => meervoud));
	return {
		/** Their word for these, when they all have the same one. */
		soort: soorten.size === 1 ? rijen[0]!.meervoud : '',
		komend: rijen.filter(({ komend }) => komend),
		geweest: rijen.filter(({ komend }) => !komend).reverse(),
	};
}

function findOpenbaar(pad: string) {
	const found = openbaarRows().find(({ bladzijde }) => bladzijde.pad === pad);
	if (!found) throw new NotFound();
	return found;
}

/** One public page. */
export function openBladzijde(pad: string) {
	const { bladzijde, row, werkplaats } = findOpenbaar(pad);
	const { naam, kleed } = werkplaats;
	return { ...gezienVan(bladzijde, row), werkplaats: { naam, kleed } };
}

/** As a file for a calendar. */
export function openAgendabestand(pad: string): string {
	const { bladzijde, row } = findOpenbaar(pad);
	const bestand = agendabestand(bladzijde, row);
	if (!bestand) throw new NotFound();
	return bestand.text;
}

/** More than any place can hold: who sends this many is no visitor. */
const MOST = 5000;

/** Somebody wants to come. When it is full they wait, and that is no refusal. */
export function createInschrijving(
	pad: string,
	input: InschrijvingInput,
	address: string,
): { token: string; geheim: ReturnType<typeof plekGeheim> } {
	const rate = rateLimit('inschrijvingen', address);
	if (!rate.allowed) throw new TooMany(rate.retryAfter);
	const { bladzijde, row } = findOpenbaar(pad);
	const { bijeenkomstId, werkplaatsId } = bladzijde;
	if (!isAanmeldenOpen(bladzijde, row) || listPlekken(bijeenkomstId).length >= MOST)
		throw new Invalid('Aanmelden kan niet meer.');
	const id = newId();
	// a place that came free while nobody could come is for who waits
	schuifOp(bladzijde);
	const wacht = isVol(bladzijde);
	const plek = db()
		.insert(inschrijving)
		.values({
			...input,
			id,
			werkplaatsId,
			bijeenkomstId,
			tokenHash: hashToken(plekToken(id)),
			geplaatstOp: wacht ? null : now(),
		})
		.returning()
		.get();
	stuurBrief(wacht ? 'wachtlijst' : 'aangemeld', plek);
	tellGenodigden(bijeenkomstId);
	return { token: plekToken(id), geheim: plekGeheim(id) };
}

/** My own place, for who holds its link. Looking changes nothing. */
export function openPlek(token: string) {
	const plek = findPlek(token);
	const found = plek && findMetBladzijde(plek.bijeenkomstId);
	if (!found) throw new NotFound();
	const { bladzijde, row } = found;
	const wachtrij = listPlekken(plek.bijeenkomstId).filter(
		({ geplaatstOp }) => geplaatstOp === null,
	);
	const gezien = gezienVan(bladzijde, row);
	return {
		/** Only its name when the page is there no more. */
		bijeenkomst: isOpenbaar(bladzijde, row) ? gezien : null,
		titel: gezien.titel,
		werkplaats: werkplaatsOf(row),
		categorie: plek.categorie,
		staat: staatVan(plek),
		plaats: wachtrij.findIndex(({ id }) => id === plek.id) + 1,
		kanAfmelden: plek.afgemeldOp === null && isKomend(row),
		/** Why it cannot be given up any more, or empty. */
		dicht: momentNu(row) === 'geweest' ? GEWEEST : '',
	};
}
export type Plek = ReturnType<typeof openPlek>;

const staatVan = ({ afgemeldOp, geplaatstOp }: typeof inschrijving.$inferSelect) => {
	if (afgemeldOp !== null) return 'afgemeld' as const;
	return geplaatstOp === null ? ('wacht' as const) : ('geplaatst' as const);
};

/** Does not come after all: the next one moves up. */
export function afmelden(token: string) {
	const plek = findPlek(token);
	if (!plek) throw new NotFound();
	if (plek.afgemeldOp !== null) return;
	const found = findMetBladzijde(plek.bijeenkomstId);
	// who was on the list when it was over, stays on it
	if (found && momentNu(found.row) === 'geweest') throw new Invalid(GEWEEST);
	geefPlekOp(plek);
	tellGenodigden(plek.bijeenkomstId);
}
