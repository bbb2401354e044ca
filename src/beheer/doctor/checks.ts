import { statSync } from 'node:fs';
import { connect } from 'node:net';
import { verifyAudit } from '#server/audit.ts';
import { listBackups } from '#server/backup.ts';
import { now } from '#server/clock.ts';
import { config } from '#server/config.ts';
import { databasePath, db } from '#server/db/db.ts';
import { judgeDisk } from '#server/disk/judge.ts';
import { readDisk } from '#server/disk/reading.ts';
import { documentDamage } from '#sync/server/tables.server.ts';

export interface Finding {
	state: 'goed' | 'let' | 'fout';
	text: string;
}
type Check = () => Finding | Promise<Finding>;

const finding = (state: Finding['state'], text: string): Finding => ({ state, text });
const HOUR = 3_600_000;
const GIB = 2 ** 30;

const node: Check = () => {
	const [major = 0] = process.versions.node.split('.').map(Number);
	return finding(major >= 22 ? 'goed' : 'fout', `Node ${process.version}`);
};

const origin: Check = () => {
	const { origin, isLoopback, host } = config();
	const who = isLoopback ? 'alleen op deze computer' : `luistert op ${host}`;
	return finding('goed', `Het adres is ${origin} (${who})`);
};

const proxy: Check = () =>
	config().isLoopback || config().trustProxyHops > 0
		? finding('goed', `TRUST_PROXY_HOPS is ${config().trustProxyHops}`)
		: finding('let', 'Staat er een proxy voor? Zet dan TRUST_PROXY_HOPS op 1.');

const database: Check = () => {
	const result = db().$client.pragma('integrity_check(1)', { simple: true });
	return result === 'ok'
		? finding('goed', 'De database is gaaf')
		: finding('fout', `De database is beschadigd: ${databasePath(config().dataDir)}`);
};

const sqlite: Check = () => {
	const { v } = db().$client.prepare('select sqlite_version() as v').get() as { v: string };
	const synchronous = db().$client.pragma('synchronous', { simple: true });
	return finding(synchronous === 2 ? 'goed' : 'fout', `SQLite ${v}, synchronous ${synchronous}`);
};

const rights: Check = () => {
	const { dataDir } = config();
	const open = [dataDir, databasePath(dataDir)].filter((path) => statSync(path).mode & 0o077);
	if (process.platform === 'win32' || open.length === 0)
		return finding('goed', `De gegevensmap ${dataDir} is alleen voor deze gebruiker`);
	return finding(
		'let',
		`Anderen kunnen bij ${open.join(' en ')}. Herstel met: chmod -R go= ${dataDir}`,
	);
};

const disk: Check = () => {
	const { dataDir, limits } = config();
	const reading = readDisk(dataDir);
	const text = `${(reading.free / GIB).toFixed(1)} GiB vrij op de schijf`;
	switch (judgeDisk(reading, limits)) {
		case 'full':
			return finding('fout', `${text}: er kan alleen nog gelezen worden. Maak ruimte.`);
		case 'low':
			return finding('let', `${text}: maak ruimte. Onder de grens kan er alleen gelezen worden.`);
		default:
			return finding('goed', text);
	}
};

const backups: Check = () => {
	const [newest] = listBackups();
	if (!newest) return finding('let', 'Er is nog geen reservekopie');
	const hours = Math.floor((now().getTime() - newest.made.getTime()) / HOUR);
	return finding(hours > 26 ? 'fout' : 'goed', `De laatste reservekopie is ${hours} uur oud`);
};

/** What somebody tried to open, or the nightly check came across. */
const documents: Check = () => {
	const names = db().select({ name: documentDamage.name }).from(documentDamage).all();
	if (names.length === 0) return finding('goed', 'Geen live document bleek beschadigd');
	const which = names.map(({ name }) => name).join(', ');
	return finding('fout', `Niet te openen: ${which}. Zet een versie of een reservekopie terug.`);
};

const audit: Check = () => {
	const { rows, broken } = verifyAudit();
	return broken.length === 0
		? finding('goed', `Het logboek is heel (${rows} regels)`)
		: finding('fout', `Het logboek is niet heel bij regel ${broken.slice(0, 5).join(', ')}`);
};

/** Only whether somebody answers there: the password is not tried. */
function reachable(host: string, port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect({ host, port, timeout: 5000 });
		const end = (yes: boolean) => {
			socket.destroy();
			resolve(yes);
		};
		socket.once('connect', () => end(true));
		socket.once('error', () => end(false)).once('timeout', () => end(false));
	});
}

const mail: Check = async () => {
	const { smtpUrl, mailDir } = config();
	if (!smtpUrl) return finding('let', `Er is geen SMTP_URL: mail komt als bestand in ${mailDir}`);
	const { hostname, port, protocol } = new URL(smtpUrl);
	const found = await reachable(hostname, Number(port) || (protocol === 'smtps:' ? 465 : 587));
	return finding(found ? 'goed' : 'fout', `Mail via ${hostname}${found ? '' : ' lukt niet'}`);
};

export const CHECKS: readonly Check[] = [
	node,
	origin,
	proxy,
	database,
	sqlite,
	rights,
	disk,
	backups,
	documents,
	audit,
	mail,
];
