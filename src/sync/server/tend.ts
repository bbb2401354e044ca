import { setTimeout as wait } from 'node:timers/promises';
import { getHeapStatistics } from 'node:v8';
import { limit } from '#server/limits.ts';
import { errorFields, log } from '#server/log.ts';
import { events } from '#server/metrics/events.ts';
import { parseName } from '../name.ts';
import { commitNow } from './batch.ts';
import { CLOSE } from './codes.ts';
import { compactor } from './compactor.ts';
import { lookForChanges } from './cut.ts';
import type { Room } from './room.ts';
import { namesBehind } from './projection.ts';
import { allConnections, findKind, openRoom, sync } from './rooms.ts';

/** How often is looked after lines, and after rooms. */
const LINES = 2500;
const ROOMS = 1000;
/**
 * Milliseconds without a word after which a document is bytes again, and longer by so many per byte:
 * the larger it is, the more it takes to build it for who writes on after all.
 */
const RESTS_AFTER = 1500;
const PER_BYTE = 0.02;
/** Milliseconds of that in one go, and until the next: what was opened together rests together. */
const AT_ONCE = 20;
const IN_BETWEEN = 80;
/** After the rows of one document that lagged behind, so many times what that took is for others. */
const REST = 4;
/** A Y.Doc takes so many times what it takes on the line: twelve to fifteen were measured. */
const LIVE = 16;
/** The part of the heap that documents may have, whatever the limit says: the rest is for work on them. */
const OF_THE_HEAP = 0.25;
/** Milliseconds that stopping may take, of the five seconds that the process has. */
const GRACE = 2500;

/** Begins to look after everything that is open. Gives what ends it all. */
export function startTending(): () => Promise<void> {
	const timers = [setInterval(tendLines, LINES), setInterval(lookForChanges, lookForChanges.every)];
	for (const timer of timers) timer.unref();
	const stopping = new AbortController();
	measure();
	void catchUp();
	void tendRooms(stopping.signal);
	return async () => {
		stopping.abort();
		for (const timer of timers) clearInterval(timer);
		await closeAll();
	};
}

/**
 * The rows of what was stored just before the process ended; one document at a time. Building a large
 * one takes as long as others can wait, and so does writing its rows: there is a rest in between.
 */
async function catchUp() {
	const steps = [
		(room: Room) => room.vector(),
		(room: Room) => room.projection.run(),
		// there may be many, and nobody is in them yet
		(room: Room) => room.isIdle && room.rest(),
	];
	await wait(0);
	try {
		for (const name of namesBehind()) {
			for (const step of findKind(name) ? steps : []) {
				const begin = performance.now();
				step(openRoom(name));
				await wait(REST * (performance.now() - begin));
			}
		}
	} catch (error) {
		log.error({ event: 'sync.not-caught-up', ...errorFields(error) });
	}
}

function measure() {
	const { registry } = events();
	registry.gauge('docs_open', 'Live documents in memory.', () => sync().rooms.size);
	registry.measured('ws_connections', { help: 'Open connections, by kind.', type: 'gauge' }, () => {
		const perKind = Map.groupBy(allConnections(), ({ room }) => parseName(room.name)!.kind);
		return [...perKind].map(([kind, all]) => [{ kind }, all.length]);
	});
}

/** Keeps every line alive, and hides and cuts those that are not. */
export function tendLines() {
	for (const { room, connection } of [...allConnections()])
		if (connection.keepAlive() === 'absent') room.awareness.hide(connection);
}

async function tendRooms(stopping: AbortSignal) {
	while (!stopping.aborted)
		await wait(restSome() || leaveSome() ? IN_BETWEEN : ROOMS, undefined, { ref: false });
}

/** True when there may be more of them. */
function restSome(): boolean {
	const enough = performance.now() + AT_ONCE;
	for (const room of sync().rooms.values()) {
		if (!room.content.isLive) continue;
		if (restsSince(room) <= RESTS_AFTER + PER_BYTE * room.content.size) continue;
		room.rest();
		if (performance.now() > enough) return true;
	}
	return false;
}

/** Those in which nobody is: after a while, or sooner when there is much in memory. As `restSome`. */
function leaveSome(): boolean {
	const enough = performance.now() + AT_ONCE;
	const rooms = [...sync().rooms.values()].sort((a, b) => a.usedAt - b.usedAt);
	let left = rooms.length;
	let bytes = rooms.reduce((sum, room) => sum + sizeOf(room), 0);
	const heap = OF_THE_HEAP * getHeapStatistics().heap_size_limit;
	const most = Math.min(limit('documentsOpenBytes'), heap);
	for (const room of rooms) {
		const isMuch = left > limit('documentsOpen') || bytes > most;
		if (!room.isIdle || !(isMuch || restsSince(room) > limit('documentIdle') * 1000)) continue;
		left--;
		bytes -= sizeOf(room);
		if (leaving.has(room)) continue;
		void unload(room);
		if (performance.now() > enough) return true;
	}
	return false;
}

const restsSince = ({ usedAt }: Room) => performance.now() - usedAt;
const sizeOf = ({ content }: Room) => content.size * (content.isLive ? LIVE : 1);

/** Being tidied up. */
const leaving = new WeakSet<Room>();

/** Tidies up first, as bytes, for that may have to wait for its turn; who came in meanwhile keeps it open. */
async function unload(room: Room) {
	leaving.add(room);
	room.projection.run();
	room.rest();
	await room.compact();
	leaving.delete(room);
	// meanwhile somebody may have come, or a page may have written in it
	if (!room.isIdle || room.projection.isDue || sync().rooms.get(room.name) !== room) return;
	sync().rooms.delete(room.name);
	room.close();
}

/** Stores what came in, tells everybody that we will be back, and leaves the rows in order. */
async function closeAll() {
	commitNow();
	for (const room of sync().rooms.values()) room.confirmation.send();
	const open = [...allConnections()];
	for (const { connection } of open) connection.close(CLOSE.restart);
	await compactor().stop();
	const rooms = [...sync().rooms.values()];
	const until = performance.now() + GRACE;
	for (const room of rooms) room.projection.run();
	for (const room of rooms) if (performance.now() < until) await room.compact();
	for (const { connection } of open) connection.ws.terminate();
	for (const room of rooms) room.close();
	sync().rooms.clear();
}
