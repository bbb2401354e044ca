import { werkplaatsVan, type Actor } from '#access/actor.ts';
import { mayReadRuimteVan } from '#access/bijeenkomst.ts';
import { mayCountDoor, mayWriteBezoek, mayWriteTotaal } from '#access/kenniscafe.ts';
import { must } from '#access/must.ts';
import { mayReadWerkplaats } from '#access/werkplaats.ts';
import { toonAantal } from '#features/bijeenkomst/aantal.ts';
import {
	factsOf,
	findBijeenkomst,
	type BijeenkomstRow,
} from '#features/bijeenkomst/find.server.ts';
import { toonDatum } from '#features/datum/toon.ts';
import { periodeVan } from '#features/werkplaats/periode.ts';
import { listPerioden } from '#features/werkplaats/read.server.ts';
import { today } from '#server/clock.ts';
import { basisBezoek } from './basis.ts';
import { listCafes, totalenVan } from './cafes.server.ts';
import type { PerCategorie } from './input.ts';
import { geschrevenBezoek, tellingenVan } from './rows.server.ts';
import { bezoekenIn, telBezoek } from './tel.ts';

interface Keuze {
	periodeId?: string;
	/** First and last day, both included, as `2018-10-18`. */
	van?: string;
	tot?: string;
}

const somVan = (
	tellingen: readonly { rijen: readonly { categorie: string; aantal: number }[] }[],
) => {
	const som: Record<string, number> = {};
	for (const { categorie, aantal } of tellingen.flatMap(({ rijen }) => rijen))
		if (categorie !== 'onbekend') som[categorie] = (som[categorie] ?? 0) + aantal;
	return som as PerCategorie;
};

const isGeweest = ({ datum }: BijeenkomstRow) => datum !== null && datum.laatste < today();

/** Those that have been or were counted: what is still to come is not one that nobody counted. */
function telCafes(actor: Actor) {
	const { rows: alle, leesbaar, nummers } = listCafes(actor);
	const tellingen = tellingenVan(alle);
	const totalen = totalenVan(actor, alle);
	const geteld = new Set(totalen.flatMap(({ van }) => van));
	const rows = alle.filter(
		(row) => isGeweest(row) || tellingen.get(row.id)!.totaal !== null || geteld.has(row.id),
	);
	const telling = ({ id }: BijeenkomstRow) => {
		const { totaal: aantal, circa } = tellingen.get(id)!;
		return { aantal, circa };
	};
	const eigen = new Map(rows.map((row) => [row.id, telling(row)]));
	const tel = (deel: readonly BijeenkomstRow[]) => ({
		keer: deel.length,
		...bezoekenIn(
			deel.map(({ id }) => id),
			eigen,
			totalen,
		),
	});
	return { rows, leesbaar, nummers, tellingen, totalen, telling, tel };
}

const isTussen = ({ datum }: BijeenkomstRow, { van, tot }: Keuze) =>
	(!van || (datum !== null && datum.dag >= van)) && (!tot || (datum !== null && datum.dag <= tot));

/** Visits to the kenniscafés: per periode, and of the ones that were chosen (AC-34, R-27). */
export function listCijfers(actor: Actor, keuze: Keuze = {}) {
	const where = { werkplaatsId: werkplaatsVan(actor) };
	must(mayReadWerkplaats(actor, where));
	const perioden = listPerioden(actor);
	const { rows, leesbaar, nummers, tellingen, totalen, telling, tel } = telCafes(actor);
	const vanPeriode = (id: string) => rows.filter((row) => periodeVan(row, perioden) === id);
	const gekozen = (keuze.periodeId ? vanPeriode(keuze.periodeId) : rows).filter((row) =>
		isTussen(row, keuze),
	);
	const som = tel(gekozen);
	return {
		strook: [
			...perioden.map(({ id, naam }) => ({ id, naam, ...tel(vanPeriode(id)) })),
			{ id: '', naam: 'Alles', ...tel(rows) },
		].filter(({ keer }) => keer > 0),
		som,
		staaf: telBezoek({
			totaal: som.tenMinste ? null : som.aantal,
			bezoek: somVan(gekozen.map(({ id }) => tellingen.get(id)!)),
			tikken: {},
		}),
		rijen: gekozen
			.filter(({ id }) => leesbaar.has(id))
			.map((row) => ({ ...rijVan(row, telling(row)), nummer: nummers.get(row.id) ?? null })),
		/** To choose from for a new total. */
		alle: rows.filter(({ id }) => leesbaar.has(id)).map((row) => rijVan(row, telling(row))),
		totalen: totalen.map(({ van, ...totaal }) => ({ ...totaal, keer: van.length })),
		may: { write: mayWriteTotaal(actor, where) },
	};
}

const rijVan = (row: BijeenkomstRow, telling: { aantal: number | null; circa: boolean }) => ({
	id: row.id,
	titel: row.titel,
	wanneer: row.datum ? toonDatum(row.datum) : 'Datum nog onbekend',
	aantal: toonAantal({
		...telling,
		aantalTekst: row.aantal === telling.aantal ? row.aantalTekst : '',
	}),
});

/** How many came to one bijeenkomst, per category. */
export function detailBezoek(actor: Actor, id: string) {
	const row = findBijeenkomst(actor, id);
	const facts = factsOf(row);
	must(mayReadRuimteVan(actor, facts) || row.open);
	const { tikken, ...telling } = tellingenVan([row]).get(row.id)!;
	const geschreven = geschrevenBezoek(row.id);
	return {
		id: row.id,
		titel: row.titel,
		...telling,
		totaalTekst: toonAantal(row),
		tikken,
		waarde: basisBezoek({ totaal: row, aantallen: geschreven }),
		/** Nobody wrote down numbers yet: those of the door count. */
		vanDeDeur: Object.keys(geschreven).length === 0 && Object.keys(tikken).length > 0,
		may: { write: mayWriteBezoek(actor, facts), deur: mayCountDoor(actor, facts) },
	};
}

/** The counters at the door. */
export function detailDeur(actor: Actor, id: string) {
	const row = findBijeenkomst(actor, id);
	must(mayCountDoor(actor, factsOf(row)));
	return { id: row.id, titel: row.titel, ...standDeur(actor, id) };
}

/** Only the numbers, for who stands there and asks again. */
export function standDeur(actor: Actor, id: string) {
	const row = findBijeenkomst(actor, id);
	must(mayCountDoor(actor, factsOf(row)));
	return { tikken: tellingenVan([row]).get(id)!.tikken };
}
export type DeurStand = ReturnType<typeof standDeur>;
