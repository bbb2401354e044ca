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

/**
 * Each batch goes to everybody in a room: with so many there, so many milliseconds for more pay. A
 * hundred write a few things in six of them, thirty need more.
 */
const LARGE = 25;
const WAITS = [
	[100, 6],
	[LARGE, 24],
] as const;
/**
 * With so many updates a second, the process lets what comes in gather: fewer, larger batches carry
 * more. On a slower machine with fewer, when more than the first part of its time is spent; as
 * gathering leaves it more time, it goes on until less than the second is. With little to do there
 * is no reason to.
 */
const MUCH = 400;
const BUSY = 0.4;
const CALM = 0.25;
/** Milliseconds from one batch to the next, then; or less, when so many things came in. */
const BEAT = 12;
const MANY = 32;
/** Hardly any time is left: so many milliseconds at least after a batch, however long that took. */
const FULL = 0.85;
const REST = 6;
/** How often is looked how busy it is. */
const LOOK = 1000;

interface Taken {
	room: Room;
	accepted: Accepted[];
	entries: Entry[];
}

/** What waits for the next batch. */
class Gathering {
	rooms = new Set<Room>();
	/** Of all that came in. */
	count = 0;
	timer: NodeJS.Timeout | undefined;
}

const batches = () =>
	singleton('sync-batch', () => ({
		small: new Gathering(),
		large: new Gathering(),
		/** When the last one began, and when everybody had it. */
		began: -Infinity,
		ended: -Infinity,
		isBusy: false,
		isFull: false,
		/** What was seen last time, and the updates since then. */
		load: performance.eventLoopUtilization(),
		loadAt: -Infinity,
		updates: 0,
	}));

/** How busy the process is, by what comes in and by the part of its time that it was doing something. */
function loadNow() {
	const state = batches();
	const at = performance.now();
	if (at - state.loadAt < LOOK) return state;
	const load = performance.eventLoopUtilization();
	const { utilization } = performance.eventLoopUtilization(load, state.load);
	const perSecond = (state.updates / (at - state.loadAt)) * 1000;
	const isBusy = perSecond > MUCH || utilization > (state.isBusy ? CALM : BUSY);
	const isFull = utilization > FULL;
	return Object.assign(state, { load, loadAt: at, updates: 0, isBusy, isFull });
}

/** Milliseconds until what comes in now is stored, with all that came before that. */
function pauseFor(people: number): number {
	const wait = WAITS.find(([many]) => people >= many)?.[1];
	if (wait) return wait;
	const { isBusy, isFull, began, ended } = loadNow();
	if (!isBusy) return 0;
	return Math.max(began + BEAT, isFull ? ended + REST : 0) - performance.now();
}

/** What comes in is guarded, stored and shown together with what comes in at the same time. */
export function commitSoon(room: Room) {
	const state = batches();
	const { small, large, isFull } = state;
	const { size } = room.connections;
	state.updates++;
	const gathering = size >= LARGE ? large : small;
	gathering.rooms.add(room);
	gathering.count++;
	// who comes after the first goes along
	if (gathering.count === 1) commitIn(gathering, pauseFor(size));
	else if (gathering.count === MANY && gathering.timer && !isFull) commitIn(gathering, 0);
}

function commitIn(gathering: Gathering, wait: number) {
	clearTimeout(gathering.timer);
	gathering.timer = wait >= 1 ? setTimeout(commitAll, wait, gathering) : undefined;
	if (!gathering.timer) setImmediate(commitAll, gathering);
}

/** Everything that came in until now. */
export function commitNow() {
	commitAll(batches().small);
	commitAll(batches().large);
}

function commitAll(gathering: Gathering) {
	const began = performance.now();
	const { rooms } = gathering;
	clearTimeout(gathering.timer);
	// before anything can go wrong: what comes in next has to find its way
	Object.assign(gathering, new Gathering());
	const taken = [...rooms].map(take);
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
	if (entries.length === 0) return;
	const ended = performance.now();
	Object.assign(batches(), { began, ended });
	events().commit({}, (ended - began) / 1000);
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
function entriesOf({ name, content }: Room, accepted: readonly Accepted[]): Entry[] {
	const perPersoon = Map.groupBy(
		accepted.filter(({ data }) => data !== undefined),
		({ connection }) => connection.visitor.persoonId,
	);
	return [...perPersoon].map(([persoonId, all]) => ({
		name,
		persoonId,
		data: mergeUpdates(all.map(({ data }) => data!)),
		clients: all.flatMap(({ clients }) => clients),
		isKnown: content.stored.seq > 0,
	}));
}

/** One transaction for all rooms. When it fails nobody sees any of it. */
function store(taken: readonly Taken[], entries: readonly Entry[]): number[] | undefined {
	try {
		if (!isReadOnly()) return commit(entries);
		holdBack(taken, 'full');
	} catch (error) {
		// after a failed write to the disk the process ends here
		const trouble = storageTrouble(error);
		if (!trouble) log.error({ event: 'sync.store-failed', ...errorFields(error) });
		holdBack(taken, trouble ?? 'busy');
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
