import type { Actor } from '#access/actor.ts';
import type { GeschrevenAantal } from '#features/bijeenkomst/aantal.ts';
import type { BijeenkomstNieuw } from '#features/bijeenkomst/input.ts';
import { updateOnderwijs } from '#features/bijeenkomst/onderwijs.write.server.ts';
import type { Fase, TitelSoort } from '#features/bijeenkomst/soort.ts';
import { createTitel } from '#features/bijeenkomst/titel.write.server.ts';
import { createBijeenkomst } from '#features/bijeenkomst/write.server.ts';
import type { Schrijfdatum } from '#features/datum/schrijfdatum.ts';
import { updateCafe } from '#features/kenniscafe/cafe.write.server.ts';
import { createTotaal } from '#features/kenniscafe/write.server.ts';
import { isOp } from '#features/werkplaats/periode.ts';
import type { Voorbeeld } from '#voorbeeld/schema.ts';
import type { Ids } from './ids.ts';
import { loadReeksen, reeksVanTitel } from './voorbeeld-reeksen.ts';
import { soortVan } from './voorbeeld-soort.ts';

type Kenniscafe = Voorbeeld['kenniscafes'][number];
type Bijeenkomst = Voorbeeld['bijeenkomsten'][number];
type Onderwijs = Voorbeeld['onderwijs'][number];
interface Bron {
	actor: Actor;
	file: Voorbeeld;
	ids: Ids;
}

/** No source tells at what hour. */
const GEEN_TIJD = { begin: '', eind: '' };

const TITEL_WOORDEN: Record<string, TitelSoort> = { 'eigen titel': 'eigen', drukfout: 'drukfout' };

/** Only where a source puts it in another periode than its day does, or where no day is known. */
function periodeVan(
	{ file, ids }: Bron,
	datum: Schrijfdatum | null,
	nummer: number,
): string | null {
	const eigen = datum && file.perioden.find((periode) => isOp(periode, datum.dag));
	return eigen?.nummer === nummer ? null : ids.get('periode', nummer);
}

const aantalVan = (geteld: Kenniscafe['bezoekers']): { aantal?: GeschrevenAantal } =>
	geteld ? { aantal: geteld } : {};

/** What a source tells besides, one thing a line. */
const verteld = (...regels: (string | undefined)[]) => regels.filter(Boolean).join('\n');

const andereDatum = ({ andereDatums }: Pick<Kenniscafe, 'andereDatums'>) =>
	andereDatums.map(({ tekst, bron }) => `In een bron (${bron}) staat ${tekst}.`).join('\n');

function loadTitels({ actor }: Bron, id: string, titels: Kenniscafe['andereTitels']) {
	for (const { titel, soort, bron } of titels)
		createTitel(actor, { id, titel, soort: TITEL_WOORDEN[soort] ?? 'alias', bron });
}

/** Of everybody; teams and others organise it together. */
function loadKenniscafe(bron: Bron, cafe: Kenniscafe) {
	const { actor, ids } = bron;
	const { id } = createBijeenkomst(actor, {
		...{
			...GEEN_TIJD,
			...aantalVan(cafe.bezoekers),
			soort: 'open',
			open: true,
			leeromgevingId: null,
		},
		...{ titel: cafe.titel, datum: cafe.datum, plaats: cafe.plaats ?? '', bron: cafe.bron },
		periodeId: periodeVan(bron, cafe.datum, cafe.periode),
		omschrijving: verteld(
			cafe.werkvorm && `Werkvorm: ${cafe.werkvorm}.`,
			cafe.opmerking,
			andereDatum(cafe),
		),
		mede: cafe.leeromgevingen.map((key) => ids.get('leeromgeving', key)),
		organisatoren: cafe.samenMet.map((key) => ids.get('organisatie', key)),
		nieuwsUrl: cafe.url ?? '',
	});
	updateCafe(actor, {
		...{ id, nummer: cafe.nummer, aanleiding: null, toelichting: '' },
		thema: cafe.hoofdstuk ? `Hoofdstuk ${cafe.hoofdstuk}` : '',
	});
	ids.set('kenniscafe', cafe.nummer, id);
	loadTitels(bron, id, cafe.andereTitels);
}

const FASEN: Record<string, Fase> = { DELEN: 'delen', DUIDEN: 'duiden', DOEN: 'doen' };

/** "Ontmoet de kracht van Coolhaveneiland: DELEN". */
function fasenVan(titel: string): Fase[] {
	const fase = FASEN[titel.split(': ').at(-1) ?? ''];
	return fase ? [fase] : [];
}

/** Of the first team that is named, with the others; or of the whole werkplaats. */
function loadBijeenkomst(bron: Bron, een: Bijeenkomst) {
	const { actor, ids } = bron;
	const { datum = null, titel } = een;
	const [team = null, ...mede] = een.leeromgevingen.map((key) => ids.get('leeromgeving', key));
	const velden: BijeenkomstNieuw = {
		...{ ...GEEN_TIJD, ...soortVan(een.soort), ...aantalVan(een.deelnemers) },
		...{ titel, datum, mede, plaats: een.bij ?? '' },
		fasen: fasenVan(titel),
		periodeId: periodeVan(bron, datum, een.periode),
		reeksId: reeksVanTitel(ids, titel),
		omschrijving: verteld(
			een.omschrijving,
			een.aantalWorkshops ? `Met ${een.aantalWorkshops} workshops.` : '',
			een.opmerking,
			andereDatum(een),
		),
	};
	const { id } = createBijeenkomst(actor, { ...velden, leeromgevingId: team, bron: een.bron });
	ids.set('bijeenkomst', titel, id);
	loadTitels(bron, id, een.andereTitels);
}

function loadOnderwijs(bron: Bron, les: Onderwijs) {
	const { actor, file, ids } = bron;
	const { id } = createBijeenkomst(actor, {
		...{ ...GEEN_TIJD, ...soortVan(les.soort), leeromgevingId: null, bron: les.bron },
		...{ titel: les.titel, datum: les.datum, plaats: '', omschrijving: les.opmerking },
		periodeId: periodeVan(bron, les.datum, les.periode),
	});
	updateOnderwijs(actor, {
		id,
		opleiding: les.opleiding ?? '',
		hogeschoolId: ids.get('organisatie', les.bij),
		leerjaar: les.leerjaar ?? null,
		gever: file.organisaties.find(({ sleutel }) => sleutel === les.gever)?.naam ?? '',
	});
}

/** What follows from other totals is worked out, and not written down (AC-34). */
function loadTotalen({ actor, file, ids }: Bron) {
	for (const { wat, aantal, afgeleid, bron, kenniscafes } of file.bezoekerstotalen) {
		if (afgeleid) continue;
		const van = kenniscafes.map((nummer) => ids.get('kenniscafe', nummer));
		createTotaal(actor, { naam: wat, aantal, circa: false, bron, van });
	}
}

/** All that was done, from kenniscafé to guest lecture, and how often what nobody dated. */
export function loadBijeenkomsten(actor: Actor, file: Voorbeeld, ids: Ids) {
	const bron = { actor, file, ids };
	loadReeksen(actor, file, ids);
	for (const cafe of file.kenniscafes) loadKenniscafe(bron, cafe);
	for (const een of [...file.bijeenkomsten, ...file.gebeurtenissen]) loadBijeenkomst(bron, een);
	for (const les of file.onderwijs) loadOnderwijs(bron, les);
	loadTotalen(bron);
}
