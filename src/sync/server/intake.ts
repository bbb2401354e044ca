import * as Y from 'yjs';
import { log } from '#server/log.ts';
import { limit } from '#server/limits.ts';
import { events } from '#server/metrics/events.ts';
import { CLOSE, RETRY, type CloseCode } from './codes.ts';
import { mergeUpdates } from './content.ts';
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
	/** It is not quite what was sent: the sender has to get it too. */
	isMended?: boolean;
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
		let code: CloseCode | undefined;
		const spoiler = todo.find((one) => (code = accept(room, one, accepted)));
		if (!spoiler) return accepted;
		room.forget();
		spoiler.connection.close(code!);
		todo = todo.filter(({ connection }) => connection !== spoiler.connection);
	}
}

/** How to end the connection, when the document in memory is spoiled. */
function accept(room: Room, one: Incoming, accepted: Accepted[]): CloseCode | undefined {
	const { connection, update, isAnswer } = one;
	if (!mayStillWrite(room, connection)) return refuseReader(one);
	if (connection.isBarred || (connection.isAsked && !isAnswer)) return undefined;
	if (isAnswer) connection.owes = connection.isAsked = false;
	if (isEmpty(update)) {
		accepted.push({ ...one, data: undefined, clients: [] });
		return undefined;
	}
	const checked = check(room, one);
	if (!checked) return undefined;
	const { gained, isOdd } = checked;
	if (gained.length > 0 && room.size.isFull && isGrowth(update)) return refuseGrowth(connection);
	const done = apply(room, one, isOdd);
	if (typeof done === 'number') return done;
	for (const client of gained) connection.clients.add(client);
	const writing = done.isMended ? [...gained, room.content.doc.clientID] : gained;
	const clients = room.claims.claim(writing, connection.visitor.persoonId);
	accepted.push({ ...one, ...done, clients });
	return undefined;
}

/**
 * The answer of a reader always lists what was taken away, and Yjs takes formatting away by itself
 * that others made superfluous: only what is new was ever typed.
 */
function refuseReader({ connection, update }: Incoming): undefined {
	if (update[0] === 0) return;
	connection.tell('alleen-lezen');
	if (++connection.overstepped > limit('oversteps')) connection.close(CLOSE.forbidden);
}

/** What was typed and taken away again before it came here takes next to nothing. */
const isGrowth = (update: Uint8Array) =>
	Y.decodeUpdate(update).structs.some(
		(struct) => struct instanceof Y.Item && !(struct.content instanceof Y.ContentDeleted),
	);

function refuseGrowth(connection: Connection): undefined {
	connection.owes = true;
	connection.tell('vol');
}

/** `taken` are the ids that this very update takes: without them one could bring any number. */
function mayWriteAs(
	{ claims, awareness }: Room,
	{ visitor: { persoonId } }: Connection,
	{ client, taken }: { client: number; taken: number },
): boolean {
	return !awareness.isOfOther(client, persoonId) && claims.allows(client, persoonId, taken);
}

/** The clients that gain something, and whether it has to be looked at; undefined when it was refused. */
function check(room: Room, { connection, update, isAnswer }: Incoming) {
	let taken = 0;
	let isMany = false;
	const owns = (client: number) => {
		if (connection.clients.has(client)) return true;
		isMany = connection.clients.size + taken >= limit('clientsPerConnection');
		// in an answer they may be of several earlier tabs of this person, written without a line
		if (isMany && !isAnswer) return false;
		return mayWriteAs(room, connection, { client, taken: taken++ });
	};
	let isOdd = false;
	const mayBeOdd = () => {
		if (room.size.isLarge) return false;
		isOdd = connection.doubts.take();
		// it comes again with all else that was typed since, and that is looked at once
		if (!isOdd) connection.close(CLOSE.tooFast, RETRY);
		return isOdd;
	};
	try {
		const gained = guard(room.content.doc, update, { owns, shape: room.kind.shape, mayBeOdd });
		return { gained, isOdd };
	} catch (error) {
		if (!(error instanceof Reject)) throw error;
		events().socketReject({ reason: error.reason });
		// after a hiccup, or after something was refused, an honest client can speak of what is not
		// here, and another tab can hand it what many earlier ones wrote: it is asked for all of it, once
		const { reason } = error;
		const isHiccup = reason === 'gap' || (reason === 'deletes' && connection.owes) || isMany;
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
function apply(
	room: Room,
	one: Incoming,
	isOdd: boolean,
): Pick<Accepted, 'data' | 'isMended'> | CloseCode {
	const { update, isAnswer, connection } = one;
	const { doc } = room.content;
	const { persoonId } = connection.visitor;
	const base =
		connection.right === 'voorstellen' ? room.kind.withoutProposals?.(doc, persoonId) : undefined;
	const news: Uint8Array[] = [];
	const keep = (bytes: Uint8Array) => news.push(bytes);
	// an answer repeats everything that was ever taken away; only what of it is new is stored
	const isWatched = isAnswer || base !== undefined;
	if (isWatched) doc.on('update', keep);
	try {
		if (!applyGuarded(doc, update, isOdd)) return CLOSE.protocol;
		const own = news.length;
		if (base !== undefined && !isProposal(room, one, base)) return CLOSE.overtaken;
		const isMended = news.length > own;
		return { data: isAnswer || isMended ? joined(news) : update, isMended };
	} finally {
		doc.off('update', keep);
	}
}

const joined = (news: readonly Uint8Array[]) => (news.length > 0 ? mergeUpdates(news) : undefined);

/** It left as it was what may only be proposed; what can still become a proposal becomes one. */
function isProposal({ kind, content }: Room, one: Incoming, base: string): boolean {
	const { connection, update } = one;
	const { persoonId } = connection.visitor;
	const isSame = () => kind.withoutProposals?.(content.doc, persoonId) === base;
	if (isSame()) return true;
	kind.asProposals?.(content.doc, update, persoonId);
	if (isSame()) return true;
	connection.tell('alleen-voorstellen');
	return false;
}
