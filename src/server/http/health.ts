import { accessSync, constants } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { config } from '../config.ts';
import { db } from '../db/db.ts';
import { pendingMigrations } from '../db/migrate.ts';
import { isReadOnly } from '../disk/guard.ts';
import { singleton } from '../singleton.ts';
import { isStopping } from '../stop.ts';

/** Asking more often gets the last answer: a monitor must not be a load. */
const MAX_AGE = 5000;
const MAX_DELAY_NS = 1e9;

const loop = () =>
	singleton('loop-delay', () => {
		const histogram = monitorEventLoopDelay({ resolution: 250 });
		histogram.enable();
		return histogram;
	});

function mayWrite(): boolean {
	const sqlite = db().$client;
	// one answer, not five seconds of waiting in which nobody else is served
	sqlite.pragma('busy_timeout = 0');
	try {
		sqlite.exec('BEGIN IMMEDIATE');
		sqlite.exec('ROLLBACK');
		accessSync(config().dataDir, constants.W_OK);
		return true;
	} catch {
		return false;
	} finally {
		sqlite.pragma('busy_timeout = 5000');
	}
}

function isResponsive(): boolean {
	const { max } = loop();
	loop().reset();
	return max < MAX_DELAY_NS;
}

/** One word: `ok`, or what is wrong. */
function probe(): string {
	// first: on a full disk the database cannot be written either
	if (isReadOnly()) return 'disk';
	if (!mayWrite()) return 'database';
	if (pendingMigrations(db().$client).length > 0) return 'migrations';
	if (!isResponsive()) return 'overload';
	return 'ok';
}

function readiness(): string {
	if (isStopping()) return 'stopping';
	const last = singleton('readiness', () => ({ at: -Infinity, state: '' }));
	if (performance.now() - last.at < MAX_AGE) return last.state;
	last.at = performance.now();
	try {
		last.state = probe();
	} catch {
		last.state = 'database';
	}
	return last.state;
}

function answer(res: ServerResponse, status: number, text: string) {
	res.statusCode = status;
	res.setHeader('Content-Type', 'text/plain; charset=utf-8');
	res.end(text);
}

/** `/healthz`: the process lives. `/readyz`: it can serve. True when it was one of those. */
export function answerHealth(url: string | undefined, res: ServerResponse): boolean {
	if (url === '/healthz') {
		answer(res, 200, 'ok');
		return true;
	}
	if (url === '/readyz') {
		const state = readiness();
		answer(res, state === 'ok' ? 200 : 503, state);
		return true;
	}
	return false;
}
