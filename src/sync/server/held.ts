import { isReadOnly } from '#server/disk/guard.ts';
import type { Trouble } from '#server/db/trouble.ts';
import { onStop } from '#server/stop.ts';
import { singleton } from '#server/singleton.ts';
import type { Accepted } from './intake.ts';
import type { Room } from './room.ts';

/** How often is looked whether there is room again. */
const EVERY = 2000;

const held = () =>
	singleton('sync-held', () => ({
		rooms: new Set<Room>(),
		timer: undefined as NodeJS.Timeout | undefined,
	}));

/**
 * What could not be stored is nowhere: not in memory, not with others. Who sent it still has it, and
 * is asked for it again as soon as storing may work. Reading, and seeing each other, goes on.
 */
export function holdBack(
	taken: readonly { room: Room; accepted: readonly Accepted[] }[],
	why: Trouble,
) {
	const { rooms } = held();
	for (const { room, accepted } of taken) {
		if (accepted.length === 0) continue;
		room.forget();
		rooms.add(room);
		for (const { connection } of accepted) {
			connection.owes = connection.isAsked = true;
			if (why === 'full') connection.tell('opslag-vol');
		}
	}
	if (held().timer) return;
	held().timer = setInterval(resume, EVERY).unref();
	onStop(() => clearInterval(held().timer));
}

function resume() {
	if (isReadOnly()) return;
	clearInterval(held().timer);
	held().timer = undefined;
	const rooms = [...held().rooms];
	held().rooms.clear();
	for (const room of rooms)
		for (const connection of room.connections) if (connection.owes) room.askAgain(connection);
}
