import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import {
	ACTIONS,
	enter,
	fields,
	fill,
	fixture,
	get,
	post,
	ROUTES,
	type Action,
	type Plek,
} from './buitenaf.ts';
import { STAAT } from './buitenaf-bijeenkomst.ts';
import { actors, isOne, RUIMTE, words, type Actor } from './wie-leest-wat.ts';
import { expect, test, type Server } from './fixtures.ts';

/**
 * AC-59, generated: every address and every form action, asked from outside by every kind of
 * person. A route or an action that is added later is asked too.
 */

test.use({ kind: 'veiligheid' });
test.describe.configure({ mode: 'serial', timeout: 480_000 });

const BIJ = ['', '/over', '/wie', '/agenda', '/presentie', '/stand', '/ervaringen', '/openbaar'];
const BORD = [
	...['', '/__data.json', '/staat', '/mensen', '/wijzig', '/verder', '/papier', '/uitvoer'],
	...['/beamer', '/beamer/staat', '/uitvoer/csv', '/uitvoer/json', '/uitvoer/md'],
];

/** Both teams of the own werkplaats, and one of another. */
function addresses(): string[] {
	const [hier, elders] = fixture().werkplaatsen as [Plek, Plek];
	const places: [Plek, Plek][] = [
		[hier, hier.teams![0]!],
		[hier, hier.teams![1]!],
		[elders, elders.teams![0]!],
	];
	const all = ROUTES.flatMap((route) => places.map((place) => fill(route, ...place)));
	// without its last letters: the answer may not complete the word
	const begin = (woord = '') => encodeURIComponent(woord.slice(0, -3));
	const searched = places.flatMap(([, { objecten, mensen }]) => {
		const first = (soort: string) => objecten.find((ding) => ding.soort === soort)!;
		return [
			`/zoeken?q=${begin(first('praktijkvraag').woorden.tekst)}`,
			`/zoeken/namen?q=${begin(mensen[0]!.woord)}`,
			`/leervragen/${first('leervraag').id}`,
		];
	});
	const verslagen = places.flatMap(([, { objecten }]) =>
		objecten
			.filter(({ soort }) => soort === 'bijeenkomst' || soort === 'openBijeenkomst')
			.flatMap(({ id }) => [
				...[...BIJ, '/versies', '/opmerkingen', '/__data.json'].map(
					(rest) => `/bijeenkomsten/${id}${rest}`,
				),
				`/bijeenkomsten/${id}/export/html`,
			]),
	);
	const borden = places.flatMap(([, { objecten }]) =>
		objecten
			.filter(({ soort }) => soort === 'bord')
			.flatMap(({ id }) => [
				...BORD.map((rest) => `/borden/${id}${rest}`),
				...['', '/staat'].map((rest) => `/tafel/${id}${rest}`),
			]),
	);
	const data = ['/', '/kennisagenda', `/leeromgevingen/${hier.teams![1]!.id}/leden`];
	return [
		...new Set([
			...all,
			...searched,
			...verslagen,
			...borden,
			'/zoeken?q=uniek',
			'/zoeken/namen?q=uniek',
		]),
		...data.map((path) => `${path.replace(/\/$/, '')}/__data.json`),
	];
}

test('wat iemand niet mag zien staat nergens in een antwoord', async ({ server }) => {
	const known = words();
	const paths = addresses();
	expect(paths.length).toBeGreaterThan(80);
	const leaks = new Set<string>();
	let seen = 0;
	for (const actor of actors()) {
		const cookie = actor.mens ? await enter(server.url, actor.mens) : '';
		const ask = async (path: string) => {
			const { status, text } = await get(server.url + path, cookie);
			if (status >= 500) leaks.add(`${actor.naam} ${path}: ${status}`);
			for (const [woord] of text.matchAll(/uniek[a-z]{12}/g)) {
				const what = known.get(woord);
				if (!what || path.includes(woord)) continue;
				seen++;
				if (!what.mag(actor)) leaks.add(`${actor.naam} ${path}: ${what.soort}.${what.veld}`);
			}
		};
		for (let i = 0; i < paths.length; i += 8) await Promise.all(paths.slice(i, i + 8).map(ask));
	}
	expect([...leaks]).toEqual([]);
	expect(seen, 'the words are found where they may be').toBeGreaterThan(1000);
});

const PNG =
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** What is no text to search in: a picture of each verslag, and the verslag as a file. */
async function bestanden(url: string) {
	const found: { path: string; plek: Plek; team: Plek }[] = [];
	for (const plek of fixture().werkplaatsen) {
		const coordinator = plek.mensen.find(({ wie }) => wie === 'coordinator')!;
		const cookie = await enter(url, coordinator);
		for (const team of plek.teams ?? []) {
			const bijeenkomst = fill('/bijeenkomsten/[id]', plek, team);
			const response = await fetch(`${url}${bijeenkomst}/afbeeldingen`, {
				method: 'POST',
				headers: { cookie, origin: url, 'content-type': 'application/octet-stream' },
				body: Buffer.from(PNG, 'base64'),
			});
			expect(response.status).toBeLessThan(300);
			const { id } = (await response.json()) as { id: string };
			const paths = ['docx', 'pdf'].map((soort) => `${bijeenkomst}/export/${soort}`);
			for (const path of [`/afbeeldingen/${id}`, ...paths]) found.push({ path, plek, team });
		}
	}
	return found;
}

test('een afbeelding of een verslag als bestand is voor wie het verslag leest', async ({
	server,
}) => {
	const all = await bestanden(server.url);
	expect(all.length).toBeGreaterThan(10);
	const wrong: string[] = [];
	for (const actor of actors()) {
		const cookie = actor.mens ? await enter(server.url, actor.mens) : '';
		for (const { path, plek, team } of all) {
			const mag = actor.plek === plek && (isOne(actor, ...RUIMTE) || actor.team === team);
			const { status } = await get(server.url + path, cookie);
			// who has no werkplaats is sent elsewhere, whatever is asked
			const right = mag ? 200 : actor.plek ? 404 : 303;
			if (status !== right) wrong.push(`${actor.naam} ${path}: ${status}`);
		}
	}
	expect(wrong).toEqual([]);
});

/** The id of a row that the seed does not name. */
const rowIn =
	({ dataDir }: Server) =>
	(table: string, column: string, of: string) => {
		const db = new Database(join(dataDir, 'data.db'), { readonly: true });
		const row = db.prepare(`select id from "${table}" where "${column}" = ?`).get(of);
		db.close();
		return (row as { id: string } | undefined)?.id ?? 'geen';
	};

/** What changes by the clock alone: letters go out, and what people wrote becomes a version. */
const BY_CLOCK: Readonly<Record<string, string>> = {
	mail: 'select id, recipient, subject from mail',
	versie: `select * from versie where soort <> 'automatisch'`,
	verslag_schrijver: 'select 1',
};

/** Everything that is stored but who is logged in and what was counted. */
function stored({ dataDir }: Server): string {
	const db = new Database(join(dataDir, 'data.db'), { readonly: true });
	const tables = db.prepare(`select name from sqlite_master where type = 'table'`).all();
	const hash = createHash('sha256');
	for (const { name } of tables as { name: string }[])
		if (!/^(session|apparaat|throttle|form_request|audit|sqlite_.*|__.*)$/.test(name))
			hash.update(
				JSON.stringify([name, db.prepare(BY_CLOCK[name] ?? `select * from "${name}"`).all()]),
			);
	db.close();
	return hash.digest('hex');
}

test('wie iets niet mag wijzigen, wijzigt niets', async ({ server }) => {
	const [plek] = fixture().werkplaatsen as [Plek];
	const [team, ander] = plek.teams as [Plek, Plek];
	const actions = ACTIONS.filter(({ path }) => path !== '/account');
	expect(actions.length).toBeGreaterThan(60);
	const send =
		(cookie: string) =>
		async ({ path, name }: Action) => {
			const query = name === 'default' ? '' : `?/${name}`;
			const values = fields({ path, name }, plek, team, rowIn(server));
			return post(`${server.url}${fill(path, plek, team, STAAT[name])}${query}`, cookie, values);
		};
	const lid: Actor = { naam: 'lid', plek, mens: ander.mensen.find(({ wie }) => wie === 'lid')! };
	const wrong = ['zonder login', 'niemand', 'elders', 'zonder-rol', 'fg', 'procesobservator'];
	const before = stored(server);
	for (const { mens, naam } of [...actors().filter(({ naam }) => wrong.includes(naam)), lid]) {
		const ask = send(mens ? await enter(server.url, mens) : '');
		for (const { path, name } of actions) {
			// without an id it is about the own werkplaats
			if (naam === 'elders' && !path.includes('[id]')) continue;
			await ask({ path, name });
			expect(stored(server), `${naam} ${path} ${name}`).toBe(before);
		}
	}

	// the same requests are good ones: who may, is not told that something is wrong with them
	const mogen = [...plek.mensen, ...team.mensen].filter(({ wie }) =>
		['coordinator', 'beheerder', 'trekker'].includes(wie),
	);
	const asks = await Promise.all(mogen.map(async (mens) => send(await enter(server.url, mens))));
	const refused: string[] = [];
	const last = ({ path, name }: Action) => {
		// with the bord goes what lies on it
		if (path === '/borden/[id]/wijzig' && name === 'haalweg') return 3;
		// with its end the round of dots ends; of these two only the first is taken back
		if (path === '/borden/[id]' && name === 'rondaf') return 2.5;
		if (/^(rondaf|heropen)$/.test(name)) return 1;
		if (/verwijder|voegSamen|haalweg|^uitslag$/.test(name)) return 2;
		return Number(/weg$|trekin|vraagin|bevestig/i.test(name));
	};
	for (const { path, name } of actions.toSorted((a, b) => last(a) - last(b))) {
		const answers = [];
		for (const ask of asks) answers.push(await ask({ path, name }));
		if (answers.every(({ status }) => status >= 400))
			refused.push(`${path} ${name} ${answers.map(({ status }) => status).join(' ')}`);
	}
	// what is in use cannot be removed, what waits for an answer not be vastgesteld, and what
	// somebody else said not be changed, by nobody; and only a wereldcafé has rounds at its tables
	const never = / (tafelronde|verwijder|vaststellen|wijzigOpmerking|opmerkingWeg|opmerkingTerug) /;
	expect(refused.filter((action) => !never.test(action))).toEqual([]);
});
