import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { Actor } from '#access/actor.ts';
import {
	mayConfirmPresentie,
	mayCorrectPresentie,
	mayEditRegel,
	mayExportPresentie,
	mayWritePresentie,
} from '#access/presentie.ts';
import { factsOf, type BijeenkomstRow } from '#features/bijeenkomst/find.server.ts';
import type { Deel } from '#features/bijeenkomst/duur.ts';
import { delenOf } from '#features/bijeenkomst/rows.server.ts';
import { vergelijkTekst } from '#features/datum/naam.ts';
import { weekdag } from '#features/datum/kalender.ts';
import { isEenDag } from '#features/datum/schrijfdatum.ts';
import { toonTijden } from '#features/datum/tijd.ts';
import { toonDag, toonMoment } from '#features/datum/toon.ts';
import { opsomming } from '#features/leeromgeving/stoelen.ts';
import { listOrganisatieNamen } from '#features/partner/read.server.ts';
import { wieWas } from '#features/persoon/rows.server.ts';
import { today } from '#server/clock.ts';
import { db } from '#server/db/db.ts';
import { rowid } from '#server/db/rowid.ts';
import { telBakken } from './bak.ts';
import { listBotsingen } from './botsing.read.server.ts';
import { findLijst, findRegel } from './find.server.ts';
import { kandidatenVan } from './kandidaat.server.ts';
import {
	dubbelIn,
	minutenOf,
	opNaam,
	rijOf,
	teltMee,
	verwachteRij,
	type Lijst,
} from './rij.server.ts';
import type { Rij } from './rij.ts';
import { bevestigingOf, dagOf, deelOf, regelsOf, type RegelRow } from './rows.server.ts';
import { spoorZin } from './spoor.ts';
import { bevestigdZin } from './stand.read.server.ts';
import { presentieregel, presentiespoor } from './tables.server.ts';
import { correctieRows, vasteMinuten } from './vast.server.ts';
import { factsOfRegel, verwachtOp } from './verwacht.server.ts';
import { bakNaam, wereldVan } from './wereld.server.ts';

export const lijstVan = (
	actor: Actor,
	row: BijeenkomstRow,
	regels: readonly RegelRow[],
): Lijst => ({
	row,
	delen: delenOf(row),
	wereld: wereldVan(row.werkplaatsId),
	vast: vasteMinuten(row.id),
	botsingen: listBotsingen(actor, row, regels),
	dubbel: dubbelIn(regels),
});

/** Who is expected in this part and has no line. */
function nogNiet(row: BijeenkomstRow, deel: Deel | undefined, regels: readonly RegelRow[]): Rij[] {
	const er = new Set(
		regels.filter((r) => r.dagdeelId === (deel?.id ?? null)).map((r) => r.persoonId),
	);
	const { verwacht, afgemeld } = verwachtOp(row, dagOf(row, deel));
	return [...verwacht, ...afgemeld]
		.filter((persoonId) => !er.has(persoonId))
		.map((persoonId) =>
			verwachteRij(row, { persoonId, deel, afgemeld: afgemeld.includes(persoonId) }),
		);
}

/** "donderdag 11 juni 2026, 14.00 – 16.30 uur". */
const deelZin = (deel: Deel) => `${weekdag(deel.dag)} ${toonDag(deel.dag)}, ${toonTijden(deel)}`;

interface DeelLijst {
	id: string | null;
	zin: string;
	rijen: Rij[];
}

function deelLijsten(lijst: Lijst, regels: readonly RegelRow[], isVast: boolean): DeelLijst[] {
	const { row, delen } = lijst;
	const rijenVan = (id: string | null) =>
		regels.filter(({ dagdeelId }) => dagdeelId === id).map((regel) => rijOf(regel, lijst));
	const open = (deel: Deel | undefined) => (isVast ? [] : nogNiet(row, deel, regels));
	if (delen.length === 0)
		return [{ id: null, zin: '', rijen: opNaam([...rijenVan(null), ...open(undefined)]) }];
	const los = rijenVan(null);
	return [
		...delen.map((deel) => ({
			id: deel.id,
			zin: deelZin(deel),
			rijen: opNaam([...rijenVan(deel.id), ...open(deel)]),
		})),
		// lines from before there were dagdelen
		...(los.length > 0 && delen.every(({ id }) => id !== null)
			? [{ id: null, zin: 'Zonder dagdeel', rijen: opNaam(los) }]
			: []),
	];
}

/** Minutes per bak of who was there. */
function bakkenVan(lijst: Lijst, regels: readonly RegelRow[]) {
	const { row, delen, wereld } = lijst;
	const geteld = regels
		.filter((regel) => teltMee(regel, lijst))
		.map((regel) => ({
			...regel,
			dag: dagOf(row, deelOf(delen, regel.dagdeelId)),
			minuten: minutenOf(regel, lijst),
		}));
	const bakken = telBakken(geteld, wereld).map(({ bak, minuten }) => ({
		...bakNaam(bak, wereld),
		minuten,
	}));
	return { bakken, totaal: bakken.reduce((som, { minuten }) => som + minuten, 0) };
}

const weggehaaldOf = (bijeenkomstId: string) =>
	db()
		.select({ id: presentieregel.id, naam: presentieregel.naam })
		.from(presentieregel)
		.where(
			and(
				eq(presentieregel.bijeenkomstId, bijeenkomstId),
				isNotNull(presentieregel.weggehaaldOp),
				// taken back on one's own phone is not for others to undo
				isNotNull(presentieregel.weggehaaldDoor),
			),
		)
		.orderBy(asc(presentieregel.weggehaaldOp))
		.all();

/** What was changed in one go, with one reason, is told once. */
function correctiesOf(row: BijeenkomstRow, regels: readonly RegelRow[]) {
	const namen = new Map(regels.map(({ id, naam }) => [id, naam]));
	const samen = Map.groupBy(correctieRows(row.id), ({ minuten, reden, door, createdAt }) =>
		JSON.stringify([minuten, reden, door, toonMoment(createdAt)]),
	);
	return [...samen.values()].map((rows) => {
		const { id, minuten, reden, door, createdAt } = rows[0]!;
		return {
			...{ id, minuten, reden },
			wie: opsomming(rows.map(({ regelId }) => namen.get(regelId) ?? '').sort(vergelijkTekst)),
			door: wieWas(row.werkplaatsId, door),
			op: toonMoment(createdAt),
		};
	});
}

function mayVan(actor: Actor, row: BijeenkomstRow) {
	const facts = factsOf(row);
	const isVast = bevestigingOf(row.id) !== undefined;
	return {
		write: !isVast && mayWritePresentie(actor, facts),
		confirm: !isVast && mayConfirmPresentie(actor, facts),
		correct: isVast && mayCorrectPresentie(actor, facts),
		/** Say which organisatie was meant: later too. */
		assign: (isVast ? mayCorrectPresentie : mayWritePresentie)(actor, facts),
		export: mayExportPresentie(actor, facts),
	};
}

/** The whole list of one bijeenkomst, as it stands now. */
export function detailPresentie(actor: Actor, bijeenkomstId: string) {
	const row = findLijst(actor, bijeenkomstId);
	const regels = regelsOf(row.id);
	const lijst = lijstVan(actor, row, regels);
	const may = mayVan(actor, row);
	const bevestigd = bevestigdZin(row);
	const heeftDag = isEenDag(row.datum) || lijst.delen.length > 0;
	const kiest = may.write || may.correct || may.assign;
	return {
		delen: deelLijsten(lijst, regels, bevestigd !== ''),
		...bakkenVan(lijst, regels),
		bevestigd,
		/** Without a day nobody can be put on the list. */
		heeftDag,
		geweest: heeftDag && dagOf(row, lijst.delen.at(-1)) <= today(),
		correcties: correctiesOf(row, regels),
		weggehaald: may.write ? weggehaaldOf(row.id) : [],
		kandidaten: may.write || may.correct ? kandidatenVan(actor, row) : [],
		organisaties: kiest ? listOrganisatieNamen(actor) : [],
		may,
	};
}
export type PresentieDetail = ReturnType<typeof detailPresentie>;

/** One line, with who changed what. */
export function detailRegel(actor: Actor, plek: { bijeenkomstId: string; regelId: string }) {
	const { row, regel } = findRegel(actor, plek);
	const lijst = lijstVan(actor, row, regelsOf(row.id));
	const deel = deelOf(lijst.delen, regel.dagdeelId);
	const spoor = db()
		.select()
		.from(presentiespoor)
		.where(eq(presentiespoor.regelId, regel.id))
		.orderBy(asc(presentiespoor.createdAt), asc(rowid(presentiespoor)))
		.all();
	const isVast = bevestigingOf(row.id) !== undefined;
	const edit = !isVast && mayEditRegel(actor, factsOfRegel(actor, row, regel));
	const may = { ...mayVan(actor, row), edit };
	return {
		...rijOf(regel, lijst),
		regelId: regel.id,
		buitenRegio: regel.buitenRegio,
		status: regel.status,
		minutenHand: regel.minutenHand,
		/** When the bijeenkomst was. */
		wanneer: deel ? deelZin(deel) : '',
		spoor: spoor.map(({ id, reden, door, createdAt, ...wijziging }) => ({
			id,
			zin: spoorZin(wijziging, lijst.wereld.naamVan),
			reden,
			door: wieWas(row.werkplaatsId, door),
			op: toonMoment(createdAt),
		})),
		organisaties: may.write ? listOrganisatieNamen(actor) : [],
		may,
	};
}
