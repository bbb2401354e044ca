import { statSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { and, count, isNull } from 'drizzle-orm';
import { listBackups } from '../backup.ts';
import { config } from '../config.ts';
import { databasePath, db } from '../db/db.ts';
import { readDisk } from '../disk/reading.ts';
import { singleton } from '../singleton.ts';
import { mail } from '../tables.server.ts';
import { events } from './events.ts';

const SECOND_NS = 1e9;
/** How often the watch looks, in milliseconds; what it reports has this in it. */
const RESOLUTION = 100;
const QUANTILES = [50, 90, 99, 100];

/**
 * Its own watch, from one reading to the next: `/readyz` has another. It wakes a process that has
 * nothing else to do, so it begins with the first reading.
 */
function loopDelay() {
	const watch = singleton('metrics-loop', () => {
		const histogram = monitorEventLoopDelay({ resolution: RESOLUTION });
		histogram.enable();
		return histogram;
	});
	const samples = QUANTILES.map((percent): [{ quantile: number }, number] => [
		{ quantile: percent / 100 },
		watch.count > 0 ? Math.max(0, watch.percentile(percent) / SECOND_NS - RESOLUTION / 1000) : 0,
	]);
	watch.reset();
	return samples;
}

function mailQueue() {
	const waiting = and(isNull(mail.sentAt), isNull(mail.failedAt));
	return db().select({ n: count() }).from(mail).where(waiting).get()?.n;
}

function lastBackup() {
	const [newest] = listBackups();
	return newest && newest.made.getTime() / 1000;
}

const walBytes = () =>
	statSync(`${databasePath(config().dataDir)}-wal`, { throwIfNoEntry: false })?.size ?? 0;

/** What is measured at the moment of asking, beside what was counted as it happened. */
const registry = () =>
	singleton('metrics', () => {
		const { registry } = events();
		registry.gauge('sqlite_wal_bytes', 'Size of the write-ahead log.', walBytes);
		registry.gauge(
			'disk_free_bytes',
			'Room left on the disk of the data folder.',
			() => readDisk(config().dataDir).free,
		);
		registry.measured(
			'eventloop_delay_seconds',
			{ help: 'Delay of the event loop since the last reading.', type: 'summary' },
			loopDelay,
		);
		registry.gauge('rss_bytes', 'Memory of the process.', () => process.memoryUsage.rss());
		registry.gauge(
			'backup_last_success_timestamp',
			'When the newest complete backup was made, in seconds since 1970.',
			lastBackup,
		);
		registry.gauge('mail_queue', 'Letters that wait to be sent.', mailQueue);
		return registry;
	});

export const metricsText = () => registry().text();
