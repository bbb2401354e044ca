import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import * as Y from 'yjs';
import { Client, join, joinTwo, read, token, until } from './client.ts';
import { Checks, type Drill } from './report.ts';
import { startWithOne, Server } from './server.ts';
import { compare } from './typing.ts';

/** A text of about so many bytes, typed here and there. */
export function bigText(bytes: number): Uint8Array {
	const doc = new Y.Doc();
	const root = doc.getXmlFragment('tekst');
	// half of it in pieces, so that there are as many structs as people leave
	for (let part = 0, n = 0; part < 10; part++) {
		const paragraphs = Array.from({ length: bytes / 10 / 80 }, () => {
			const paragraph = new Y.XmlElement('paragraph');
			paragraph.insert(0, [new Y.XmlText(token('veel', n++) + ' woorden '.repeat(5))]);
			return paragraph;
		});
		root.insert(0, paragraphs);
	}
	return Y.encodeStateAsUpdate(doc);
}

/** Puts a text in the log of a server that stands still. */
export const putOnDisk = (server: Server, names: string[], data: Uint8Array) =>
	server.database((sqlite) => {
		const create = sqlite.prepare(
			'insert or ignore into document (name, created_at) values (?, 0)',
		);
		const append = sqlite.prepare(
			'insert into document_update (name, data, created_at) values (?, ?, 0)',
		);
		for (const name of names) {
			create.run(name);
			append.run(name, data);
		}
	});

/**
 * The longest that the server did not answer, in milliseconds. Asked by a thread of its own: a client
 * in this one that builds a large document answers nobody either.
 */
export async function watchGaps({ origin }: Server): Promise<() => Promise<number>> {
	const worker = new Worker(new URL('./gaps.ts', import.meta.url), { workerData: { origin } });
	await once(worker, 'online');
	return async () => {
		worker.postMessage('stop');
		const [longest] = (await once(worker, 'message')) as [number];
		return longest;
	};
}

async function large() {
	const checks = new Checks();
	const server = new Server();
	const data = bigText(3_500_000);
	const [name = ''] = server.documents(1);
	putOnDisk(server, [name], data);
	await server.start();
	const cookie = await server.cookie();
	const stop = await watchGaps(server);
	const begin = performance.now();
	const client = await join(server, { name, cookie });
	checks.saw(`${(data.length / 2 ** 20).toFixed(1)} MiB`);
	checks.atMost(performance.now() - begin, 3000, 'ms to open');
	client.type(token('erbij', 1));
	checks.holds(await until(() => client.isSaved), 'one can type');
	checks.atMost(await stop(), 500, 'ms the longest silence');
	for (let n = 0; n < 60 && !client.limits.includes('vol'); n++) {
		client.type('y'.repeat(20_000));
		await wait(200);
	}
	checks.holds(await until(() => client.limits.includes('vol')), 'says when it is full');
	const other = await join(server, { name, cookie });
	await wait(500);
	const was = other.doc.getXmlFragment('tekst').length;
	other.doc.getXmlFragment('tekst').delete(3, 5);
	checks.holds(await until(() => other.isSaved), 'taking away is saved');
	checks.holds((await read(server, name, cookie)).includes(token('erbij', 1)), 'nothing is lost');
	checks.holds(was > 1000, 'it is still there');
	client.leave();
	other.leave();
	await server.end();
	return checks.finding;
}

async function longOffline() {
	const checks = new Checks();
	const { server, name, cookie } = await startWithOne();
	const start = await join(server, { name, cookie });
	start.type('Begin. ');
	await until(() => start.isSaved);
	const people = await joinTwo(server, { name, cookie });
	await wait(300);
	for (const [who, one] of people.entries()) {
		one.unplug();
		const text = (one.doc.getXmlFragment('tekst').get(0) as Y.XmlElement).get(0) as Y.XmlText;
		for (let n = 0; n < 500; n++) text.insert(n % 3 ? text.length : 7, token(who, n));
	}
	const begin = performance.now();
	for (const one of people) one.plugIn();
	const all = [start, ...people];
	const isSame = () => all.every((one) => one.isSaved && one.text() === start.text());
	checks.holds(
		await until(() => isSame() && start.tokens().length >= 1000, 15_000),
		'three screens equal',
	);
	checks.atMost(performance.now() - begin, 5000, 'ms until all were equal');
	const typed = [0, 1].flatMap((who) => Array.from({ length: 500 }, (_, n) => token(who, n)));
	// words of two people may stand inside each other only at the place where both typed
	const text = await read(server, name, cookie);
	const letters = (words: string) => [...words].sort().join('');
	checks.holds(
		letters(text.replaceAll(/\s/g, '')) === letters(`Begin.${typed.join('')}`),
		'all is there once',
	);
	checks.saw(`1,000 edits in one paragraph, ${people.flatMap((one) => one.closes).join(' ')}`);
	for (const one of all) one.leave();
	await server.end();
	return checks.finding;
}

async function damagedSnapshot() {
	const checks = new Checks();
	const server = new Server();
	await server.start();
	const names = server.documents(3);
	const cookie = await server.cookie();
	const page = `/bijeenkomsten/${names[1]!.split('/')[1]}`;
	const versions = `${page}/versies?/bewaarVersie`;
	for (let round = 0; round < 3; round++) {
		for (const name of names) {
			const client = await join(server, { name, cookie });
			client.type(token('ronde', round));
			await until(() => client.isSaved);
			client.leave();
		}
		if (round === 2) await server.post(versions, { naam: 'Goed' }, cookie);
		// leaving stores a snapshot
		await server.end();
		if (round < 2) await server.start();
	}
	const kept = server.database((sqlite) => {
		const hurt = (where: string, name: string) =>
			sqlite
				.prepare(`update document_snapshot set state = zeroblob(9) where name = ? ${where}`)
				.run(name);
		hurt(
			'and seq = (select max(seq) from document_snapshot s where s.name = document_snapshot.name)',
			names[0]!,
		);
		hurt('', names[1]!);
		return sqlite.prepare('select count(*) as n from document_snapshot').get();
	});
	const checked = spawnCheck(server);
	checks.holds(checked.includes('1 van') || checked.includes('beschadigd'), 'the check names them');
	await server.start();
	const good = await read(server, names[2]!, cookie);
	checks.holds(
		compare(
			[0, 1, 2].map((n) => token('ronde', n)),
			good,
		).lost.length === 0,
		'others are well',
	);
	const older = await read(server, names[0]!, cookie);
	checks.holds(
		compare(
			[0, 1, 2].map((n) => token('ronde', n)),
			older,
		).lost.length === 0,
		'one snapshot damaged: nothing is lost',
	);
	const bad = new Client(server, { name: names[1]!, cookie, comesBack: false });
	checks.holds(await until(() => bad.closes.length > 0), 'both damaged: the door is closed');
	checks.saw(`close ${bad.closes[0]}`);
	const damaged = server.database((sqlite) =>
		sqlite.prepare('select name from document_damage').all(),
	);
	checks.holds(damaged.length === 1, 'and it is noted for the beheerder');
	const now = server.database((sqlite) =>
		sqlite.prepare('select count(*) as n from document_snapshot where name = ?').get(names[1]),
	) as { n: number };
	checks.holds(now.n === 2 && kept !== undefined, 'its rows are left as they were');
	await putBack(server, page, checks);
	const again = await read(server, names[1]!, cookie);
	checks.holds(again.includes(token('ronde', 2)), 'with a version put back it opens again');
	await server.end();
	return checks.finding;
}

/** The page of what is damaged leads to its versions, and a good one is the way back. */
async function putBack(server: Server, page: string, checks: Checks) {
	const cookie = await server.cookie();
	const ask = (path: string) =>
		fetch(`${server.origin}${path}`, { headers: { Cookie: cookie }, redirect: 'manual' });
	const { status, headers } = await ask(page);
	checks.holds(
		status === 303 && headers.get('location') === `${page}/versies`,
		`its page leads to its versions (${status})`,
	);
	const said = await (await ask(`${page}/versies`)).text();
	checks.holds(said.includes('Dit verslag kan niet worden geopend.'), 'which say so');
	const { id } = server.database((sqlite) =>
		sqlite.prepare("select id from versie where naam = 'Goed'").get(),
	) as { id: string };
	const put = `${page}/versies/${id}?/zetTerug`;
	const answer = await server.post(put, { versieId: id }, cookie);
	checks.holds(answer.status < 400, `a version is put back (${answer.status})`);
}

function spawnCheck(server: Server) {
	try {
		return server.beheer('documenten-nakijken');
	} catch (error) {
		return String((error as { stdout?: string }).stdout);
	}
}

async function lastAndFirst() {
	const checks = new Checks();
	// gone from memory whenever nobody is in it; and one person opens very many pages
	const { server, name, cookie } = await startWithOne({
		env: { LIMIT_DOCUMENT_IDLE: '1', LIMIT_CLIENTS_PER_USER: '5000' },
	});
	let last = await join(server, { name, cookie });
	const ROUNDS = 500;
	for (let n = 0; n < ROUNDS; n++) {
		const word = token('wissel', n);
		last.type(word);
		if (!(await until(() => last.isSaved, 5000))) checks.holds(false, 'saved');
		const next = new Client(server, { name, cookie });
		const wants = n % 2 ? 0 : Math.random() * 50;
		if (n % 2) last.leave();
		await wait(wants);
		if (n % 2 === 0) last.leave();
		if (!(await until(() => next.isSynced, 5000))) checks.holds(false, 'synced');
		last = next;
		checks.holds((await server.metric('docs_open')) <= 1, 'one document in memory');
	}
	await wait(200);
	const typed = Array.from({ length: ROUNDS }, (_, n) => token('wissel', n));
	const { lost, twice } = compare(typed, await read(server, name, cookie));
	checks.holds(lost.length === 0, `${lost.length} lost`);
	checks.holds(twice === 0, `${twice} twice`);
	checks.saw(`${ROUNDS} times, ${lost.length} lost, ${twice} twice`);
	last.leave();
	await server.end();
	return checks.finding;
}

async function restoreVersion() {
	const checks = new Checks();
	const { server, name, id, cookie } = await startWithOne({}, 'trekker');
	const people = [];
	for (let n = 0; n < 4; n++) people.push(await join(server, { name, cookie }));
	const [first, ...others] = people as [Client, ...Client[]];
	first.type('Oude tekst. ');
	await until(() => first.isSaved);
	const made = await server.post(`/bijeenkomsten/${id}?/bewaarVersie`, { naam: 'Toen' }, cookie);
	checks.holds(made.status < 400, `a version is made (${made.status})`);
	const { versieId } = server.database((sqlite) =>
		sqlite.prepare('select id as versieId from versie where bijeenkomst_id = ?').get(id),
	) as { versieId: string };
	first.type('Weggooien. ');
	await until(() => first.isSaved);
	const offline = others.pop()!;
	await wait(300);
	offline.unplug();
	let n = 0;
	const typing = setInterval(() => others[n++ % others.length]!.type(token('mee', n)), 50);
	await wait(2000);
	const answer = await server.post(
		`/bijeenkomsten/${id}/versies/${versieId}?/zetTerug`,
		{ versieId },
		cookie,
	);
	const begin = performance.now();
	checks.holds(answer.status < 400, `it is put back (${answer.status})`);
	await wait(1000);
	clearInterval(typing);
	const late = token('na', 1);
	others[0]!.type(late);
	offline.plugIn();
	const all = [first, ...others, offline];
	const same = () => all.every((one) => one.isSaved && one.text() === first.text());
	checks.holds(await until(() => same() && first.text().includes(late)), 'all screens equal');
	checks.atMost(performance.now() - begin, 3000 + 1000, 'ms until all screens were equal');
	const text = await read(server, name, cookie);
	checks.holds(text.includes('Oude tekst.'), 'the old text is there');
	checks.holds(
		!text.includes('Weggooien.'),
		'what came after it is not, also not from who was offline',
	);
	checks.holds(text.includes(late), 'what was typed after it is kept');
	checks.saw(`${n} words typed meanwhile, closes ${all.flatMap((one) => one.closes).join(' ')}`);
	for (const one of all) one.leave();
	await server.end();
	return checks.finding;
}

export const DOCUMENTS: Record<string, Drill> = {
	R10: {
		fault: 'a very large document',
		what: 'opens 5 MB, types on until it is full',
		run: large,
	},
	R11: {
		fault: 'long without a connection',
		what: 'two people make 500 edits each in one paragraph, and come back',
		run: longOffline,
	},
	R14: {
		fault: 'a stored document is damaged',
		what: 'overwrites the newest snapshot of one, and both of another',
		run: damagedSnapshot,
	},
	R29: {
		fault: 'the last leaves as the first comes',
		what: '500 times, 0 to 50 ms apart',
		run: lastAndFirst,
	},
	R30: {
		fault: 'a version is put back while others type',
		what: '20 edits in a second, and one who is offline with the old text',
		run: restoreVersion,
	},
};
