import { FASEN, type Fase } from '#ui/fase.ts';
import { kiestVerhaal } from './soort.ts';
import type { BordBeeld, BriefjeBeeld, Standbeeld } from './beeld.ts';

/**
 * What is said aloud of a bord: what changed between two moments, in few sentences. What went and
 * came back in between is no news, and neither is what somebody did oneself.
 */

interface Ik {
	/** Ids of what I touched myself, or wrote. */
	eigen: ReadonlySet<string>;
	/** Who holds regie did it, and knows. */
	regie: boolean;
}

const WAT: Readonly<Record<Fase, string>> = {
	delen: 'Vertel wat je zag of meemaakte.',
	duiden: 'Zoek samen wat het betekent.',
	doen: 'Spreek af wat jullie proberen.',
};
/** More names than this are a crowd. */
const MEESTE_NAMEN = 3;

const briefjes = (n: number) => `${n} ${n === 1 ? 'briefje' : 'briefjes'}`;
const kwam = (n: number, wat: string) => `Er ${n === 1 ? 'kwam' : 'kwamen'} ${wat} bij.`;

interface Ding {
	id: string;
}

function verschillen<T extends Ding>(was: readonly T[], is: readonly T[]) {
	const oud = new Map(was.map((one) => [one.id, one]));
	const nieuw = new Set(is.map(({ id }) => id));
	return {
		erbij: is.filter(({ id }) => !oud.has(id)),
		weg: was.filter(({ id }) => !nieuw.has(id)),
		/** As it was, and as it is. */
		samen: is.flatMap((one) => {
			const before = oud.get(one.id);
			return before ? [[before, one] as const] : [];
		}),
	};
}

/** Laid down, gone, lying somewhere else, called otherwise. */
export function geraakt(oud: BordBeeld, nieuw: BordBeeld): string[] {
	const opTafel = verschillen(oud.briefjes, nieuw.briefjes);
	const inGroepen = verschillen(oud.groepen, nieuw.groepen);
	const anders = [
		...opTafel.samen.filter(([a, b]) => a.groepId !== b.groepId || a.tekst !== b.tekst),
		...inGroepen.samen.filter(([a, b]) => a.naam !== b.naam),
	].map(([, { id }]) => id);
	const komtOfGaat = [
		opTafel,
		inGroepen,
		verschillen(oud.inzichten, nieuw.inzichten),
		verschillen(oud.afspraken, nieuw.afspraken),
	].flatMap(({ erbij, weg }) => [...erbij, ...weg]);
	return [...komtOfGaat.map(({ id }) => id), ...anders];
}

/** Of the whole table, and so worth more than waiting for the rest. */
const METEEN = [
	'fase',
	'stil',
	'slot',
	'ronde',
	'klaarMet',
	'uitlicht',
	'naar',
	'tafelronde',
] as const;
export const isMeteen = (oud: BordBeeld, nieuw: BordBeeld): boolean =>
	METEEN.some((key) => oud.stand[key] !== nieuw.stand[key]);

const RONDE: Readonly<Record<Standbeeld['ronde'], string>> = {
	'': 'De ronde met stippen is voorbij.',
	open: 'Je kunt nu stippen geven.',
	dicht: 'Stippen geven kan niet meer.',
	uitslag: 'De uitslag van de stippen staat erbij.',
};

const KEUZE: typeof RONDE = {
	'': 'Het kiezen is voorbij.',
	open: 'Je kunt nu een verhaal kiezen.',
	dicht: 'Kiezen kan niet meer.',
	uitslag: 'Bij de verhalen staat nu waarom ze zijn gekozen.',
};

function vanStand(oud: Standbeeld, { stand: is, briefjes: rij }: BordBeeld): string[] {
	const zinnen: string[] = [];
	if (is.fase !== oud.fase)
		zinnen.push(`We zijn nu bij ${FASEN[is.fase]}. ${is.vraag || WAT[is.fase]}`);
	if (is.stil !== oud.stil)
		zinnen.push(is.stil ? 'Iedereen schrijft nu voor zichzelf.' : 'De briefjes liggen open.');
	if (is.slot !== oud.slot)
		zinnen.push(is.slot ? 'Het bord is even op slot.' : 'Het bord is weer open.');
	if (is.ronde !== oud.ronde) zinnen.push((kiestVerhaal(is.soort) ? KEUZE : RONDE)[is.ronde]);
	if (is.tafelronde > oud.tafelronde)
		zinnen.push(`Ronde ${is.tafelronde}.${is.tafelronde > 1 ? ' Zoek een andere tafel.' : ''}`);
	if (is.naar && is.naar !== oud.naar) zinnen.push(`We gaan verder bij: ${is.naarTitel}`);
	const licht = rij.find(({ id }) => id === is.uitlicht);
	if (licht && is.uitlicht !== oud.uitlicht) zinnen.push(`We kijken samen naar: ${licht.tekst}`);
	if (is.klaarMet && !oud.klaarMet) zinnen.push('Het bord is afgerond. Je kunt alleen nog lezen.');
	return zinnen;
}

/** Names only where the bord shows them: then they stand on the briefjes. */
function vanErbij(erbij: readonly BriefjeBeeld[]): string[] {
	if (erbij.length === 0) return [];
	const perNaam = new Map<string, number>();
	for (const { wie } of erbij) perNaam.set(wie, (perNaam.get(wie) ?? 0) + 1);
	if (perNaam.has('') || perNaam.size > MEESTE_NAMEN)
		return [kwam(erbij.length, briefjes(erbij.length))];
	return [...perNaam].map(([wie, n]) => `${wie} voegde ${briefjes(n)} toe.`);
}

/** Another place in the same row is seen, and not worth saying. */
function vanVerplaatst(verplaatst: readonly BriefjeBeeld[], { groepen }: BordBeeld): string[] {
	const n = verplaatst.length;
	if (n === 0) return [];
	const naar = new Set(verplaatst.map(({ groepId }) => groepId));
	const groep = groepen.find(({ id }) => naar.has(id));
	const waar = groep ? groep.naam && `bij: ${groep.naam}` : 'los';
	if (naar.size > 1 || !waar)
		return [`${briefjes(n)} ${n === 1 ? 'kreeg' : 'kregen'} een andere plek.`];
	return [`${briefjes(n)} ${n === 1 ? 'ligt' : 'liggen'} nu ${waar}.`];
}

function vanBriefjes(oud: BordBeeld, nieuw: BordBeeld, mijn: (ding: Ding) => boolean): string[] {
	const { erbij, weg, samen } = verschillen(oud.briefjes, nieuw.briefjes);
	const vanAnderen = samen.filter(([, one]) => !mijn(one));
	const verplaatst = vanAnderen.filter(([a, b]) => a.groepId !== b.groepId).map(([, b]) => b);
	const gewijzigd = vanAnderen.filter(([a, b]) => a.tekst !== b.tekst).length;
	const gingen = weg.filter((one) => !mijn(one)).length;
	return [
		...vanErbij(erbij.filter((one) => !mijn(one))),
		...(gingen ? [`Er ${gingen === 1 ? 'ging' : 'gingen'} ${briefjes(gingen)} weg.`] : []),
		...(gewijzigd ? [`${briefjes(gewijzigd)} ${gewijzigd === 1 ? 'is' : 'zijn'} gewijzigd.`] : []),
		...vanVerplaatst(verplaatst, nieuw),
	];
}

function vanGroepen(oud: BordBeeld, nieuw: BordBeeld, mijn: (ding: Ding) => boolean): string[] {
	const { erbij, weg, samen } = verschillen(oud.groepen, nieuw.groepen);
	const anders = (rij: readonly Ding[]) => rij.filter((one) => !mijn(one)).length;
	const [nieuwe, gingen] = [anders(erbij), anders(weg)];
	// not the name itself: somebody may still be typing it
	const genoemd = anders(samen.filter(([a, b]) => a.naam !== b.naam).map(([, b]) => b));
	return [
		...(nieuwe ? [kwam(nieuwe, nieuwe === 1 ? '1 groep' : `${nieuwe} groepen`)] : []),
		...(gingen ? [`Er ${gingen === 1 ? 'ging 1 groep' : `gingen ${gingen} groepen`} weg.`] : []),
		...(genoemd
			? [genoemd === 1 ? '1 groep kreeg een naam.' : `${genoemd} groepen kregen een naam.`]
			: []),
	];
}

function vanOogst(oud: BordBeeld, nieuw: BordBeeld, mijn: (ding: Ding) => boolean): string[] {
	const tel = (was: readonly Ding[], is: readonly Ding[]) =>
		verschillen(was, is).erbij.filter((one) => !mijn(one)).length;
	const inzichten = tel(oud.inzichten, nieuw.inzichten);
	const afspraken = tel(oud.afspraken, nieuw.afspraken);
	return [
		...(inzichten
			? [kwam(inzichten, inzichten === 1 ? '1 inzicht' : `${inzichten} inzichten`)]
			: []),
		...(afspraken
			? [kwam(afspraken, afspraken === 1 ? '1 afspraak' : `${afspraken} afspraken`)]
			: []),
	];
}

/** Who holds regie gives the floor. */
const vanHanden = (oud: Standbeeld, { handen }: Standbeeld): string[] =>
	handen > oud.handen ? [handen === 1 ? 'Er is 1 hand op.' : `Er zijn ${handen} handen op.`] : [];

/** The sentences for what others did between two moments. */
export function omroep(oud: BordBeeld, nieuw: BordBeeld, { eigen, regie }: Ik): string[] {
	const mijn = ({ id }: Ding) => eigen.has(id);
	return [
		...(regie ? vanHanden(oud.stand, nieuw.stand) : vanStand(oud.stand, nieuw)),
		...vanBriefjes(oud, nieuw, mijn),
		...vanGroepen(oud, nieuw, mijn),
		...vanOogst(oud, nieuw, mijn),
	];
}
