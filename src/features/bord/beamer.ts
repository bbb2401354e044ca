import { PERSPECTIEVEN } from '#access/actor.ts';
import { toonWanneer } from '#features/tekst/wanneer.ts';
import type { Fase } from '#ui/fase.ts';
import type { AfspraakBeeld, BordBeeld, BriefjeBeeld, GroepBeeld, Standbeeld } from './beeld.ts';
import { klokVan, type Klok } from './klok.ts';
import { werkvormKaarten } from './beamer.werkvorm.ts';
import { heeftFasen, INZICHT_SOORTEN, VAN_NIEMAND } from './soort.ts';

/** More than this nobody reads from the back row: the rest is on a next page. */
export const PER_BLAD = 6;
/** On a screen that is not as high. */
export const PER_LAAG_BLAD = 4;
/** Of what lies in a groep the screen shows so many; the tables show all. */
const UIT_GROEP = 2;
/** What the tables see in place of the name of a groep that has none yet. */
const ZONDER_NAAM = 'Hoe noemen jullie dit?';

export interface Kaart {
	soort: 'briefje' | 'groep' | 'inzicht' | 'afspraak' | 'verhaal' | 'standpunt';
	id: string;
	kop: string;
	/** Small, beside the heading: how many, from which side, of nobody yet. */
	noot: string;
	regels: readonly string[];
	/** Its dots as a part of the most that one got, 0–100; null as long as no outcome is shown. */
	deel: number | null;
}

type Vlak =
	| { soort: 'briefje'; tekst: string; noot: string }
	| { soort: 'zin'; zin: string; erbij: string }
	| { soort: 'kaarten'; kaarten: readonly Kaart[] };

export interface BeamerBeeld {
	fase: Fase;
	/** Which phase it is, is shown; not where there is only one. */
	metFase: boolean;
	/** Id of the bord where everybody goes on; or empty. */
	naar: string;
	/** What the room is at: another moment begins at its first page. */
	moment: string;
	/** Of this phase. */
	vraag: string;
	klok: Klok;
	/** What the time is for. */
	waarvoor: string;
	vlak: Vlak;
	/** Counts, one sentence each. */
	onder: readonly string[];
}

const hoofdletter = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const telBriefjes = (n: number) => `${n} ${n === 1 ? 'briefje' : 'briefjes'}`;
const telStippen = (n: number) => `${n} ${n === 1 ? 'stip' : 'stippen'}`;
const kant = ({ perspectief }: BriefjeBeeld) =>
	perspectief === '' ? '' : hoofdletter(PERSPECTIEVEN[perspectief]);

/** Also where a bord shows names: who wrote it does not stand large on a wall. */
const briefjeKaart = (briefje: BriefjeBeeld): Kaart => ({
	soort: 'briefje',
	id: briefje.id,
	kop: '',
	noot: kant(briefje),
	regels: [briefje.tekst],
	deel: null,
});

function groepKaarten(groepen: readonly GroepBeeld[]): Kaart[] {
	const meest = Math.max(1, ...groepen.map(({ stippen }) => stippen ?? 0));
	return groepen
		.filter(({ naam, briefjes }) => naam !== '' || briefjes.length > 0)
		.map(({ id, naam, briefjes, stippen }) => ({
			soort: 'groep',
			id,
			kop: naam || ZONDER_NAAM,
			noot: stippen === null ? telBriefjes(briefjes.length) : telStippen(stippen),
			regels: briefjes.slice(0, UIT_GROEP).map(({ tekst }) => tekst),
			deel: stippen === null ? null : Math.round((stippen / meest) * 100),
		}));
}

/** Of an earlier round, while new briefjes come on the table. */
const zonderUitslag = ({ groepen }: BordBeeld) =>
	groepen.map((groep) => ({ ...groep, stippen: null }));

const opStippen = (groepen: readonly GroepBeeld[]) =>
	groepen.toSorted((a, b) => (b.stippen ?? 0) - (a.stippen ?? 0));

const inzichtKaarten = ({ inzichten }: BordBeeld): Kaart[] =>
	inzichten
		.filter(({ tekst, tegen }) => tekst !== '' || tegen !== '')
		.map(({ id, soort, tekst, tegen }) => ({
			soort: 'inzicht',
			id,
			kop: hoofdletter(INZICHT_SOORTEN[soort]),
			noot: '',
			regels: [tekst, tegen].filter(Boolean),
			deel: null,
		}));

const isVanNiemand = ({ wie, wieId }: AfspraakBeeld) => wie === '' && wieId === '';

const afspraakKaarten = ({ afspraken }: BordBeeld): Kaart[] =>
	afspraken
		.filter(({ wat }) => wat !== '')
		.map((afspraak) => ({
			soort: 'afspraak',
			id: afspraak.id,
			kop: afspraak.wat,
			noot: isVanNiemand(afspraak) ? VAN_NIEMAND : '',
			regels: [toonWanneer(afspraak.wanneer) || afspraak.wanneer, afspraak.effect].filter(Boolean),
			deel: null,
		}));

/** Loose ones with the last on top: that is what the room looks for. */
const losseKaarten = ({ los }: BordBeeld) =>
	los.toSorted((a, b) => b.nr - a.nr).map((briefje) => briefjeKaart(briefje));

const KAARTEN: Record<Fase, (beeld: BordBeeld) => Kaart[]> = {
	delen: (beeld) => [...losseKaarten(beeld), ...groepKaarten(zonderUitslag(beeld))],
	duiden: (beeld) => [...groepKaarten(beeld.groepen), ...inzichtKaarten(beeld)],
	doen: afspraakKaarten,
};

/** To which groep somebody can give a dot now. */
const geeftStippen = ({ ronde, klaarMet }: Standbeeld) => ronde === 'open' && klaarMet === '';

function kaartenVan(beeld: BordBeeld): Kaart[] {
	const eigen = werkvormKaarten(beeld);
	if (eigen.length > 0) return eigen;
	const { fase, ronde } = beeld.stand;
	const isUitslag = ronde === 'uitslag' && fase === 'duiden';
	const groepenOp = isUitslag ? opStippen(beeld.groepen) : beeld.groepen;
	const kaarten = geeftStippen(beeld.stand)
		? groepKaarten(beeld.groepen)
		: KAARTEN[fase]({ ...beeld, groepen: groepenOp });
	if (kaarten.length > 0) return kaarten;
	const groepen = groepKaarten(opStippen(beeld.groepen));
	return groepen.length > 0 ? groepen : losseKaarten(beeld);
}

const schreven = ({ geschreven, deelnemers }: Standbeeld) =>
	`${geschreven} van ${deelnemers} ${geschreven === 1 ? 'schreef' : 'schreven'} iets`;

function vlakVan(beeld: BordBeeld): Vlak {
	const { stand, briefjes } = beeld;
	const licht = briefjes.find(({ id }) => id === stand.uitlicht);
	if (licht) return { soort: 'briefje', tekst: licht.tekst, noot: kant(licht) };
	if (stand.stil)
		return { soort: 'zin', zin: 'Ieder schrijft nu voor zichzelf.', erbij: schreven(stand) };
	const kaarten = kaartenVan(beeld);
	return kaarten.length > 0
		? { soort: 'kaarten', kaarten }
		: { soort: 'zin', zin: 'De tafel is nog leeg.', erbij: 'Leg het eerste briefje neer.' };
}

/** What was counted in the room may be more than who sits at a screen can give. */
function stippenZinnen({ gegeven, budget, deelnemers }: Standbeeld): string[] {
	const samen = budget * deelnemers;
	const aantal = gegeven > samen ? telStippen(gegeven) : `${gegeven} van ${telStippen(samen)}`;
	return [`${aantal} gegeven`, 'De uitslag komt straks op het scherm.'];
}

function onderVan({ stand, los, groepen }: BordBeeld): string[] {
	const { ronde, deelnemers, klaar } = stand;
	if (stand.klaarMet === 'afgerond') return ['Dit bord is afgerond.'];
	if (ronde === 'open' || ronde === 'dicht') return stippenZinnen(stand);
	const losse = `${telBriefjes(los.length)} ${los.length === 1 ? 'ligt' : 'liggen'} nog los`;
	return [
		deelnemers > 0 && `${deelnemers} ${deelnemers === 1 ? 'doet' : 'doen'} mee`,
		klaar > 0 && `${klaar} van ${deelnemers} ${klaar === 1 ? 'is' : 'zijn'} klaar`,
		stand.fase === 'duiden' && groepen.length > 0 && los.length > 0 && losse,
	].filter((zin) => zin !== false);
}

const WAARVOOR: Record<Fase, string> = {
	delen: 'om te delen',
	duiden: 'om te duiden',
	doen: 'om af te spreken',
};

function waarvoor({ ronde, stil, fase }: Standbeeld): string {
	if (ronde === 'open') return 'om stippen te geven';
	return stil ? 'om te schrijven' : WAARVOOR[fase];
}

/** What the screen in the room shows of a bord: large, and of nobody the name. */
export function beamerOf(beeld: BordBeeld): BeamerBeeld {
	const { fase, vraag } = beeld.stand;
	return {
		fase,
		metFase: heeftFasen(beeld.stand.soort),
		naar: beeld.stand.naar,
		moment: `${fase} ${beeld.stand.ronde}`,
		vraag,
		klok: klokVan(beeld.stand),
		waarvoor: waarvoor(beeld.stand),
		vlak: vlakVan(beeld),
		onder: onderVan(beeld),
	};
}
