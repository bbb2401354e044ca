import type { Action, Plek } from './buitenaf.ts';

/** What the forms around a bijeenkomst take: good values, that point into what is attacked. */

type Velden = Record<string, string>;
type Row = (table: string, column: string, of: string) => string;

/** Of which bijeenkomst a good request is: by the state of its verslag, of its list, or the open one. */
export const STAAT: Velden = {
	intrekken: 'ter-controle',
	erratum: 'vastgesteld',
	bevestig: 'geweest',
	erbijben: 'geweest',
	nieterbij: 'geweest',
	corrigeer: 'bevestigd',
	laatkomer: 'bevestigd',
	publiceer: 'open',
	trekin: 'open',
	inschrijvingweg: 'open',
	kenniscafe: 'open',
};

const ding = ({ objecten }: Plek, soort: string, staat?: string) =>
	objecten.find((found) => found.soort === soort && (!staat || found.staat === staat))?.id ?? '';

/** The bijeenkomst of a team in this state. */
export const bijeenkomstIn = (team: Plek, staat = 'concept') =>
	(staat === 'open' ? ding(team, 'openBijeenkomst') : ding(team, 'bijeenkomst', staat)) || 'geen';

/** The ids that belong in an address. */
export const vulBijeenkomst = (path: string, team: Plek, staat?: string) =>
	path
		.replace(/^(\/bijeenkomsten)\/\[id\]/, `$1/${bijeenkomstIn(team, staat)}`)
		.replace('[regelId]', ding(team, 'presentieregel', staat ?? 'concept'))
		.replace('[reeksId]', ding(team, 'reeks', 'van het team'));

/** On a day in the last periode, for what is odd is asked first. */
const KERN = {
	titel: 'Nieuw',
	datum: '4 juni 2025',
	begin: '14.00',
	eind: '15.00',
	soort: 'team',
	periodeId: '',
};
const PUNT = { titel: 'Nieuw', minuten: '10', doel: 'delen', wieId: '', werkvorm: '' };
const WIE = { persoonId: '', naam: 'Nieuw', organisatie: '', perspectief: 'bewoner' };

function agenda(team: Plek, row: Row): Record<string, Velden> {
	const van = row('puntloop', 'bijeenkomst_id', bijeenkomstIn(team));
	const id = ding(team, 'agendapunt', 'concept');
	const sjabloonId = ding(team, 'agendasjabloon');
	return {
		'agenda maak': { sjabloon: sjabloonId },
		'agenda stappen': { werkvorm: 'wereldcafe' },
		'agenda punt': PUNT,
		'agenda wijzigpunt': { ...PUNT, id },
		'agenda verplaats': { id, na: '' },
		'agenda puntweg': { id },
		'agenda puntterug': { id: ding(team, 'agendapunt', 'concept, weg') },
		'agenda sjabloonweg': { sjabloonId },
		'agenda gebruik': { id: '', werkvorm: '', naam: 'Nieuw', hoeGingHet: 'Goed' },
		start: { van, punt: id },
		volgende: { van },
		pauze: { van, klok: 'stil' },
		erbij: { van, extra: '1' },
		klaar: { van },
	};
}

function presentie(team: Plek): Record<string, Velden> {
	const regelId = ding(team, 'presentieregel', 'concept');
	const bevestigd = ding(team, 'presentieregel', 'bevestigd');
	return {
		'presentie status': { regelId, persoonId: '', dagdeelId: '', status: 'aanwezig' },
		'presentie regel': { ...WIE, dagdeelId: '' },
		'presentie regelterug': { regelId: ding(team, 'presentieregel', 'concept, weg') },
		'presentie corrigeer': { regelIds: bevestigd, uren: '+0,5' },
		'presentie laatkomer': { ...WIE, dagdeelId: '', uren: '1' },
		'presentie organisatie': { regelId },
		'[regelId] bewaar': { ...WIE, status: 'aanwezig' },
		'[regelId] uren': { uren: '1' },
		'invoer haalin': { tekst: 'Naam\nNieuw', kolommen: 'naam', kop: '1', dagdeelId: '' },
		erbijben: { perspectief: 'bewoner' },
	};
}

function rest(team: Plek): Record<string, Velden> {
	const genodigde = ding(team, 'genodigde', 'concept');
	const titelId = ding(team, 'titel', 'concept');
	const zegt = { tekst: 'Nieuw', naam: 'Nieuw', rol: '', organisatie: '' };
	return {
		'nieuw maak': { ...KERN, leeromgevingId: team.id },
		'reeksen/nieuw maak': { ...KERN, leeromgevingId: team.id, aantal: '12' },
		'[reeksId] bewaar': { ...KERN, aantal: '12' },
		'reeksen reeksterug': { id: ding(team, 'reeks', 'weggehaald') },
		// as it was: what is outside every periode already is not asked
		'wijzig bewaar': { ...KERN, datum: '1 juni 2090' },
		'wijzig onderwijs': { hogeschoolId: '', leerjaar: '' },
		'wijzig keukentafel': { bijOrganisatieId: '', vraag: 'Nieuw?' },
		'wijzig kenniscafe': { nummer: '12', thema: 'Nieuw', aanleiding: 'regio' },
		'kopie kopieer': { datum: '5 juni 2025' },
		'kopie herhaal': { elke: 'week', aantal: '2' },
		'over titel': { titel: 'Ook zo', soort: 'alias', bron: '' },
		'over titelweg': { titelId },
		'over hoofdtitel': { titelId },
		'wie nodiguit': { personen: team.mensen[0]!.persoonId, tekst: '' },
		'wie voor': { id: genodigde, antwoord: 'komt' },
		'wie weg': { id: genodigde },
		'bezoek bewaar': { totaal: '3' },
		'deur tik': { id: '', categorie: 'bewoner', aantal: '1' },
		'openbaar bewaar': { titel: 'Nieuw', aanmeldenTot: '', capaciteit: '' },
		'openbaar publiceer': { titel: 'Nieuw', aanmeldenTot: '', capaciteit: '' },
		'openbaar inschrijvingweg': { id: ding(team, 'inschrijving') },
		'cijfers totaal': { aantal: '3', van: ding(team, 'openBijeenkomst') },
		'cijfers totaalweg': { id: ding(team, 'bezoektotaal') },
		'ervaringen maak': zegt,
		'ervaringen wijzig': { ...zegt, id: ding(team, 'ervaring', 'concept') },
		'ervaringen weg': { id: ding(team, 'ervaring', 'nee') },
		'ervaringen vraag': { id: ding(team, 'ervaring', 'concept'), email: '' },
		'ervaringen vraagin': { id: ding(team, 'ervaring', 'gevraagd') },
		code: { vervangt: '' },
		vervolg: {
			bijeenkomstId: bijeenkomstIn(team),
			actiepuntId: ding(team, 'actie', 'concept'),
			soort: 'geleerd',
			tekst: 'Nieuw',
			wanneer: '',
			inId: '',
		},
	};
}

/** Found by the end of the address and the name of the action, or by the name alone. */
export function bijeenkomstVelden({ path, name }: Action, team: Plek, row: Row): Velden {
	if (!/bijeenkomsten|acties|afspraken/.test(path)) return {};
	const all = { ...agenda(team, row), ...presentie(team), ...rest(team) };
	const ends = Object.keys(all).filter((key) => `${path} ${name}`.endsWith(key));
	const known = ends.filter((key) => key.includes(' ') || key === name);
	const [best] = known.sort((a, b) => b.length - a.length);
	return (best && all[best]) || {};
}
