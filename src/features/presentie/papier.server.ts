import type { Actor } from '#access/actor.ts';
import { must } from '#access/must.ts';
import { PERSPECTIEVEN } from '#access/actor.ts';
import { detailBijeenkomst } from '#features/bijeenkomst/read.server.ts';
import { toonTijden } from '#features/datum/tijd.ts';
import { toonDag, toonDatum } from '#features/datum/toon.ts';
import { hoofdletter } from '#features/werkplaats/woordenlijst.ts';
import { detailWerkplaats } from '#features/werkplaats/read.server.ts';
import { today } from '#server/clock.ts';
import { detailPresentie } from './read.server.ts';
import type { Rij } from './rij.ts';
import { toonUren } from './uren.ts';

/** Lines for who was not expected. */
const LEGE_REGELS = 12;

export interface PapierRegel {
	naam: string;
	namens: string;
	perspectief: string;
	/** "14.45 – 16.00" of who came late or left early. */
	tijden: string;
	uren: string;
}

const isAf = ({ status, afgemeld }: Rij) => status === 'afgemeld' || (status === null && afgemeld);
/** Who is there, or may still come. */
const hoortErbij = (rij: Rij) => rij.status === 'aanwezig' || (rij.status === null && !isAf(rij));

const tijdenOf = ({ van, tot }: Rij) =>
	[van && `van ${van}`, tot && `tot ${tot}`].filter(Boolean).join(' ');

const regelOf = (rij: Rij): PapierRegel => ({
	naam: rij.naam,
	namens: rij.organisatie,
	perspectief: hoofdletter(PERSPECTIEVEN[rij.perspectief]),
	tijden: tijdenOf(rij),
	uren: rij.minuten === null ? '' : toonUren(rij.minuten),
});

function feitenVan(actor: Actor, bijeenkomstId: string) {
	const { team, datum, begin, eind, plaats, titel } = detailBijeenkomst(actor, bijeenkomstId);
	const wanneer = [datum && toonDatum(datum), toonTijden({ begin, eind })];
	const feiten = [
		{ label: 'Van', waarde: team.naam },
		{ label: 'Datum', waarde: wanneer.filter(Boolean).join(', ') },
		{ label: 'Plaats', waarde: plaats },
	];
	return { titel, datum, feiten: feiten.filter(({ waarde }) => waarde) };
}

/** The list to take along on paper, or to keep with what was confirmed. */
export function detailPapier(actor: Actor, bijeenkomstId: string) {
	const presentie = detailPresentie(actor, bijeenkomstId);
	must(presentie.may.export);
	const { titel, datum, feiten } = feitenVan(actor, bijeenkomstId);
	const isVast = presentie.bevestigd !== '';
	return {
		titel,
		feiten,
		/** For the name of a file. */
		dag: datum?.dag ?? '',
		werkplaats: detailWerkplaats(actor).naam,
		gemaakt: toonDag(today()),
		bevestigd: presentie.bevestigd,
		delen: presentie.delen.map(({ zin, rijen }) => ({
			zin: presentie.delen.length > 1 ? zin : '',
			regels: rijen.filter(hoortErbij).map(regelOf),
			afgemeld: rijen.filter(isAf).map(({ naam }) => naam),
		})),
		/** Nobody signs for what was closed. */
		leeg: isVast ? 0 : LEGE_REGELS,
		uren: isVast,
	};
}
export type Papier = ReturnType<typeof detailPapier>;
