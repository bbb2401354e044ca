import { KINDS } from '#sync/kinds.all.server.ts';
import { readDocument } from '#sync/server/edit.ts';
import { sync } from '#sync/server/rooms.ts';

/** Makes it possible to write in live documents where no sync server runs: on the command line. */
export function openLive() {
	sync().options ??= {
		kinds: KINDS,
		buildId: '',
		identify: () => Promise.resolve(null),
		renew: () => null,
	};
}

/** Brings the rows of what was written up to date; a process that ends does not do so later. */
export function projectLive() {
	for (const { name, projection } of sync().rooms.values()) {
		readDocument(name, () => undefined);
		projection.run();
	}
}
