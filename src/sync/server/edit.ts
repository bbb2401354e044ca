import { eq } from 'drizzle-orm';
import type * as Y from 'yjs';
import { doorWie, type Actor } from '#access/actor.ts';
import { must } from '#access/must.ts';
import { db } from '#server/db/db.ts';
import { singleton } from '#server/singleton.ts';
import { mergeUpdates } from './content.ts';
import { build, DocumentDamaged, load, markDamaged } from './load.ts';
import type { Room } from './room.ts';
import { openRoom, sync } from './rooms.ts';
import { commit } from './store.ts';
import { documentUpdate } from './tables.server.ts';

/** What was written within a transaction of which nobody knows yet how it ends. */
interface Unsettled {
	room: Room;
	update: Uint8Array;
	seq: number;
}

const unsettled = () => singleton('sync-edits', () => ({ edits: [] as Unsettled[] }));

/** Reads a document as it is now, with what this transaction wrote in it; empty when there is none. */
export function readDocument<T>(name: string, read: (doc: Y.Doc) => T): T {
	settle();
	const open = sync().rooms.get(name);
	if (open?.content.isLive) return read(open.content.doc);
	const doc = buildFromDisk(name);
	try {
		return read(doc);
	} finally {
		doc.destroy();
	}
}

/** What turns out to be damaged is known to the beheerder from then on. */
function buildFromDisk(name: string): Y.Doc {
	try {
		return build(load(name));
	} catch (error) {
		if (error instanceof DocumentDamaged) markDamaged(name, error);
		throw error;
	}
}

/**
 * Before the rows of these documents are read: with what was stored a moment ago, for who wrote that
 * looks for it there. Within a transaction the rows stay as they are, for they would go back with it.
 */
export function projectNow(names: readonly string[]): void {
	settle();
	if (db().$client.inTransaction) return;
	for (const name of names) {
		const projection = sync().rooms.get(name)?.projection;
		if (projection?.isDue) projection.run();
	}
}

/**
 * Changes a live document on behalf of a page. It is stored with the transaction it is called in,
 * and shown to everybody after that; when the transaction is rolled back it never happened.
 */
export function editDocument(actor: Actor, name: string, edit: (doc: Y.Doc) => void): void {
	settle();
	const room = openRoom(name);
	// the page asked its own rule; who may not write over the socket may not through a page either
	must(room.kind.rightOf(actor, room.id) === 'schrijven');
	const update = tryEdit(room, edit);
	if (!update) return;
	const { doc } = room.content;
	const persoonId = doorWie(actor);
	const clients = room.claims.claim([doc.clientID], persoonId ?? '');
	try {
		const [seq] = commit([{ name, data: update, persoonId, clients }]);
		unsettled().edits.push({ room, update, seq: seq! });
	} catch (error) {
		room.forget();
		throw error;
	}
	if (db().$client.inTransaction) queueMicrotask(settle);
	else settle();
}

/** The change as one update, or undefined when nothing changed. */
function tryEdit(room: Room, edit: (doc: Y.Doc) => void): Uint8Array | undefined {
	const { doc } = room.content;
	let update: Uint8Array | undefined;
	const keep = (bytes: Uint8Array) => (update = bytes);
	doc.on('update', keep);
	try {
		doc.transact(() => edit(doc));
	} catch (error) {
		// half of it may have been done
		room.forget();
		throw error;
	} finally {
		doc.off('update', keep);
	}
	return update;
}

/**
 * Looks how the transactions ended: what is in the log is shown, what is not was rolled back, and
 * then the document in memory is of no use any more. Within a transaction only the latter is sure.
 * They were written one after another, and this is asked before each: what is gone is the end. After
 * that its place in the log is given out again, so the bytes are compared too.
 */
export function settle(): void {
	const { edits } = unsettled();
	for (let last = edits.at(-1); last && !isStored(last); last = edits.at(-1)) {
		edits.pop();
		last.room.forget();
	}
	if (db().$client.inTransaction) return;
	for (const [room, all] of Map.groupBy(edits.splice(0), (one) => one.room)) show(room, all);
}

function isStored({ seq, update }: Unsettled): boolean {
	const one = { data: documentUpdate.data };
	const row = db().select(one).from(documentUpdate).where(eq(documentUpdate.seq, seq)).get();
	return row?.data.equals(update) ?? false;
}

/** In one go: the document has all of it, so who gets a part of it is thought to have the rest too. */
function show(room: Room, edits: readonly Unsettled[]) {
	for (const { update, seq } of edits) room.content.add(update, [seq]);
	room.show(mergeUpdates(edits.map(({ update }) => update)));
	room.written();
}
