// The built server as `npm start` runs it: log-in, session check, rights and guard are all on. Only
// the limits are wider, because one machine and one account play all the people.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import Database from 'better-sqlite3';
import { FLAGS } from '../../scripts/flags.ts';
import { benchDir } from '../lib/server.mjs';

const root = resolve(benchDir, '..');
const MAIN = join(root, 'build/server/main.js');
const BEHEER = join(root, 'build/server/beheer.js');

/** A seeded data folder for this build, made once and copied for each run. */
export function template() {
	const dir = join(benchDir, 'out', `template-${statSync(MAIN).mtimeMs}`);
	const data = join(dir, 'data');
	const fixture = join(dir, 'fixture.json');
	if (!existsSync(fixture)) {
		mkdirSync(dir, { recursive: true });
		execFileSync(process.execPath, [...FLAGS, BEHEER, 'seed', 'veiligheid', '--out', fixture], {
			env: { ...process.env, DATA_DIR: data, LOG_LEVEL: 'error' },
		});
		settle(data);
	}
	return { data, fixture: JSON.parse(readFileSync(fixture, 'utf8')) };
}

/** What seeding wrote to people left long ago: it is not sent in the middle of a measurement. */
function settle(dataDir) {
	const db = new Database(join(dataDir, 'data.db'));
	db.prepare('UPDATE mail SET sent_at = created_at, body = NULL, attachment = NULL').run();
	db.close();
}

const LIMITS = {
	LIMIT_CONNECTIONS: 10_000,
	LIMIT_CONNECTIONS_PER_ADDRESS: 10_000,
	LIMIT_SYNC_CONNECTIONS: 10_000,
	LIMIT_SYNC_CONNECTIONS_PER_ADDRESS: 10_000,
	LIMIT_SYNC_CONNECTIONS_PER_USER: 10_000,
	LIMIT_SYNC_CONNECTIONS_PER_DOCUMENT: 10_000,
	LIMIT_SYNC_MESSAGES: 1_000_000,
	LIMIT_SYNC_MESSAGES_AT_ONCE: 1_000_000,
	LIMIT_SYNC_BYTES: 1_000_000_000,
	LIMIT_SYNC_BYTES_AT_ONCE: 1_000_000_000,
	LIMIT_SYNC_QUESTIONS: 100_000,
	LIMIT_CLIENTS_PER_USER: 100_000,
	LIMIT_DOCUMENTS_OPEN: 1000,
};

/** Logs in as somebody who may write in a team, through the form. */
export async function logIn(port, { email, wachtwoord }) {
	const origin = `http://127.0.0.1:${port}`;
	const answer = await fetch(`${origin}/inloggen`, {
		method: 'POST',
		redirect: 'manual',
		headers: { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({ email, wachtwoord }),
	});
	const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('__Host-sessie='));
	if (!cookie) throw new Error(`log-in failed: ${answer.status}`);
	return cookie.split(';')[0];
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
let made = 0;
const newId = () => {
	const n = Date.now() * 1000 + made++;
	return Array.from({ length: 20 }, (_, i) => LETTERS[Math.floor(n / 32 ** i) % 32]).join('');
};

/** Somebody who may write, with the password. */
export const writer = () =>
	template().fixture.werkplaatsen[0].teams[0].mensen.find((mens) => mens.wie === 'trekker');

/** As many bijeenkomsten of the team as there are documents, straight into the database. */
function makeDocuments(dataDir, leeromgevingId, n) {
	const db = new Database(join(dataDir, 'data.db'));
	db.pragma('busy_timeout = 5000');
	const insert = db.prepare(
		`INSERT INTO bijeenkomst (id, werkplaats_id, leeromgeving_id, titel, created_at, updated_at)
		SELECT ?, werkplaats_id, id, 'Snelheid', 0, 0 FROM leeromgeving WHERE id = ?`,
	);
	const ids = Array.from({ length: n }, newId);
	db.transaction(() => ids.forEach((id) => insert.run(id, leeromgevingId)))();
	db.close();
	return ids;
}

const dirs = new Map();

export default {
	name: 'samenspel',
	title: 'Samenspel, synchronous=FULL, session check and guard on',
	dialect: 'y-websocket',
	url: 'ws://127.0.0.1:{port}/sync/verslag/{doc}',
	start({ port, dataDir, node }) {
		if (!existsSync(join(dataDir, 'data.db')))
			cpSync(template().data, dataDir, { recursive: true });
		dirs.set(port, dataDir);
		const origin = `http://127.0.0.1:${port}`;
		const env = { HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, PUBLIC_ORIGIN: origin };
		const limits = Object.fromEntries(Object.entries(LIMITS).map(([k, v]) => [k, String(v)]));
		return {
			cmd: node,
			args: [...FLAGS, MAIN],
			env: { ...env, ...limits, LOG_LEVEL: 'error' },
			cwd: root,
		};
	},
	async prepare({ port, docs }) {
		const { fixture } = template();
		const team = fixture.werkplaatsen[0].teams[0];
		const Cookie = await logIn(port, writer());
		const ids = makeDocuments(dirs.get(port), team.id, docs.length);
		return { docs: ids, headers: { Cookie, Origin: `http://127.0.0.1:${port}` } };
	},
};
