import { setImmediate as turn } from 'node:timers/promises';
import { prepared } from '#server/db/prepared.ts';
import { storageTrouble } from '#server/db/trouble.ts';
import { errorFields, log } from '#server/log.ts';
import { singleton } from '#server/singleton.ts';
import { CLOSE, GONE, type CloseCode } from './codes.ts';
import type { Connection } from './connection.ts';
import type { Visitor } from './kind.ts';
import type { Room } from './room.ts';
import { allConnections, sync, syncOptions } from './rooms.ts';
import { epochOf } from './store.ts';

/** Asking everybody again takes a while: at most once in so many milliseconds, and in turns. */
const EVERY = 500;
const PER_TURN = 20;
/** What changes by the clock alone: a session that ends, a membership that begins. */
const SAFETY = 60_000;
const LOOK = 1000;

const sweeps = () =>
	singleton('sync-cut', () => ({
		at: -Infinity,
		planned: false,
		version: -1,
		safeAt: 0,
		/** Who is behind a session, and which state of all rights that was taken from. */
		visitors: { at: -1, known: new Map<string, Visitor | null>() },
	}));

/**
 * Something was changed that rights may hang on. From now on nobody writes by a right from before;
 * within a second every open connection is asked again whether it may still be there.
 */
export function recheckRights() {
	sync().rights++;
	const state = sweeps();
	if (state.planned) return;
	state.planned = true;
	const wait = Math.max(0, state.at + EVERY - performance.now());
	setTimeout(() => void sweep(), wait).unref();
}

async function sweep() {
	const state = sweeps();
	state.planned = false;
	state.at = performance.now();
	let count = 0;
	for (const { room, connection } of [...allConnections()]) {
		askAgain(room, connection);
		if (++count % PER_TURN === 0) await turn();
	}
}

/** Asked once for all lines of a person in a session: it holds until rights may have changed again. */
function renewed(visitor: Visitor): Visitor | null {
	const { rights } = sync();
	const state = sweeps();
	if (state.visitors.at !== rights) state.visitors = { at: rights, known: new Map() };
	const { known } = state.visitors;
	const key = `${visitor.sessionHash} ${visitor.persoonId}`;
	if (!known.has(key)) known.set(key, syncOptions().renew(visitor));
	return known.get(key) ?? null;
}

/** The answer is read from the database: who is this, and what may they now? */
function askAgain(room: Room, connection: Connection) {
	if (connection.isBarred || connection.rightsAt === sync().rights) return;
	connection.rightsAt = sync().rights;
	try {
		const visitor = renewed(connection.visitor);
		if (!visitor) return connection.close(CLOSE.loggedOut);
		const right = room.kind.rightOf(visitor.actor, room.id);
		if (!right && room.kind.isGone?.(room.id)) return connection.close(CLOSE.notFound, GONE);
		if (!right) return connection.close(CLOSE.forbidden);
		connection.visitor = visitor;
		room.changeRight(connection, right);
	} catch (error) {
		// not known is not allowed: it asks again by itself
		log.error({ event: 'sync.recheck-failed', object: room.name, ...errorFields(error) });
		connection.rightsAt = -1;
	}
}

export function mayStillWrite(room: Room, connection: Connection): boolean {
	askAgain(room, connection);
	return (
		!connection.isBarred && connection.rightsAt === sync().rights && connection.right !== 'lezen'
	);
}

const versionQuery = prepared((db) => db.$client.prepare('PRAGMA data_version').pluck());

/** Changes when another process commits; undefined while it cannot be read. */
function dataVersion(): number | undefined {
	try {
		return Number(versionQuery().get());
	} catch (error) {
		// after a disk that fails the process ends here
		storageTrouble(error);
		return undefined;
	}
}

/** Every second: did another process write? Every minute: everybody, whatever happened. */
export function lookForChanges() {
	const state = sweeps();
	const version = dataVersion() ?? state.version;
	const wasWritten = state.version !== -1 && version !== state.version;
	state.version = version;
	if (performance.now() - state.safeAt > SAFETY) {
		state.safeAt = performance.now();
		void signsOfLife().then(recheckRights);
	} else if (wasWritten) recheckRights();
}
lookForChanges.every = LOOK;

/** Who wrote is there: the session of somebody who types for hours does not end for lack of clicks. */
async function signsOfLife() {
	const asked = new Set<string>();
	for (const { connection, room } of [...allConnections()]) {
		if (!connection.isActive) continue;
		connection.isActive = false;
		if (asked.has(connection.cookie)) continue;
		asked.add(connection.cookie);
		await syncOptions()
			.identify(connection.cookie, room.name)
			.catch(() => null);
		await turn();
	}
}

/** Ends all connections to a document; with `epoch` those that have an older one than is stored. */
export function closeDocument(name: string, code: CloseCode = CLOSE.epoch) {
	// within a transaction nothing is true yet
	queueMicrotask(() => {
		const room = sync().rooms.get(name);
		if (!room) return;
		try {
			const isOld = room.content.stored.epoch !== epochOf(name);
			if (code === CLOSE.epoch && !isOld) return;
		} catch (error) {
			return room.fail(error);
		}
		for (const connection of room.connections) connection.close(code);
		room.forget();
	});
}
