import { and, eq, isNull } from 'drizzle-orm';
import { bijeenkomst } from '#features/bijeenkomst/tables.server.ts';
import { toonDatum } from '#features/datum/toon.ts';
import { werkplaats } from '#features/werkplaats/tables.server.ts';
import type { Vermelding } from '#access/actor.ts';
import { record } from '#server/audit.ts';
import { now } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { Invalid } from '#server/errors.ts';
import { hashToken } from '#server/session/token.ts';
import type { AntwoordInput } from './input.ts';
import { naamGedrukt } from './naam.ts';
import { laatsteAntwoord } from './publiek.server.ts';
import { TEKSTVERSIE } from './staat.ts';
import { ervaring, ervaringantwoord, ervaringvraag } from './tables.server.ts';

/** For who holds the link; nobody logs in. A removed bijeenkomst or ervaring is gone here too. */
function findByToken(token: string) {
	const found = db()
		.select({ vraag: ervaringvraag, row: ervaring, bij: bijeenkomst, werkplaats })
		.from(ervaringvraag)
		.innerJoin(ervaring, eq(ervaring.id, ervaringvraag.ervaringId))
		.innerJoin(bijeenkomst, eq(bijeenkomst.id, ervaring.bijeenkomstId))
		.innerJoin(werkplaats, eq(werkplaats.id, ervaring.werkplaatsId))
		.where(
			and(
				eq(ervaringvraag.tokenHash, hashToken(token)),
				isNull(ervaringvraag.ingetrokkenOp),
				isNull(ervaring.weggehaaldOp),
				isNull(bijeenkomst.weggehaaldOp),
			),
		)
		.get();
	if (!found) return undefined;
	const antwoord = laatsteAntwoord(found.row.id);
	// taking back is as easy as giving: who answered can always come back
	const isOpen = antwoord !== undefined || found.vraag.verlooptOp > now();
	return isOpen ? { ...found, antwoord } : undefined;
}

const keuzesVan = (spreker: { naam: string; rol: string; organisatie: string }) => {
	const levels: Vermelding[] = spreker.naam ? ['volledig', 'voornaam', 'anoniem'] : ['anoniem'];
	return levels.map((vermelding) => ({ vermelding, naam: naamGedrukt(spreker, vermelding) }));
};

/** What the page shows to whoever holds the link. It changes nothing. */
export function openErvaring(token: string) {
	const found = findByToken(token);
	if (!found) return undefined;
	const { row, bij, antwoord } = found;
	return {
		titel: bij.titel,
		wanneer: bij.datum ? toonDatum(bij.datum) : '',
		werkplaats: found.werkplaats.naam,
		/** As it was written down, and what the speaker made of it. */
		opgeschreven: row.tekst,
		tekst: antwoord?.tekst || row.tekst,
		vermelding: antwoord?.vermelding ?? (row.naam ? ('voornaam' as const) : ('anoniem' as const)),
		keuzes: keuzesVan(row),
		antwoord: antwoord && {
			soort: antwoord.antwoord,
			naam: antwoord.naamGedrukt,
			tekst: antwoord.tekst,
		},
	};
}
export type OpenErvaring = NonNullable<ReturnType<typeof openErvaring>>;

/** Ja or liever niet, also after an earlier answer; the last one counts. */
export function answerErvaring(token: string, input: AntwoordInput) {
	db().transaction(() => {
		const found = findByToken(token);
		if (!found) throw new Invalid('Deze link werkt niet meer. Er is niets bewaard.');
		const { row, vraag, antwoord: was } = found;
		const ja = input.antwoord === 'ja';
		const values = {
			antwoord: input.antwoord,
			tekst: ja ? input.tekst : '',
			vermelding: input.vermelding,
			naamGedrukt: ja ? naamGedrukt(row, input.vermelding) : '',
		};
		const isSame =
			was &&
			Object.entries(values).every(([key, value]) => was[key as keyof typeof values] === value);
		if (isSame) return;
		db()
			.insert(ervaringantwoord)
			.values({ ...values, ervaringId: row.id, vraagId: vraag.id, tekstversie: TEKSTVERSIE })
			.run();
		// it was only there to ask with
		db().update(ervaring).set({ email: '' }).where(eq(ervaring.id, row.id)).run();
		record({
			actor: 'systeem',
			action: `ervaring.${input.antwoord}`,
			object: `ervaring:${row.id}`,
			werkplaatsId: row.werkplaatsId,
		});
	});
}
