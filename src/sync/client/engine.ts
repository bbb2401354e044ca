import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { SyncRight } from '../kind.ts';
import { documentName, SYNC_PATH } from '../name.ts';
import { Connection } from './connection.ts';
import type { Message } from './messages.ts';
import { isRefusal } from './notices.ts';
import type { OfflineCopy } from './offline.ts';
import type { OpenOptions } from './options.ts';
import { OwnPresence } from './presence.ts';
import { Reconnect } from './reconnect.ts';
import * as saving from './saved.ts';
import type { Surroundings } from './surroundings.ts';

const REFUSED_AGAIN_MS = 10_000;
/** Not mine to keep any more, or refused: it would be refused at every visit. */
const DROPS_COPY: readonly number[] = [1009, 4400, 4403, 4404, 4409, 4410];

/** Keeps one document the same here, on the server and on this device, and knows what is where. */
export class Engine {
	readonly doc = new Y.Doc();
	readonly awareness = new Awareness(this.doc);
	readonly own = new OwnPresence(this.awareness);
	readonly unsaved = new saving.Unsaved();
	readonly line: Reconnect;
	online = false;
	loaded = false;
	right: SyncRight;
	/** It could be written in here before. */
	couldWrite: boolean;
	/** The close code with which it ended for good. */
	ended: number | undefined;
	limit: { code: string; zin: string } | undefined;
	hasNewBuild = false;
	copy: OfflineCopy | undefined;
	downSince = Date.now();
	/** Has been without a line for long enough that other tabs may have come and gone. */
	wasAway = false;
	/** What has to be there before words that only this device has meet what others did meanwhile. */
	ready: () => Promise<void> = async () => {};

	readonly #o: OpenOptions;
	readonly #place: Surroundings;
	readonly #name: string;
	readonly #changed: () => void;
	readonly #connection: Connection;
	readonly #listeners = new Map<string, Set<() => void>>();
	readonly #leave: (() => void)[];
	#epoch: number | undefined;
	#build: string | undefined;
	#isDestroyed = false;

	/** `changed` is called after anything here is different. */
	constructor(options: OpenOptions, place: Surroundings, changed: () => void) {
		this.#o = options;
		this.#place = place;
		this.#name = documentName(options);
		this.#changed = changed;
		this.right = options.right;
		this.couldWrite = saving.mayWrite(options.right);
		this.line = new Reconnect(() => void this.#open());
		this.#connection = this.#connect();
		this.doc.on('update', this.#onUpdate);
		const refused = setInterval(() => this.#refusedAgain(), REFUSED_AGAIN_MS);
		this.#leave = [
			() => clearInterval(refused),
			place.guardLeaving(() => saving.isLostOnLeaving(this.whereabouts())),
			place.watchLine({
				wake: (slept) => this.#wake(slept),
				lost: () => this.#connection.close(),
				look: () => this.#look(),
			}),
		];
		// not before whoever opens it has it
		queueMicrotask(() => void this.#start());
	}

	/** Runs when the server has news about this. */
	on(topic: string, fn: () => void): () => void {
		const listeners = this.#listeners.get(topic) ?? new Set();
		this.#listeners.set(topic, listeners.add(fn));
		return () => listeners.delete(fn);
	}

	retry() {
		if (this.limit) this.#connection.outbox.again();
		if (this.#connection.isClosed) this.line.now();
		this.ended = this.line.ended;
		this.#changed();
	}

	destroy() {
		this.#isDestroyed = true;
		for (const leave of this.#leave) leave();
		this.own.stop();
		this.line.stop();
		this.#connection.destroy();
		this.copy?.close();
		this.doc.destroy();
	}

	#connect(): Connection {
		return new Connection({
			doc: this.doc,
			awareness: this.awareness,
			address: () => this.#address(),
			place: this.#place,
			events: {
				opened: () => this.unsaved.connected(),
				asked: (has) => (this.unsaved.has = has),
				sent: (isAll) => this.unsaved.sent(isAll),
				synced: () => this.#synced(),
				message: (message) => this.#message(message),
				closed: (code, reason) => this.#closed(code, reason),
			},
		});
	}

	#address(): string {
		const query = this.#epoch === undefined ? '' : `?epoch=${this.#epoch}`;
		return `${this.#place.origin}${SYNC_PATH}${this.#name}${query}`;
	}

	async #start() {
		const { keepsOffline, persoonId } = this.#o;
		if (keepsOffline) {
			this.copy = await this.#place.openCopy({
				name: this.#name,
				persoonId,
				doc: this.doc,
				isOnline: () => this.online,
				tellCaret: this.#place.tellCaret,
				changed: () => this.#changed(),
			});
			this.#epoch = this.copy.epoch;
			this.loaded = this.#epoch !== undefined;
		}
		this.line.now();
		this.#changed();
	}

	async #open() {
		// what another tab kept while there was no line goes along
		if (this.wasAway) await this.copy?.reread();
		this.#takeLeft();
		if (this.unsaved.any) await this.ready();
		if (!this.#isDestroyed) this.#connection.open();
	}

	/** What earlier visits, or other tabs that are gone, could not save. */
	#takeLeft() {
		const left = this.copy?.left ?? new Map<number, number>();
		if (left.size === 0) return;
		this.unsaved.has = new Map([...left, ...this.unsaved.has]);
		for (const client of left.keys())
			this.unsaved.changed(client, Y.getState(this.doc.store, client));
	}

	#onUpdate = (update: Uint8Array, origin: unknown, _: Y.Doc, transaction: Y.Transaction) => {
		// what was kept on this device comes in before there is a name for that copy here
		if (transaction.local) {
			const { clientID } = this.doc;
			this.unsaved.changed(clientID, Y.getState(this.doc.store, clientID));
			this.copy?.add(update, [clientID, transaction.beforeState.get(clientID) ?? 0]);
			this.own.type();
		} else if (origin === this.#connection) this.copy?.add(update);
		if (origin !== this.#connection) this.#connection.outbox.add(update);
		this.#changed();
	};

	#message(message: Message) {
		if (message.is === 'welkom') this.#welcome(message);
		else if (message.is === 'limit') this.limit = message;
		else if (message.is === 'saved') this.#saved(message.frames, message.has);
		else for (const listener of this.#listeners.get(message.topic) ?? []) listener();
		this.#changed();
	}

	#welcome({ right, epoch, build }: Extract<Message, { is: 'welkom' }>) {
		this.right = right;
		this.#epoch = epoch;
		this.hasNewBuild = build !== (this.#build ??= build);
		this.couldWrite ||= saving.mayWrite(right);
		this.copy?.setEpoch(epoch);
		this.online = true;
		this.#connection.outbox.setRight(right);
	}

	#saved(frames: number, has: saving.Clocks) {
		const before = this.unsaved.any;
		this.unsaved.saved(frames, has);
		if (!saving.mayWrite(this.right)) this.unsaved.settle();
		if (this.unsaved.any) return;
		if (isRefusal(this.limit)) this.limit = undefined;
		if (before) void this.copy?.saved(this.doc.clientID);
	}

	#synced() {
		this.loaded = true;
		this.line.worked();
		this.#changed();
	}

	#closed(code: number, reason: string) {
		if (this.online) this.downSince = Date.now();
		this.online = false;
		this.limit = undefined;
		this.line.closed(code, reason);
		this.ended = this.line.ended;
		if (this.ended !== undefined) void this.#end(this.ended);
		this.#changed();
	}

	/** A copy that may not be kept goes; what was in it and nowhere else is in the notice. */
	async #end(code: number) {
		if (!DROPS_COPY.includes(code)) return;
		// a copy that stays would be refused again after loading anew, and again
		const isGone = !this.copy || (await this.copy.clear());
		if (code === 4409 && isGone && !this.unsaved.any) this.#place.reload();
	}

	#wake(slept: boolean) {
		if (this.#connection.isOpen && !slept) return this.#connection.probe();
		if (slept) this.#connection.close();
		this.line.wake();
		this.ended = this.line.ended;
		this.#changed();
	}

	#look() {
		this.#connection.closeWhenSilent();
		if (this.hasNewBuild && !this.unsaved.any && this.#place.isIdle()) this.#place.reload();
	}

	/** The server asks for what it refused when there is room again; this is for when it forgot. */
	#refusedAgain() {
		if (isRefusal(this.limit) && this.unsaved.any) this.#connection.outbox.again();
	}

	whereabouts(): saving.Whereabouts {
		const stopped = this.ended !== undefined && this.ended !== 4401;
		return {
			unsaved: this.unsaved.any,
			online: this.online,
			refused: stopped || isRefusal(this.limit) || !saving.mayWrite(this.right),
			onDevice: this.copy?.isWritten ?? false,
			keeps: this.copy !== undefined && !this.copy.failed,
		};
	}
}
