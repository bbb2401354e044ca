import { performance } from 'node:perf_hooks';
import { isReadOnly } from '#server/disk/guard.ts';
import { storageTrouble } from '#server/db/trouble.ts';
import { errorFields, log } from '#server/log.ts';
import { events } from '#server/metrics/events.ts';
import { singleton } from '#server/singleton.ts';
import { mergeUpdates } from './content.ts';
import { takeIn, type Accepted } from './intake.ts';
import { holdBack } from './held.ts';
import type { Room } from './room.ts';
import { commit, type Entry } from './store.ts';

/** Each batch goes to everybody in a room: with so many there, so many milliseconds for more pay. */
const LARGE = 25;
const WAITS = [
	[300, 25],
	[100, 18],
	[40, 16],
	[LARGE, 12],
] as const;
/** Milliseconds between two batches. Only a part of the time may go to the disk. */
const SHORTEST = 2;
/** When several rooms write in one such moment, many do: then fewer, larger batches carry more. */
const BUSY = 11;
const LONGEST = 12;
const SHARE = 2;
/** With hardly any time left, later for all is sooner than never: who types has 100 ms. */
const FULL = 0.85;
const FULL_WAIT = 40;
/** How often is looked how full it is. */
const LOOK = 500;

interface Taken {
	room: Room;
	accepted: Accepted[];
	entries: Entry[];
}

const batches = () =>
	singleton('sync-batch', () => ({
		small: new Set<Room>(),
		large: new Set<Room>(),
		/** When the last one was on disk, and how long that takes these days. */
		at: -Infinity,
		cost: 0,
		isBusy: false,
		load: performance.eventLoopUtilization(),
		loadAt: -Infinity,
		isFull: false,
	}));

/** Is the process writing and sending nearly all of the time? */
function isFull(): boolean {
	const state = batches();
	const at = performance.now();
	if (at - state.loadAt < LOOK) return state.isFull;
	const load = performance.eventLoopUtilization();
	const { utilization } = performance.eventLoopUtilization(load, state.load);
	return Object.assign(state, { load, loadAt: at, isFull: utilization > FULL }).isFull;
}

/** Milliseconds until what comes in now is stored, with all that came before that. */
function pauseFor(people: number): number {
	const { at, cost, isBusy } = batches();
	const wait = WAITS.find(([many]) => people >= many)?.[1];
	if (wait) return wait;
	const gap = Math.min(LONGEST, Math.max(isBusy ? BUSY : SHORTEST, cost * SHARE));
	return at + (isFull() ? FULL_WAIT : gap) - performance.now();
}

/** What comes in is guarded, stored and shown together with what comes in at the same time. */
export function commitSoon(room: Room) {
	const { small, large } = batches();
	const { size } = room.connections;
	const rooms = size >= LARGE ? large : small;
	rooms.add(room);
	if (rooms.size > 1) return;
	const wait = pauseFor(size);
	if (wait >= 1) setTimeout(commitRooms, wait, rooms);
	else setImmediate(commitRooms, rooms);
}

/** Everything that came in until now. */
export function commitNow() {
	commitRooms(batches().small);
	commitRooms(batches().large);
}

function commitRooms(rooms: Set<Room>) {
	const begin = performance.now();
	batches().isBusy = rooms.size > 1;
	const taken = [...rooms].map(take);
	rooms.clear();
	const entries = taken.flatMap((one) => one.entries);
	const seqs = entries.length > 0 ? store(taken, entries) : [];
	if (!seqs) return;
	let next = 0;
	for (const one of taken) {
		try {
			publish(one, seqs.slice(next, (next += one.entries.length)));
		} catch (error) {
			// it is on disk: who comes back gets it from there
			one.room.fail(error);
		}
	}
	if (entries.length > 0) events().commit({}, (performance.now() - begin) / 1000);
}

function take(room: Room): Taken {
	const queue = room.takeQueue();
	try {
		const accepted = takeIn(room, queue);
		return { room, accepted, entries: entriesOf(room, accepted) };
	} catch (error) {
		room.fail(error);
		return { room, accepted: [], entries: [] };
	}
}

/** One row per persoon: what somebody wrote in this batch, as one update. */
function entriesOf({ name }: Room, accepted: readonly Accepted[]): Entry[] {
	const perPersoon = Map.groupBy(
		accepted.filter(({ data }) => data !== undefined),
		({ connection }) => connection.visitor.persoonId,
	);
	return [...perPersoon].map(([persoonId, all]) => ({
		name,
		persoonId,
		data: mergeUpdates(all.map(({ data }) => data!)),
		clients: all.flatMap(({ clients }) => clients),
	}));
}

/** One transaction for all rooms. When it fails nobody sees any of it. */
function store(taken: readonly Taken[], entries: readonly Entry[]): number[] | undefined {
	const state = batches();
	const begin = performance.now();
	try {
		if (!isReadOnly()) return commit(entries);
		holdBack(taken, 'full');
	} catch (error) {
		// after a failed write to the disk the process ends here
		const trouble = storageTrouble(error);
		if (!trouble) log.error({ event: 'sync.store-failed', ...errorFields(error) });
		holdBack(taken, trouble ?? 'busy');
	} finally {
		state.at = performance.now();
		state.cost += (state.at - begin - state.cost) / 8;
	}
	return undefined;
}

/** It is on disk: the others may see it, and whose it is hears that it is safe. */
function publish({ room, accepted, entries }: Taken, seqs: readonly number[]) {
	if (accepted.length === 0) return;
	const senders = new Set(accepted.map(({ connection }) => connection));
	if (entries.length > 0) {
		const update = mergeUpdates(entries.map(({ data }) => data));
		room.content.add(update, seqs);
		// what goes to several senders has what is their own in it, which Yjs knows it has
		const isOwn = senders.size === 1 && !accepted.some((one) => one.isMended);
		room.show(update, isOwn ? accepted[0]!.connection : undefined);
		room.written();
	}
	for (const { connection, count, isAnswer } of accepted) {
		connection.isActive = true;
		if (!connection.owes) connection.stored = count;
		room.confirmation.give(connection, isAnswer);
	}
}
