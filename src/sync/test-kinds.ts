import { KINDS } from './kinds.all.server.ts';
import { sync } from './server/rooms.ts';

/** For tests: live documents without a sync server, and nothing open of a test before. */
export function openKinds() {
	sync().rooms.clear();
	sync().options = {
		kinds: KINDS,
		identify: () => Promise.resolve(null),
		renew: (visitor) => visitor,
		buildId: 'test',
	};
}
