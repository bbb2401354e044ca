import * as Y from 'yjs';
import type { Shape } from '../kind.ts';
import { contentHash } from './canonical.ts';
import { checkDeletes, checkShape } from './guard-shape.ts';
import { build } from './load.ts';
import { Reject, need } from './reject.ts';

/** One struct, and the end of what one client id may ever count to. */
const MAX_LENGTH = 1_000_000;
const MAX_CLOCK = 2 ** 31;

export interface GuardOptions {
	/** May this connection write under this client id? Asked only for ids that gain something. */
	owns?: (client: number) => boolean;
	/** What the document may hold; left out only for what is already ours. */
	shape?: Shape;
	/**
	 * May it name neighbours that nobody can have seen side by side? An undo of Yjs 13 does so
	 * sometimes (yjs#794). Who says yes tells `applyGuarded`. Asked once, of what is well in every
	 * other way.
	 */
	mayBeOdd?: () => boolean;
}

export type Struct = Y.Item | Y.GC | Y.Skip;

/** An update that was read, and the document it is meant for: enough to look up what an id names. */
export interface Incoming {
	doc: Y.Doc;
	/** Per client id the structs of the update, in the order of their clock, without a gap. */
	structs: Map<number, Struct[]>;
	/** Those the document does not have yet, or not whole. */
	fresh: Struct[];
	/** One of those names neighbours that nobody can have seen side by side. */
	isOdd: boolean;
}

/**
 * Checks an incoming update (v1) before it is applied: throws `Reject`, and never touches the
 * document. What passes can be applied, saved, sent and loaded again, and holds only what the shape
 * names. `gap` is what an honest client may send after a hiccup (ask it for what is missing); any
 * other reason is not. Returns the client ids that gained something.
 */
export function guard(doc: Y.Doc, update: Uint8Array, options: GuardOptions = {}): number[] {
	const { structs, ds } = decode(update);
	const incoming: Incoming = { doc, structs: new Map(), fresh: [], isOdd: false };
	const ends = checkClocks(incoming, structs, options.owns);
	const end = (client: number) => ends.get(client) ?? stateOf(doc, client);
	// also of what the document has already: Yjs looks up its neighbours before it sees that it has it
	for (const struct of structs) if (struct instanceof Y.Item) checkReferences(struct, end);
	for (const [client, deletes] of ds.clients) checkRanges(client, deletes, end(client));
	if (options.shape) {
		checkShape(incoming, options.shape);
		checkDeletes(incoming, ds.clients, options.shape);
	}
	need(!incoming.isOdd || options.mayBeOdd?.() === true, 'order');
	return [...ends.keys()];
}

/** As Yjs writes them: one after another. Over each other they would be walked again and again. */
function checkRanges(
	client: number,
	deletes: readonly { clock: number; len: number }[],
	end: number,
) {
	let from = 0;
	for (const { clock, len } of deletes) {
		need(isClient(client) && clock >= from && len > 0 && clock + len <= end, 'deletes');
		from = clock + len;
	}
}

/** The reader is lazy: what an update says about its own size allocates nothing. */
function decode(update: Uint8Array) {
	try {
		return Y.decodeUpdate(update);
	} catch {
		throw new Reject('malformed');
	}
}

const isClient = (client: number) => Number.isInteger(client) && client >= 0 && client < 2 ** 32;

/** The clock after the last struct of a client that the document has. */
export function stateOf(doc: Y.Doc, client: number): number {
	const last = doc.store.clients.get(client)?.at(-1);
	return last ? last.id.clock + last.length : 0;
}

function checkClocks(
	incoming: Incoming,
	structs: readonly Struct[],
	owns: GuardOptions['owns'],
): Map<number, number> {
	const { doc } = incoming;
	const ends = new Map<number, number>();
	for (const struct of structs) {
		const { client, clock } = struct.id;
		const end = clock + struct.length;
		need(isClient(client) && clock >= 0 && end <= MAX_CLOCK, 'range');
		need(struct.length > 0 && struct.length <= MAX_LENGTH, 'length');
		need(!(struct instanceof Y.Skip), 'gap');
		const own = incoming.structs.get(client);
		const before = own?.at(-1);
		const known = ends.get(client) ?? stateOf(doc, client);
		need(before ? before.id.clock + before.length === clock : clock <= known, 'gap');
		if (own) own.push(struct);
		else incoming.structs.set(client, [struct]);
		if (end <= known) continue;
		need(!owns || ends.has(client) || owns(client), 'foreign');
		ends.set(client, end);
		incoming.fresh.push(struct);
	}
	return ends;
}

function checkReferences(item: Y.Item, end: (client: number) => number) {
	const parent = item.parent instanceof Y.ID ? item.parent : null;
	for (const ref of [item.origin, item.rightOrigin, parent]) {
		if (!ref) continue;
		need(isClient(ref.client) && ref.clock >= 0 && ref.clock < end(ref.client), 'reference');
		need(ref.client !== item.id.client || ref.clock < item.id.clock, 'reference');
	}
}

/**
 * Applies an update that passed the guard. False means that the document in memory is no longer to
 * be trusted: throw it away and load it again. Nothing is half applied as seen from the disk,
 * because an update is stored only after this. Of one that is odd the whole document is looked at.
 */
export function applyGuarded(doc: Y.Doc, update: Uint8Array, isOdd = false): boolean {
	try {
		Y.applyUpdate(doc, update);
	} catch {
		return false;
	}
	const isWhole = doc.store.pendingStructs === null && doc.store.pendingDs === null;
	return isWhole && (!isOdd || isSteady(doc));
}

/** Whether who comes in later will see the same as who was there: a document built of it says so. */
function isSteady(doc: Y.Doc): boolean {
	const again = build({ state: Y.encodeStateAsUpdate(doc), tail: [] });
	const isSame = contentHash(again) === contentHash(doc);
	again.destroy();
	return isSame;
}
