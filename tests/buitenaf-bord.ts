import type { Action, Plek } from './buitenaf.ts';

/** What the forms of a bord take: good values, that point into what is attacked. */

type Velden = Record<string, string>;

const ding = ({ objecten }: Plek, soort: string, staat?: string) =>
	objecten.find((found) => found.soort === soort && (!staat || found.staat === staat))?.id ??
	'geen';

/** The bord of a team that is in use. */
export const bordIn = (team: Plek, staat = 'open') => ding(team, 'bord', staat);

const trekkerIn = (team: Plek) => team.mensen.find(({ wie }) => wie === 'trekker')?.persoonId ?? '';

/** The ids that belong in an address. */
export const vulBord = (path: string, team: Plek) =>
	path.replace(/^(\/borden)\/\[id\]/, `$1/${bordIn(team)}`).replace('[vorm]', 'md');

const VRAGEN = { vraagDelen: '', vraagDuiden: '', vraagDoen: '' };

type Row = (table: string, column: string, of: string) => string;

function beheer(team: Plek, row: Row): Record<string, Velden> {
	const bijeenkomstId = ding(team, 'bijeenkomst', 'concept');
	const uit = ding(team, 'bordgroep', 'open');
	const themaId = row('bordthema', 'leeromgeving_id', team.id);
	// of another bord: the last one would take the thema with it
	const groep = `${bordIn(team, 'afgerond')} ${ding(team, 'bordgroep', 'afgerond')}`;
	return {
		'themas thema': { naam: 'Nieuw', groepen: `${bordIn(team)} ${uit}` },
		'themas uitthema': { themaId, groep },
		'themas themaweg': { themaId },
		'invoer neemover': { teksten: 'Nieuw', fase: 'delen', perspectief: 'bewoner', soort: '' },
		'borden/nieuw maak': {
			...{ ...VRAGEN, soort: 'ddd', gasten: 'ja', plenairId: '', bijeenkomstId: '', fase: '' },
			leeromgevingId: team.id,
		},
		'borden terug': { id: bordIn(team, 'weggehaald') },
		'wijzig bewaar': { ...VRAGEN, gasten: 'ja' },
		'wijzig koppel': { bijeenkomstId, fase: 'delen' },
		'wijzig ontkoppel': { bijeenkomstId },
		'wijzig tafels': { titels: 'Een tafel' },
		// the table that was made just before
		'wijzig leider': {
			tafelId: row('bord', 'plenair_id', bordIn(team)),
			naar: trekkerIn(team),
		},
		'verder leervraag': { uit },
		'verder praktijkvraag': { uit },
		'verder verslag': { uit, bijeenkomstId },
	};
}

function aanTafel(team: Plek): Record<string, Velden> {
	const briefjeId = ding(team, 'briefje', 'open, van de trekker');
	const groepId = ding(team, 'bordgroep', 'open');
	const nieuw = { id: '', soort: '', fase: '' };
	return {
		leg: nieuw,
		namens: { ...nieuw, perspectief: 'bewoner' },
		wijzigbriefje: { id: briefjeId, soort: '' },
		haalweg: { id: briefjeId },
		zetterug: { id: briefjeId },
		uitlicht: { briefjeId },
		stip: { groepId, aantal: '1' },
		stipnamens: { id: '', groepId, aantal: '3' },
		klaar: { klaar: 'ja' },
		hand: { hand: 'ja' },
		geefregie: { naar: trekkerIn(team) },
		reeks: { naar: bordIn(team) },
		fase: { naar: 'duiden' },
		stil: { stil: '' },
		slot: { slot: '' },
		klok: { minuten: '5' },
		ronde: { budget: '3', geheim: 'ja' },
		code: { vervangt: '' },
		wegsturen: { deelnemerId: ding(team, 'deelnemer', 'open') },
		laattoe: { deelnemerId: ding(team, 'deelnemer', 'open') },
		handweg: { deelnemerId: ding(team, 'deelnemer', 'open') },
	};
}

/** Found by the end of the address and the name of the action, or by the name alone. */
export function bordVelden({ path, name }: Action, team: Plek, row: Row): Velden {
	if (!path.includes('/borden')) return {};
	const rond = beheer(team, row);
	const key = Object.keys(rond).find((end) => `${path} ${name}`.endsWith(end));
	if (key) return rond[key]!;
	return path.startsWith('/borden/[id]') ? (aanTafel(team)[name] ?? {}) : {};
}
