import { singleton } from '#server/singleton.ts';
import { parseName } from '../name.ts';
import type { Connection } from './connection.ts';
import type { ServerKind, SyncOptions } from './kind.ts';
import { Room } from './room.ts';

/** What is open in this process. In development it outlives the modules that made it. */
export const sync = () =>
	singleton('sync', () => ({
		options: undefined as SyncOptions | undefined,
		rooms: new Map<string, Room>(),
		/** Raised when rights may have changed: what was asked before it has to be asked again. */
		rights: 0,
	}));

export function syncOptions(): SyncOptions {
	const { options } = sync();
	if (!options) throw new Error('startSync was not called');
	return options;
}

/** The kind and id that a name speaks of, or undefined when it names nothing we know. */
export function findKind(name: string): { kind: ServerKind; id: string } | undefined {
	const parsed = parseName(name);
	const { kinds } = syncOptions();
	const kind = parsed && Object.hasOwn(kinds, parsed.kind) ? kinds[parsed.kind] : undefined;
	return kind && { kind, id: parsed!.id };
}

/** The one room of a document. It is there as long as somebody is in it, and a while after. */
export function openRoom(name: string): Room {
	const { rooms } = sync();
	const open = rooms.get(name);
	if (open) return open;
	const found = findKind(name);
	if (!found) throw new Error(`no kind of document: ${name}`);
	const room = new Room(name, found);
	rooms.set(name, room);
	return room;
}

export function* allConnections(): Generator<{ room: Room; connection: Connection }> {
	for (const room of sync().rooms.values())
		for (const connection of room.connections) yield { room, connection };
}
