import * as Y from 'yjs';
import { log } from '#server/log.ts';
import { limit } from '#server/limits.ts';
import { events } from '#server/metrics/events.ts';
import { CLOSE } from './codes.ts';
import type { Connection } from './connection.ts';
import { mayStillWrite } from './cut.ts';
import { applyGuarded, guard } from './guard.ts';
import { Reject } from './reject.ts';
import type { Room } from './room.ts';

/** An update as it came in. */
export interface Incoming {
	connection: Connection;
	update: Uint8Array;
	/** Answers our step 1: everything that was still missing, and all that was ever taken away. */
	isAnswer: boolean;
	/** Which of the connection's update frames it is. */
	count: number;
}

/** What of it has to be stored: nothing when it said nothing new. */
export interface Accepted extends Incoming {
	data: Uint8Array | undefined;
	clients: readonly number[];
}

const isEmpty = (update: Uint8Array) => update.length === 2 && update[0] === 0 && update[1] === 0;

/**
 * Guards and applies what came in, in order. What is refused touches nothing. When an update turns
 * out to have done what it may not, the document is thrown away and the rest begins again without
 * its sender: until now nobody has seen any of it, and nothing of it is on disk.
 */
export function takeIn(room: Room, incoming: readonly Incoming[]): Accepted[] {
	let todo = incoming.filter(({ connection }) => !connection.isBarred);
	for (;;) {
		const accepted: Accepted[] = [];
		const spoiler = todo.find((one) => !accept(room, one, accepted));
		if (!spoiler) return accepted;
		room.forget();
		spoiler.connection.close(CLOSE.protocol);
		todo = todo.filter(({ connection }) => connection !== spoiler.connection);
	}
}

/** False when the document in memory is spoiled. */
function accept(room: Room, one: Incoming, accepted: Accepted[]): boolean {
	const { connection, update, isAnswer } = one;
	if (!mayStillWrite(room, connection)) return refuseReader(one);
	if (connection.isBarred || (connection.isAsked && !isAnswer)) return true;
	if (isAnswer) connection.owes = connection.isAsked = false;
	if (isEmpty(update)) return accepted.push({ ...one, data: undefined, clients: [] }) > 0;
	const gained = check(room, one);
	if (!gained) return true;
	if (gained.length > 0 && room.size.isFull && isGrowth(update)) return refuseGrowth(connection);
	const data = apply(room, one);
	if (data === 'spoiled') return false;
	for (const client of gained) connection.clients.add(client);
	const clients = room.claims.claim(gained, connection.visitor.persoonId);
	accepted.push({ ...one, data, clients });
	return true;
}

/** The answer of a reader always lists what was taken away; only what is new was ever typed. */
function refuseReader({ connection, update, isAnswer }: Incoming): true {
	if (isAnswer && update[0] === 0) return true;
	connection.tell('alleen-lezen');
	if (++connection.overstepped > limit('oversteps')) connection.close(CLOSE.forbidden);
	return true;
}

/** What was typed and taken away again before it came here takes next to nothing. */
const isGrowth = (update: Uint8Array) =>
	Y.decodeUpdate(update).structs.some(
		(struct) => struct instanceof Y.Item && !(struct.content instanceof Y.ContentDeleted),
	);

function refuseGrowth(connection: Connection): true {
	connection.owes = true;
	connection.tell('vol');
	return true;
}

/** An answer may bring what several earlier tabs of this person wrote without a line. */
function mayWriteAs(
	{ claims, awareness }: Room,
	{ clients, visitor: { persoonId } }: Connection,
	{ client, isAnswer, taken }: { client: number; isAnswer: boolean; taken: number },
): boolean {
	const hasRoom = isAnswer || clients.size + taken < limit('clientsPerConnection');
	if (!hasRoom || awareness.isOfOther(client, persoonId)) return false;
	return claims.allows(client, persoonId, taken);
}

/** The clients that gain something, or undefined when the guard refused it. */
function check(room: Room, { connection, update, isAnswer }: Incoming) {
	// ids that this very update takes: without them one update could bring any number
	let taken = 0;
	const owns = (client: number) => {
		if (connection.clients.has(client)) return true;
		return mayWriteAs(room, connection, { client, isAnswer, taken: taken++ });
	};
	try {
		return guard(room.content.doc, update, { owns, shape: room.kind.shape });
	} catch (error) {
		if (!(error instanceof Reject)) throw error;
		events().socketReject({ reason: error.reason });
		// after a hiccup, or after something was refused, an honest client can speak of what is not
		// here: it is asked for all of it, once
		const isHiccup = error.reason === 'gap' || (error.reason === 'deletes' && connection.owes);
		if (isHiccup && !isAnswer) room.askAgain(connection);
		else {
			const { accountId } = connection.visitor;
			log.warn({
				event: 'sync.refused',
				actor: accountId,
				object: room.name,
				result: error.reason,
			});
			connection.close(CLOSE.protocol);
		}
		return undefined;
	}
}

/** What was new in it; undefined when that is nothing. */
function apply(room: Room, { connection, update, isAnswer }: Incoming) {
	const { doc } = room.content;
	const persoonId = connection.visitor.persoonId;
	const base =
		connection.right === 'voorstellen' && room.kind.withoutProposals
			? room.kind.withoutProposals(doc, persoonId)
			: undefined;
	let fresh: Uint8Array | undefined;
	const keep = (bytes: Uint8Array) => (fresh = bytes);
	// an answer repeats everything that was ever taken away; only what of it is new is stored
	if (isAnswer) doc.on('update', keep);
	const isSound = applyGuarded(doc, update);
	if (isAnswer) doc.off('update', keep);
	if (!isSound) return 'spoiled';
	if (base !== undefined && room.kind.withoutProposals?.(doc, persoonId) !== base) {
		connection.tell('alleen-voorstellen');
		return 'spoiled';
	}
	return isAnswer ? fresh : update;
}
