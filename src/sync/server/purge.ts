import { eq, min } from 'drizzle-orm';
import * as Y from 'yjs';
import { db } from '#server/db/db.ts';
import type { RootType } from '../kind.ts';
import { CLOSE } from './codes.ts';
import { closeDocument } from './cut.ts';
import { settle } from './edit.ts';
import { build, load } from './load.ts';
import { findKind, sync } from './rooms.ts';
import { rows } from './rows.ts';
import { commit, raiseEpoch } from './store.ts';
import { documentClient, documentSnapshot, documentUpdate } from './tables.server.ts';

/** Of every type of root: puts a copy of what it holds, without how it came about, in another. */
const COPY: Record<RootType, (from: Y.Doc, to: Y.Doc, root: string) => void> = {
	xml: (from, to, root) =>
		to.getXmlFragment(root).insert(
			0,
			from
				.getXmlFragment(root)
				.toArray()
				.map((one) => one.clone() as Y.XmlElement | Y.XmlText),
		),
	array: (from, to, root) => to.getArray(root).insert(0, from.getArray(root).clone().toArray()),
	map: (from, to, root) => {
		for (const [key, value] of from.getMap(root).entries())
			to.getMap(root).set(key, value instanceof Y.AbstractType ? value.clone() : value);
	},
	text: (from, to, root) => to.getText(root).applyDelta(from.getText(root).toDelta()),
};

/** The same content in a document of its own, with nothing of what was ever taken away. */
function rebuilt(doc: Y.Doc, roots: Readonly<Record<string, RootType>>): Y.Doc {
	const fresh = new Y.Doc();
	fresh.transact(() => {
		for (const [root, type] of Object.entries(roots)) COPY[type](doc, fresh, root);
	});
	return fresh;
}

/**
 * Builds a document anew without its history: deleting in Yjs hides what was there, and keeps it in
 * the log. Every copy elsewhere becomes void, for one stale tab would put it all back. What is left
 * on the disk goes with `forgetPages`, after the transaction.
 */
export function purgeHistory(name: string): void {
	const found = findKind(name);
	if (!found) throw new Error(`no kind of document: ${name}`);
	settle();
	sync().rooms.get(name)?.projection.run();
	db().transaction(() => {
		const doc = build(load(name));
		const fresh = rebuilt(doc, found.kind.shape.roots);
		const data = Y.encodeStateAsUpdate(fresh);
		purgeDocument(name);
		commit([{ name, data, persoonId: null, clients: [fresh.clientID] }]);
		doc.destroy();
		fresh.destroy();
	});
}

/** Takes away everything of a document but that it was there: its epoch goes on counting. */
export function purgeDocument(name: string): void {
	db().transaction(() => {
		raiseEpoch(name);
		for (const table of [documentUpdate, documentSnapshot, documentClient])
			db().delete(table).where(eq(table.name, name)).run();
	});
	closeDocument(name);
}

/**
 * For a document that cannot be read any more, within a transaction that writes in it after this:
 * nothing of it is gone on from, also not what is still in memory. Who has it open comes back, and
 * hears then that their copy is void.
 */
export function beginAnew(name: string): void {
	purgeDocument(name);
	rows().undamage.run(name);
	const room = sync().rooms.get(name);
	for (const connection of room?.connections ?? []) connection.close(CLOSE.restart);
	room?.forget();
}

/** From when on a document knows how it came about; undefined of one that is not there. */
export function remembersSince(name: string): Date | undefined {
	const begins = [documentUpdate, documentSnapshot].flatMap((table) => {
		const one = db()
			.select({ op: min(table.createdAt) })
			.from(table);
		return one.where(eq(table.name, name)).get()?.op ?? [];
	});
	return begins.toSorted((a, b) => a.getTime() - b.getTime())[0];
}

/** Writes over what is left of it in the write-ahead log. Not within a transaction. */
export const forgetPages = () => void db().$client.pragma('wal_checkpoint(TRUNCATE)');
