import * as Y from 'yjs';
import {
	COPY,
	copyKey,
	dropParts,
	openDevice,
	PART,
	readCopy,
	readParts,
	written,
} from './device.ts';
import type { Copy } from './device.ts';

/** So many pieces are put together into one. */
const PARTS_AT_MOST = 300;

export interface OfflineOptions {
	name: string;
	/** Nobody gets the copy of somebody else who uses the same browser. */
	persoonId: string;
	doc: Y.Doc;
	/** With a line there is no hurry: what is not written yet, the server has soon. */
	isOnline(): boolean;
	/** Called before something of another tab comes in. */
	tellCaret(): void;
	/** After something was written, or turned out not to be. */
	changed(): void;
}

/** The copy of a document on this device: it outlives a closed tab without a line. */
export class OfflineCopy {
	/** Of what is kept; unknown as long as nothing is. */
	epoch: number | undefined;
	/** What other visits left that the server had not: per Yjs client from which clock. */
	left: ReadonlyMap<number, number> = new Map();
	failed = false;
	#db: IDBDatabase | undefined;
	#waiting: Uint8Array[] = [];
	#mark: [client: number, from: number] | undefined;
	#writing = false;
	#seen = 0;
	#parts = 0;
	readonly #key: string;
	readonly #o: OfflineOptions;

	private constructor(options: OfflineOptions) {
		this.#o = options;
		this.#key = copyKey(options.persoonId, options.name);
	}

	/** Puts what was kept into the document. Where a browser keeps nothing, it is a failed copy. */
	static async open(options: OfflineOptions): Promise<OfflineCopy> {
		const copy = new OfflineCopy(options);
		try {
			copy.#db = await openDevice();
			copy.#db.onclose = () => copy.#fail();
			await copy.#load();
		} catch {
			copy.#fail();
		}
		return copy;
	}

	/** Everything that was given is written. */
	get isWritten(): boolean {
		return !this.failed && !this.#writing && this.#waiting.length === 0;
	}

	/** `unsaved` says that it is of this client, and from which clock on the server has nothing. */
	add(update: Uint8Array, unsaved?: [client: number, from: number]) {
		if (this.failed) return;
		this.#waiting.push(update);
		this.#mark ??= unsaved;
		void this.#write();
	}

	/** From the server, before anything else of it. */
	setEpoch(epoch: number) {
		this.epoch = epoch;
		void this.#write();
	}

	/** The server has everything of this client, and what other visits left. */
	async saved(client: number) {
		const clients = [client, ...this.left.keys()];
		this.left = new Map();
		this.#mark = undefined;
		await this.#change(async (copy) => {
			for (const each of clients) delete copy.unsaved[each];
		});
	}

	/** What other tabs wrote meanwhile; those may be closed before there is a line again. */
	async reread() {
		if (!this.#db || this.failed) return;
		try {
			const transaction = this.#db.transaction([COPY, PART]);
			const copy = await readCopy(transaction, this.#key);
			if (copy && copy.epoch === this.epoch) await this.#take(transaction, copy);
		} catch {
			this.#fail();
		}
	}

	/** Takes the copy away from this device, also one that could not be read; false when that did not work. */
	async clear(): Promise<boolean> {
		this.failed = true;
		try {
			this.#db ??= await openDevice();
			const transaction = this.#db.transaction([COPY, PART], 'readwrite');
			const isWritten = written(transaction);
			isWritten.catch(() => {});
			const copy = await readCopy(transaction, this.#key);
			// a newer one is of a tab that has the document as it is now
			if (copy && copy.epoch <= (this.epoch ?? Infinity)) {
				transaction.objectStore(COPY).delete(this.#key);
				await dropParts(transaction, this.#key);
			}
			await isWritten;
			return true;
		} catch {
			return false;
		} finally {
			this.#fail();
		}
	}

	close() {
		this.#db?.close();
		this.#db = undefined;
	}

	async #load() {
		const transaction = this.#db!.transaction([COPY, PART], 'readwrite');
		const copy = await readCopy(transaction, this.#key);
		if (!copy) return dropParts(transaction, this.#key);
		this.epoch = copy.epoch;
		await this.#take(transaction, copy);
		if (this.#parts > 1) await this.#compact(transaction);
		transaction.objectStore(COPY).put({ ...copy, opened: Date.now() });
	}

	async #take(transaction: IDBTransaction, copy: Copy) {
		const { doc } = this.#o;
		const { parts, keys } = await readParts(transaction, this.#key);
		const isNew = (_: unknown, index: number) => keys[index]! > this.#seen;
		this.#o.tellCaret();
		for (const { data } of parts.filter(isNew)) Y.applyUpdate(doc, data, this);
		this.#seen = Math.max(this.#seen, ...keys);
		this.#parts = parts.length;
		const left = Object.entries(copy.unsaved).map(([id, from]) => [Number(id), from] as const);
		this.left = new Map(left.filter(([id]) => id !== doc.clientID));
	}

	/** Everything kept is in the document by now, so that replaces the pieces. */
	async #compact(transaction: IDBTransaction) {
		await dropParts(transaction, this.#key);
		const data = Y.encodeStateAsUpdate(this.#o.doc);
		transaction.objectStore(PART).add({ key: this.#key, data });
		this.#parts = 1;
	}

	/** One transaction at a time; what comes in meanwhile goes along with the next. */
	async #write() {
		if (this.#writing || this.#waiting.length === 0 || this.epoch === undefined) return;
		this.#writing = true;
		while (!this.failed && this.#waiting.length > 0) {
			const data = Y.mergeUpdates(this.#waiting);
			const mark = this.#mark;
			this.#waiting = [];
			this.#mark = undefined;
			await this.#change(async (copy, transaction) => {
				transaction.objectStore(PART).add({ key: this.#key, data });
				if (mark) copy.unsaved[mark[0]] ??= mark[1];
				if (++this.#parts <= PARTS_AT_MOST) return;
				await this.#take(transaction, copy);
				await this.#compact(transaction);
			});
		}
		this.#writing = false;
		this.#o.changed();
	}

	async #change(change: (copy: Copy, transaction: IDBTransaction) => Promise<void>) {
		if (!this.#db || this.failed || this.epoch === undefined) return;
		try {
			// strict is on the disk and not in a buffer: that is what "on this device" promises
			const durability = this.#o.isOnline() ? 'relaxed' : 'strict';
			const transaction = this.#db.transaction([COPY, PART], 'readwrite', { durability });
			const isWritten = written(transaction);
			isWritten.catch(() => {});
			const copy = await this.#ensure(transaction);
			await change(copy, transaction);
			transaction.objectStore(COPY).put(copy);
			await isWritten;
		} catch {
			this.#fail();
		}
	}

	/** The row of this copy. Gone, or of another epoch, means that what we have may not be kept. */
	async #ensure(transaction: IDBTransaction): Promise<Copy> {
		const epoch = this.epoch!;
		const copy = await readCopy(transaction, this.#key);
		if (!copy && this.#parts === 0)
			return { key: this.#key, epoch, opened: Date.now(), unsaved: {} };
		if (copy?.epoch === epoch) return copy;
		transaction.abort();
		throw new Error('this copy was taken away');
	}

	#fail() {
		this.failed = true;
		this.#waiting = [];
		this.close();
		this.#o.changed();
	}
}
