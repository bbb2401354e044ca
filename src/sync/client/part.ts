import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { Clocks } from './saved.ts';

type Struct = Y.Item | Y.GC | Y.Skip;

export interface Part {
	update: Uint8Array;
	/** How far the server is once it has this. */
	upTo: Clocks;
}

/**
 * The first changes of an update (v1), at most about so many bytes of them, and without what was
 * taken away. What a change refers to is with the server (`has`) or before it in here, so it can be
 * taken in as it is.
 */
export function firstPart(update: Uint8Array, has: Clocks, most: number): Part {
	const upTo = new Map(has);
	const perClient = [...Map.groupBy(Y.decodeUpdate(update).structs, ({ id }) => id.client)];
	// first those with least: who came with many tabs is then known by the first part
	perClient.sort(([, a], [, b]) => a.length - b.length);
	const taken = new Map<number, { structs: number; encoder: Y.UpdateEncoderV1 }>();
	let left = most;
	const take = (client: number, struct: Struct): boolean => {
		if (left <= 0 || !isReady(struct, upTo)) return false;
		const to = taken.get(client) ?? { structs: 0, encoder: new Y.UpdateEncoderV1() };
		const before = encoding.length(to.encoder.restEncoder);
		if (to.structs++ === 0) taken.set(client, to);
		struct.write(to.encoder, 0);
		left -= encoding.length(to.encoder.restEncoder) - before;
		upTo.set(client, struct.id.clock + struct.length);
		return true;
	};
	const next = new Map<number, number>();
	for (let some = true; some;) {
		some = false;
		for (const [client, structs] of perClient) {
			let at = next.get(client) ?? 0;
			while (at < structs.length && take(client, structs[at]!)) at++;
			some ||= at > (next.get(client) ?? 0);
			next.set(client, at);
		}
	}
	return { update: written(perClient, taken), upTo };
}

function written(
	perClient: readonly (readonly [number, readonly Struct[]])[],
	taken: ReadonlyMap<number, { structs: number; encoder: Y.UpdateEncoderV1 }>,
): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, taken.size);
	// Yjs takes them in from the highest to the lowest
	for (const [client, [first]] of [...perClient].sort(([a], [b]) => b - a)) {
		const part = taken.get(client);
		if (!part) continue;
		encoding.writeVarUint(encoder, part.structs);
		encoding.writeVarUint(encoder, client);
		encoding.writeVarUint(encoder, first!.id.clock);
		encoding.writeUint8Array(encoder, encoding.toUint8Array(part.encoder.restEncoder));
	}
	encoding.writeVarUint(encoder, 0);
	return encoding.toUint8Array(encoder);
}

function isReady(struct: Struct, upTo: Clocks): boolean {
	const { client, clock } = struct.id;
	if (clock > (upTo.get(client) ?? 0)) return false;
	if (!(struct instanceof Y.Item)) return true;
	const parent = struct.parent instanceof Y.ID ? struct.parent : null;
	return [struct.origin, struct.rightOrigin, parent].every(
		(ref) => !ref || ref.clock < (upTo.get(ref.client) ?? 0),
	);
}
