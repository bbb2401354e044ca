import { readdirSync, readFileSync } from 'node:fs';
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
export const fixture = (): Fixture => JSON.parse(readFileSync(FIXTURE, 'utf8')) as Fixture;

/** Every address that answers, as the folders of the routes name it. */
export const ROUTES = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
	.map((file) => file.replaceAll('\\', '/'))
	.filter((file) => /\(app\).*\+(page\.svelte|page\.server\.ts|server\.ts)$/.test(file))
	.map((file) => `/${file}`.replace(/\/[^/]*$/, '').replaceAll(/\/\([^)]+\)/g, '') || '/')
	.filter((path, index, all) => all.indexOf(path) === index);

/** Every form action: the address, and the name in `?/name`. */
export const ACTIONS = readdirSync('src/routes/(app)', { recursive: true, encoding: 'utf8' })
	.map((file) => file.replaceAll('\\', '/'))
	.filter((file) => file.endsWith('+page.server.ts'))
	.flatMap((file) => {
		const [, actions = ''] = readFileSync(`src/routes/(app)/${file}`, 'utf8').split(
			'export const actions',
		);
		const path = `/${file}`.replace(/\/[^/]*$/, '').replaceAll(/\/\([^)]+\)/g, '');
		return [...actions.matchAll(/^\t(\w+): /gm)].map(([, name = '']) => ({ path, name }));
	});

const idOf = (plek: Plek, soort: string) =>
	plek.objecten.find((ding) => ding.soort === soort)?.id ?? 'geen';

/** The ids that belong in an address, of one werkplaats and one of its teams. */
export function fill(path: string, plek: Plek, team: Plek): string {
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
	return path
		.replace(/^(\/leeromgevingen)\/\[id\]/, `$1/${team.id}`)
		.replace(/^(\/uitnodigingen)\/\[id\]/, `$1/${idOf(team, 'uitnodiging')}`)
		.replace(/(mensen)\/\[id\]/, `$1/${plek.mensen.at(-1)?.persoonId}`)
		.replace('[lidId]', idOf(team, 'lidmaatschap'))
		.replace('[vraagId]', idOf(team, 'praktijkvraag'))
		.replace('[regel]', idOf(plek, regel))
		.replace('[sleutel]', 'inkind')
		.replace('[id]', id ?? 'geen');
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
