import * as encoding from 'lib0/encoding';
import type { SyncRight } from '../kind.ts';

/* Every message that goes out, as docs/sync.md describes it. */

export const MESSAGE = {
	sync: 0,
	awareness: 1,
	queryAwareness: 3,
	saved: 100,
	limit: 101,
	nieuws: 102,
	welkom: 103,
} as const;

export const SYNC = { step1: 0, step2: 1, update: 2 } as const;

/** Why something was refused, in a word for the client and a sentence for the person. */
export const LIMITS = {
	'alleen-lezen': 'Je kunt dit document lezen. Schrijven kan hier nu niet.',
	'alleen-voorstellen': 'Je kunt hier alleen een voorstel doen. Het andere is niet bewaard.',
	'opslag-vol': 'De opslag is vol. Lezen kan, opslaan even niet. De beheerder weet het.',
	groot: 'Dit document wordt groot. Start een nieuw document en maak een link.',
	vol: 'Dit document is vol. Er kan niets meer bij. Weghalen kan wel.',
} as const;
export type LimitCode = keyof typeof LIMITS;

const FINAL_BINARY = 0x82;

/** Header and length of a frame of the websocket itself (RFC 6455 §5.2), unmasked. */
function header(length: number): Buffer {
	if (length < 126) return Buffer.from([FINAL_BINARY, length]);
	const isShort = length < 65_536;
	const bytes = Buffer.alloc(isShort ? 4 : 10);
	bytes[0] = FINAL_BINARY;
	bytes[1] = isShort ? 126 : 127;
	if (isShort) bytes.writeUInt16BE(length, 2);
	else bytes.writeUInt32BE(length, 6);
	return bytes;
}

/**
 * A message as it goes over the line: made once, and the same bytes to everybody in the room. That
 * is most of what a keystroke costs in a large room, so the frame is not left to the socket.
 */
function frame(
	type: number,
	write: (encoder: encoding.Encoder) => void,
	rest: Uint8Array = NOTHING,
): Buffer {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, type);
	write(encoder);
	const begin = encoding.toUint8Array(encoder);
	return Buffer.concat([header(begin.length + rest.length), begin, rest]);
}

const NOTHING = new Uint8Array();

/** A document can be large: its bytes are copied once. */
const sync = (step: number, bytes: Uint8Array) =>
	frame(
		MESSAGE.sync,
		(encoder) => {
			encoding.writeVarUint(encoder, step);
			encoding.writeVarUint(encoder, bytes.length);
		},
		bytes,
	);

/** Not kept for this: only found again while it is on its way to somebody. */
const answers = new WeakMap<Uint8Array, WeakRef<Buffer>>();

export const step1 = (stateVector: Uint8Array) => sync(SYNC.step1, stateVector);

/** When a whole room comes in at once all of them get the same bytes. */
export function step2(update: Uint8Array): Buffer {
	const known = answers.get(update)?.deref();
	if (known) return known;
	const made = sync(SYNC.step2, update);
	answers.set(update, new WeakRef(made));
	return made;
}

export const update = (bytes: Uint8Array) => sync(SYNC.update, bytes);

/** Entries of awareness that are encoded already. Without any it only says: still here. */
export const awareness = (entries: readonly Uint8Array[]) =>
	frame(MESSAGE.awareness, (encoder) => {
		const inner = encoding.createEncoder();
		encoding.writeVarUint(inner, entries.length);
		for (const entry of entries) encoding.writeUint8Array(inner, entry);
		encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
	});

export const HEARTBEAT = awareness([]);

/** The first `count` update frames of this connection are on disk, and all of this state vector. */
export const saved = (count: number, stateVector: Uint8Array) =>
	frame(MESSAGE.saved, (encoder) => {
		encoding.writeVarUint(encoder, count);
		encoding.writeVarUint8Array(encoder, stateVector);
	});

export const limited = (code: LimitCode) =>
	frame(MESSAGE.limit, (encoder) => {
		encoding.writeVarString(encoder, code);
		encoding.writeVarString(encoder, LIMITS[code]);
	});

export const nieuws = (topic: string) =>
	frame(MESSAGE.nieuws, (encoder) => encoding.writeVarString(encoder, topic));

export interface Welkom {
	right: SyncRight;
	epoch: number;
	buildId: string;
}

export const welkom = ({ right, epoch, buildId }: Welkom) =>
	frame(MESSAGE.welkom, (encoder) => {
		encoding.writeVarString(encoder, right);
		encoding.writeVarUint(encoder, epoch);
		encoding.writeVarString(encoder, buildId);
	});
