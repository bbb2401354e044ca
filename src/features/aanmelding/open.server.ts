import { and, eq, isNull } from 'drizzle-orm';
import type { BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { gastheerVan } from '#features/bijeenkomst/gastheer.server.ts';
import { bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import { persoon } from '#features/persoon/tables.server.ts';
import { db } from '#server/db/db.ts';
import { NotFound } from '#server/errors.ts';
import { hashToken } from '#server/session/token.ts';
import { isShutOut } from './adres.server.ts';
import { addAntwoord, mustKomen, tellGenodigden, waaromDicht } from './antwoord.server.ts';
import type { AntwoordInput } from './input.ts';
import { bestandVoor } from './letter.server.ts';
import { geplandVan, laatsteAntwoord, type GenodigdeRow } from './rows.server.ts';
import { genodigde } from './tables.server.ts';
import { wanneerRegels } from './wanneer.ts';

/** Nothing for who was taken off, was shut out, or whose bijeenkomst was removed. */
function findByToken(token: string): { asked: GenodigdeRow; row: BijeenkomstRow } | undefined {
	const open = and(
		eq(genodigde.tokenHash, hashToken(token)),
		isNull(genodigde.ingetrokkenOp),
		isNull(bijeenkomst.weggehaaldOp),
	);
	const found = db()
		.select({ asked: genodigde, row: bijeenkomst })
		.from(genodigde)
		.innerJoin(bijeenkomst, eq(bijeenkomst.id, genodigde.bijeenkomstId))
		.where(open)
		.get();
	return found && !isShutOut(found.asked.persoonId) ? found : undefined;
}

/** What the page of the link in a letter shows to whoever holds it. Looking changes nothing. */
export function openGenodigde(token: string) {
	const found = findByToken(token);
	if (!found) return null;
	const { asked, row } = found;
	const last = laatsteAntwoord(asked.id);
	const gastheer = gastheerVan(row);
	const who = db().select().from(persoon).where(eq(persoon.id, asked.persoonId)).get();
	return {
		naam: who?.voornaam ?? '',
		titel: row.titel,
		team: gastheer.naam,
		kleed: gastheer.kleed,
		wanneer: wanneerRegels(geplandVan(row)),
		plaats: row.plaats,
		antwoord: last?.antwoord ?? null,
		toelichting: last?.toelichting ?? '',
		/** Why it cannot be changed any more, or empty. */
		dicht: waaromDicht(row),
		/** There is a file for a calendar. */
		bestand: bestandVoor(row, asked) !== undefined,
	};
}

/** The answer of whoever holds the link: no log-in, and only for the one it was sent to. */
export function answerByToken(token: string, input: AntwoordInput) {
	const found = findByToken(token);
	if (!found) throw new NotFound();
	mustKomen(found.row);
	addAntwoord(found.asked, { ...input, via: 'mail', door: null });
	tellGenodigden(found.row.id);
}

/** The appointment for a calendar; nothing without a sure day. */
export function openBestand(token: string): string | undefined {
	const found = findByToken(token);
	return found && bestandVoor(found.row, found.asked)?.text;
}
