import type { Actor, Perspectief } from '#access/actor.ts';
import { mayNeemMee } from '#access/bord.ts';
import { must } from '#access/must.ts';
import { toonDag } from '#features/datum/toon.ts';
import { isDag, toonWanneer } from '#features/tekst/wanneer.ts';
import { persoonNaam } from '#features/persoon/rows.server.ts';
import { detailWerkplaats, woordenlijst } from '#features/werkplaats/read.server.ts';
import { today } from '#server/clock.ts';
import { FASEN, type Fase } from '#ui/fase.ts';
import type { AfspraakBeeld, BordBeeld, BriefjeBeeld } from './beeld.ts';
import { beeldVan } from './beeld.read.server.ts';
import type { BladBriefje, BladVerhaal, BordBlad } from './blad.ts';
import { factsOfBord, findBord } from './find.server.ts';
import { kantWoord } from './kanten.ts';
import { detailBord, type BordDetail } from './read.server.ts';
import { ZONDER_NAAM } from './soort.ts';
import { opKeuze } from './verhaal.ts';

/** In the words of this werkplaats. */
type KantVan = (perspectief: Perspectief | '') => string;

const briefjeOp = (briefje: BriefjeBeeld, kantVan: KantVan): BladBriefje => {
	const { id, tekst, fase, soort, perspectief, wie, namens, tafel, tafelronde } = briefje;
	return {
		id,
		tekst,
		fase,
		soort,
		perspectief: kantVan(perspectief),
		wie,
		namens,
		tafel,
		tafelronde,
	};
};

const verhalenOp = ({ verhalen }: BordBeeld, kantVan: KantVan): BladVerhaal[] =>
	opKeuze(verhalen)
		.filter(({ stippen }) => stippen)
		.map(({ id, tekst, stippen, redenen }) => ({
			id,
			tekst,
			gekozen: stippen ?? 0,
			redenen: redenen.map((een) => ({
				tekst: een.tekst,
				perspectief: kantVan(een.perspectief),
			})),
		}));

/** What each thing on the bord is called by, where another comes from it. */
function woordenVan({ briefjes, groepen, inzichten }: BordBeeld): (id: string) => string {
	const perId = new Map([
		...briefjes.map(({ id, tekst }) => [id, tekst] as const),
		...groepen.map(({ id, naam }) => [id, naam || ZONDER_NAAM] as const),
		...inzichten.map(({ id, tekst }) => [id, tekst] as const),
	]);
	return (id) => perId.get(id) ?? '';
}

const statusOf = ({ afgerond }: BordDetail, fase: Fase) =>
	afgerond
		? `Afgerond op ${toonDag(today(afgerond.op))} door ${afgerond.door}`
		: `Nu in de fase ${FASEN[fase].toLowerCase()}`;

function feitenOf({ team, bijeenkomsten, leervraag, vragen }: BordDetail) {
	const feiten = [
		{ label: 'Team', waarde: team.naam },
		{ label: 'Leervraag', waarde: leervraag?.tekst ?? '' },
		{
			label: bijeenkomsten.length === 1 ? 'Bijeenkomst' : 'Bijeenkomsten',
			waarde: bijeenkomsten
				.map(({ titel, datum, wanneer }) => (datum ? `${titel}, ${wanneer}` : titel))
				.join('; '),
		},
		...Object.entries(FASEN).map(([fase, label]) => ({ label, waarde: vragen[fase as Fase] })),
	];
	return feiten.filter(({ waarde }) => waarde);
}

/** All that lies open, to read back, to print and to take along. */
export function detailBlad(actor: Actor, bordId: string): BordBlad {
	const row = findBord(actor, bordId);
	must(mayNeemMee(actor, factsOfBord(row)));
	const bord = detailBord(actor, bordId);
	const beeld = beeldVan(actor, bordId);
	const woorden = woordenVan(beeld);
	const wieVan = ({ wieId, wie }: AfspraakBeeld) => persoonNaam(row.werkplaatsId, wieId) || wie;
	const uitVan = ({ uit }: { uit: string[] }) => uit.map(woorden).filter(Boolean);
	const bewoner = woordenlijst(actor).bewoner.enkelvoud;
	const kantVan: KantVan = (perspectief) => kantWoord(perspectief, bewoner);
	const briefjes = (list: readonly BriefjeBeeld[]): BladBriefje[] =>
		list.map((briefje) => briefjeOp(briefje, kantVan));
	return {
		titel: bord.titel,
		team: bord.team.naam,
		werkplaats: detailWerkplaats(actor).naam,
		gemaakt: toonDag(today()),
		status: statusOf(bord, beeld.stand.fase),
		feiten: feitenOf(bord),
		verhalen: verhalenOp(beeld, kantVan),
		groepen: beeld.groepen
			.filter((groep) => groep.naam !== '' || groep.briefjes.length > 0)
			.map(({ id, naam, stippen, briefjes: list }) => ({
				id,
				naam,
				stippen,
				briefjes: briefjes(list),
			})),
		los: briefjes(beeld.los),
		inzichten: beeld.inzichten
			.filter(({ tekst, tegen }) => tekst !== '' || tegen !== '')
			.map((one) => ({
				id: one.id,
				soort: one.soort,
				tekst: one.tekst,
				tegen: one.tegen,
				uit: uitVan(one),
			})),
		afspraken: beeld.afspraken
			.filter(({ wat }) => wat !== '')
			.map((one) => ({
				id: one.id,
				wat: one.wat,
				wie: wieVan(one),
				wanneer: toonWanneer(one.wanneer) || one.wanneer,
				dag: isDag(one.wanneer) ? one.wanneer : '',
				effect: one.effect,
				uit: uitVan(one),
			})),
	};
}
