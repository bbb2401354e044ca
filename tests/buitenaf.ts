import { readdirSync, readFileSync } from 'node:fs';
import { bordVelden, vulBord } from './buitenaf-bord.ts';
import { bijeenkomstIn, bijeenkomstVelden, vulBijeenkomst } from './buitenaf-bijeenkomst.ts';
import { FIXTURE } from './fixtures.ts';

/** What an attacker can do from outside, and what there is to find: everything of the seed. */

export interface Mens {
	wie: string;
	persoonId: string;
	email: string;
	wachtwoord: string;
	woord: string;
}
interface Ding {
	soort: string;
	staat: string;
	id: string;
	woorden: Record<string, string>;
}
export interface Plek {
	naam: string;
	id: string;
	mensen: Mens[];
	objecten: Ding[];
	teams?: Plek[];
}
export interface Fixture {
	werkplaatsen: Plek[];
	niemand: Mens;
}
let known: Fixture | undefined;
/** The same one each time, so that a plek is itself. */
export const fixture = () => (known ??= JSON.parse(readFileSync(FIXTURE, 'utf8')) as Fixture);

/** Every address that answers, as the folders of the routes name it. */
export const ROUTES = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
	.map((file) => file.replaceAll('\\', '/'))
	.filter((file) => /\((app|focus)\).*\+(page\.svelte|page\.server\.ts|server\.ts)$/.test(file))
	.map((file) => `/${file}`.replace(/\/[^/]*$/, '').replaceAll(/\/\([^)]+\)/g, '') || '/')
	.filter((path, index, all) => all.indexOf(path) === index);

export interface Action {
	path: string;
	name: string;
}

const FOLDERS = ['src/routes/(app)', 'src/routes/(focus)'];

/** Names of the actions in this piece of code; `...verslagActions` are those of the file beside it. */
function actionNames(code: string, folder: string): string[] {
	const own = [...code.matchAll(/^\t(\w+): /gm)].map(([, name = '']) => name);
	const spread = [...code.matchAll(/\.\.\.(\w+)Actions/g)].flatMap(([, file = '']) => {
		const beside = readFileSync(`${folder}/${file}.server.ts`, 'utf8');
		return actionNames(beside.split(`export const ${file}Actions`)[1] ?? '', folder);
	});
	return [...own, ...spread];
}

/** Every form action: the address, and the name in `?/name`. */
export const ACTIONS: Action[] = FOLDERS.flatMap((root) =>
	readdirSync(root, { recursive: true, encoding: 'utf8' })
		.map((file) => `${root}/${file.replaceAll('\\', '/')}`)
		.filter((file) => file.endsWith('+page.server.ts'))
		.flatMap((file) => {
			const folder = file.replace(/\/[^/]*$/, '');
			const [, actions = ''] = readFileSync(file, 'utf8').split('export const actions');
			const path = folder.slice('src/routes'.length).replaceAll(/\/\([^)]+\)/g, '') || '/';
			return actionNames(actions, folder).map((name) => ({ path, name }));
		}),
);

const idOf = (plek: Plek, soort: string) =>
	plek.objecten.find((ding) => ding.soort === soort)?.id ?? 'geen';

/** Somebody of the werkplaats whom none of those who try is. */
export const doelwit = (plek: Plek): Mens => plek.mensen.find(({ wie }) => wie === 'lector')!;

/** The ids that belong in an address, of one werkplaats and one of its teams. */
export function fill(path: string, plek: Plek, team: Plek, staat?: string): string {
	const bijeenkomst = bijeenkomstIn(team, staat);
	const soorten: [prefix: RegExp, soort: string][] = [
		[/^\/leervragen/, 'leervraag'],
		[/^\/gremia/, 'gremium'],
		[/^\/partners/, 'organisatie'],
		[/themas/, 'thema'],
		[/subsidies/, 'subsidie'],
		[/perioden/, 'periode'],
	];
	const soort = soorten.find(([prefix]) => prefix.test(path))?.[1];
	const regel = path.includes('/partnerschap/') ? 'partnerschap' : 'intentieverklaring';
	const id = soort ? idOf(plek, soort) : undefined;
	return vulBijeenkomst(vulBord(path, team), team, staat)
		.replace(/^(\/leeromgevingen)\/\[id\]/, `$1/${team.id}`)
		.replace(/^(\/uitnodigingen)\/\[id\]/, `$1/${idOf(team, 'uitnodiging')}`)
		.replace(/(mensen)\/\[id\]/, `$1/${doelwit(plek).persoonId}`)
		.replace('[bijeenkomstId]', bijeenkomst)
		.replace('[versieId]', idOf(team, 'versie'))
		.replace('[soort]', 'md')
		.replace('[lidId]', idOf(team, 'lidmaatschap'))
		.replace('[vraagId]', idOf(team, 'praktijkvraag'))
		.replace('[regel]', idOf(plek, regel))
		.replace('[sleutel]', 'inkind')
		.replace('[id]', id ?? 'geen');
}

/** What many forms take; the ids point into the werkplaats and the team that are attacked. */
export function fields(
	{ path, name }: Action,
	plek: Plek,
	team: Plek,
	row: (table: string, column: string, of: string) => string,
): [string, string][] {
	const ding = (soort: string, staat?: string) =>
		[...plek.objecten, ...team.objecten].find(
			(found) => found.soort === soort && (!staat || found.staat === staat),
		)?.id ?? '';
	const vraag = path.includes('[vraagId]') ? ding('praktijkvraag') : ding('leervraag');
	const organisatieId = ding('organisatie');
	const iemand = doelwit(plek).persoonId;
	const given: Record<string, string> = {
		...{ naam: 'Nieuw', korteNaam: 'Nieuw', titel: 'Nieuw', tekst: 'Nieuw?', reden: 'Daarom' },
		...{ voornaam: 'Nieuw', enkelvoud: 'ding', meervoud: 'dingen', lidwoord: 'het', wie: 'bakker' },
		...{ alias: 'Ook zo', omschrijving: 'Nieuw', functie: 'Nieuw', lectoraat: 'Nieuw' },
		...{ soort: 'gemeente', niveau: 'tactisch', herkomst: 'team', perspectief: 'bewoner' },
		...{
			vermelding: 'volledig',
			kleed: path.includes('nieuw') ? 'tijk/blauw-geel' : 'ruit/blauw-geel',
			richting: 'omlaag',
			hoe: 'link',
		},
		...{ rol: 'lid', leeromgevingRol: 'lid', persoonId: iemand, vraagId: vraag },
		...{ van: '2041-01-01', tot: '2042-01-01', op: '2042-01-01', datum: '2042-01-01', aantal: '3' },
		...{
			sleutel: 'inkind',
			herleefdOp: '2043-01-01',
			leeromgevingId: team.id,
			periodeId: '',
			nummer: '77',
			status: 'nieuw',
		},
		...{ versieId: ding('versie'), sjabloonId: ding('sjabloon'), opId: ding('opmerking') },
		...{ sjabloon: ding('sjabloon'), voor: 'team', begin: '14.00', eind: '15.00' },
		...{
			organisatieId,
			inId: ding('organisatie', 'onder een koepel'),
			leervraagId: ding('leervraag'),
			id: 'geen',
		},
	};
	const ids: [when: RegExp, id: string][] = [
		[/instellen praktijkweg/, ding('praktijk')],
		[/leden stoelweg/, ding('legeStoel', 'leeg')],
		[/\[lidId\]/, ding('lidmaatschap', 'lopend')],
		[/uitnodigingen/, ding('uitnodiging', 'open (link)')],
		[/kleden/, team.id],
		[/themas/, ding('thema')],
		[/gremia.* lid/, row('gremium_lid', 'gremium_id', ding('gremium'))],
		[/gremia.* vergadering/, row('gremium_vergadering', 'gremium_id', ding('gremium'))],
		[/haalPersoonWeg/, row('werkrelatie', 'organisatie_id', organisatieId)],
		[/geenAlias/, row('organisatie_alias', 'organisatie_id', organisatieId)],
		[/geenTrekker/, organisatieId],
		[/geenVerlenging/, row('subsidie_verlenging', 'subsidie_id', ding('subsidie', 'verlengd'))],
		[/bijeenkomsten terug/, ding('bijeenkomst', 'weggehaald')],
		[/^\/bijeenkomsten.*(handelAf|heropen|pmerking)/, ding('opmerking')],
		[/trekRolIn/, row('rol', 'persoon_id', iemand)],
	];
	const id = ids.find(([when]) => when.test(`${path} ${name}`))?.[1];
	if (id) given.id = id;
	if (/kies/.test(name) && path.includes('themas')) given.periodeId = ding('periode');
	if (name === 'hefOp') given.soort = 'voorlopig';
	if (name === 'geefRol') given.rol = 'accountant';
	if (path.includes('/perioden/')) given.status = 'lopend';
	if (path.includes('(tabs)') || name === 'status') given.status = 'actief';
	if (path === '/beheer/perioden/nieuw')
		Object.assign(given, { nummer: '78', van: '2051', tot: '2052' });
	if (path.endsWith('/nieuw')) given.titel = 'Gloednieuw';
	if (path.startsWith('/bijeenkomsten')) Object.assign(given, { van: '', tot: '' });
	if (name === 'verleng') given.tot = '2060';
	if (path.endsWith('mensen/uitnodigen')) given.persoonId = '';
	if (!path.startsWith('/bijeenkomsten/[id]/versies'))
		Object.assign(given, bijeenkomstVelden({ path, name }, team, row));
	Object.assign(given, bordVelden({ path, name }, team, row));
	return Object.entries(given);
}

interface Answer {
	status: number;
	/** Body, and the headers that may tell something. */
	text: string;
}

export async function get(url: string, cookie: string): Promise<Answer> {
	const response = await fetch(url, { redirect: 'manual', headers: { cookie } });
	const told = ['location', 'content-disposition'].map((name) => response.headers.get(name) ?? '');
	return { status: response.status, text: [...told, await response.text()].join('\n') };
}

/** Sends a form as a browser does; the status is that of the outcome. */
export async function post(url: string, cookie: string, fields: [string, string][]) {
	const { origin } = new URL(url);
	const response = await fetch(url, {
		method: 'POST',
		redirect: 'manual',
		headers: { cookie, origin, accept: 'application/json', 'x-sveltekit-action': 'true' },
		body: new URLSearchParams(fields),
	});
	const text = await response.text();
	const { status = response.status } = text.startsWith('{')
		? (JSON.parse(text) as { status?: number })
		: {};
	return { status, text, cookies: response.headers.getSetCookie() };
}

/** The cookie of a log-in through the real form. */
export async function enter(url: string, { email, wachtwoord }: Mens): Promise<string> {
	const fields: [string, string][] = Object.entries({ email, wachtwoord });
	const { cookies } = await post(`${url}/inloggen`, '', fields);
	const session = cookies.find((cookie) => cookie.startsWith('__Host-sessie='));
	if (!session) throw new Error(`${email} could not log in`);
	return session.split(';')[0] ?? '';
}
