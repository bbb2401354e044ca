import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { SysteemActor } from '#access/actor.ts';
import { momentNu } from '#features/aanmelding/rows.server.ts';
import { toonAantal } from '#features/bijeenkomst/aantal.ts';
import { ruimtenOf, type BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import { afzeggingOf, organisatorRows } from '#features/bijeenkomst/rows.server.ts';
import { weekdag } from '#features/datum/kalender.ts';
import { isEenDag } from '#features/datum/schrijfdatum.ts';
import { toonTijden } from '#features/datum/tijd.ts';
import { toonDag, toonDatum } from '#features/datum/toon.ts';
import { isAfspraak } from '#features/kalender/afspraak.server.ts';
import { naamOp } from '#features/leeromgeving/naam.ts';
import { namenOf } from '#features/leeromgeving/rows.server.ts';
import { detailWerkplaats, woordenlijst } from '#features/werkplaats/read.server.ts';
import { today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { tellingenVan } from './rows.server.ts';
import { inschrijving, openbareBladzijde } from './tables.server.ts';

export type BladzijdeRow = typeof openbareBladzijde.$inferSelect;

const werkplaatsVanRij = ({ werkplaatsId }: BijeenkomstRow): SysteemActor => ({
	soort: 'systeem',
	werkplaatsId,
});

/** The page counts while it was not withdrawn, and anybody may come to what it is about. */
export const isOpenbaar = (
	bladzijde: Pick<BladzijdeRow, 'ingetrokkenOp'>,
	{ weggehaaldOp, open }: BijeenkomstRow,
) => bladzijde.ingetrokkenOp === null && weggehaaldOp === null && open;

function wanneerOf({ datum }: BijeenkomstRow): string {
	if (!datum) return 'Datum nog onbekend';
	return isEenDag(datum) ? `${weekdag(datum.dag)} ${toonDag(datum.dag)}` : toonDatum(datum);
}

/** By whom: the teams as they were called on that day, or the werkplaats, and who joins in. */
function organisatorenOf(row: BijeenkomstRow): string[] {
	const dag = row.datum?.dag ?? today();
	const teams = ruimtenOf(row).map((id) => naamOp(namenOf(id), dag));
	const eigen = teams.length > 0 ? teams : [detailWerkplaats(werkplaatsVanRij(row)).naam];
	return [...eigen, ...organisatorRows(row.id).map(({ naam }) => naam)];
}

/** Whose page it is. */
export function werkplaatsOf(row: BijeenkomstRow): { naam: string; kleed: string } {
	const { naam, kleed } = detailWerkplaats(werkplaatsVanRij(row));
	return { naam, kleed };
}

const countGeplaatst = (bijeenkomstId: string): number =>
	db()
		.select({ aantal: sql<number>`count(*)` })
		.from(inschrijving)
		.where(
			and(
				eq(inschrijving.bijeenkomstId, bijeenkomstId),
				isNotNull(inschrijving.geplaatstOp),
				isNull(inschrijving.afgemeldOp),
			),
		)
		.get()!.aantal;

/** Not over, not called off; a day that is unknown is still to come. */
export const isKomend = (row: BijeenkomstRow) =>
	momentNu(row) !== 'geweest' && afzeggingOf(row) === null;

/** Whether one may put one's name down today. */
export const isAanmeldenOpen = ({ aanmeldenTot }: BladzijdeRow, row: BijeenkomstRow) =>
	aanmeldenTot !== '' && today() <= aanmeldenTot && isKomend(row);

export const isVol = ({ bijeenkomstId, capaciteit }: BladzijdeRow) =>
	capaciteit !== null && countGeplaatst(bijeenkomstId) >= capaciteit;

/** All that a visitor sees, and nothing that was not chosen. */
export function gezienVan(bladzijde: BladzijdeRow, row: BijeenkomstRow) {
	const telling = tellingenVan([row]).get(row.id)!;
	const woord = woordenlijst(werkplaatsVanRij(row)).openBijeenkomst;
	const aanmelden = bladzijde.aanmeldenTot === '' ? 'niet' : 'voorbij';
	return {
		pad: bladzijde.pad,
		titel: bladzijde.titel,
		tekst: bladzijde.tekst,
		sprekers: bladzijde.sprekers,
		soort: woord.enkelvoud,
		meervoud: woord.meervoud,
		wanneer: wanneerOf(row),
		tijden: toonTijden(row),
		plaats: bladzijde.toontPlaats ? [row.plaats, row.gemeente].filter(Boolean).join(', ') : '',
		organisatoren: bladzijde.toontOrganisatoren ? organisatorenOf(row) : [],
		aantal:
			bladzijde.toontAantal && telling.totaal !== null
				? toonAantal({ aantal: telling.totaal, circa: telling.circa, aantalTekst: row.aantalTekst })
				: '',
		afgezegd: afzeggingOf(row) !== null,
		inAgenda: isAfspraak(row) && isKomend(row),
		aanmelden: isAanmeldenOpen(bladzijde, row)
			? ('open' as const)
			: (aanmelden as 'niet' | 'voorbij'),
		vol: isVol(bladzijde),
	};
}
export type Gezien = ReturnType<typeof gezienVan>;
