import * as decoding from 'lib0/decoding';
import { errorFields, log } from '#server/log.ts';
import { events } from '#server/metrics/events.ts';
import { Awareness } from './awareness.ts';
import { commitSoon } from './batch.ts';
import { Claims } from './claims.ts';
import { CLOSE, RETRY } from './codes.ts';
import { isDue } from './compact.ts';
import { compactor } from './compactor.ts';
import { Confirmation } from './confirmation.ts';
import type { Connection } from './connection.ts';
import { Content, mergeUpdates } from './content.ts';
import { DocumentDamaged, markDamaged } from './load.ts';
import * as frames from './frames.ts';
import type { Incoming } from './intake.ts';
import type { ServerKind } from './kind.ts';
import { Projection } from './projection.ts';
import { syncOptions } from './rooms.ts';
import { Size } from './size.ts';

const { MESSAGE, SYNC } = frames;
/** A state vector of nobody. */
const NOTHING = new Uint8Array([0]);

/** One live document, and everybody who has it open. */
export class Room {
	readonly name: string;
	readonly id: string;
	readonly kind: ServerKind;
	readonly connections = new Set<Connection>();
	readonly content: Content;
	readonly size: Size;
	readonly projection: Projection;
	readonly awareness: Awareness;
	readonly confirmation: Confirmation;
	/** When somebody last came, went or wrote. */
	usedAt = performance.now();
	#claims: Claims | undefined;
	/** What came in and was not guarded yet. */
	#queue: Incoming[] = [];

	constructor(name: string, { kind, id }: { kind: ServerKind; id: string }) {
		this.name = name;
		this.id = id;
		this.kind = kind;
		this.content = new Content(name, kind.shape);
		this.size = new Size(this.content);
		this.confirmation = new Confirmation(this);
		this.projection = new Projection(this);
		this.awareness = new Awareness({
			mayBe: ({ visitor }, client) => this.claims.allows(client, visitor.persoonId),
			send: (frame) => {
				for (const connection of this.connections) connection.sendAwareness(frame);
			},
		});
	}

	/** Throws `DocumentDamaged` when there is nothing to give. */
	join(connection: Connection) {
		this.#welcome(connection);
		this.connections.add(connection);
		this.usedAt = performance.now();
		if (this.size.isLarge) this.#tellSize(connection);
		connection.sendAwareness(this.awareness.all());
	}

	/** Who may only read has nothing for us, and hears what we have: the rest is nowhere else. */
	#welcome(connection: Connection) {
		const { right } = connection;
		const { epoch } = this.content.stored;
		connection.send(frames.welkom({ right, epoch, buildId: syncOptions().buildId }));
		if (right === 'lezen') this.confirmation.give(connection, true);
		else this.askAgain(connection);
	}

	leave(connection: Connection) {
		if (!this.connections.delete(connection)) return;
		this.usedAt = performance.now();
		this.awareness.leave(connection);
	}

	/** Tells what this connection may from now on. */
	changeRight(connection: Connection, right: Connection['right']) {
		if (connection.right === right) return;
		connection.right = right;
		this.#welcome(connection);
	}

	/** Asks for everything we do not have; until the answer is here the rest has to wait. */
	askAgain(connection: Connection) {
		connection.owes = connection.isAsked = true;
		connection.send(frames.step1(this.vector()));
	}

	receive(connection: Connection, data: Uint8Array) {
		if (connection.isBarred) return;
		const isLook = data[0] === MESSAGE.awareness;
		// y-websocket sends back all it hears of others: those bytes are not its own
		if (!connection.heard(data.length, isLook ? 0 : data.length)) return;
		try {
			this.#read(connection, decoding.createDecoder(data));
		} catch {
			events().socketReject({ reason: 'frame' });
			connection.close(CLOSE.protocol);
		}
	}

	#read(connection: Connection, decoder: decoding.Decoder) {
		const type = decoding.readVarUint(decoder);
		if (type === MESSAGE.sync) return this.#readSync(connection, decoder);
		const isLook = type === MESSAGE.awareness || type === MESSAGE.queryAwareness;
		if (!isLook) throw new Error('unknown message');
		if (type === MESSAGE.queryAwareness) {
			if (connection.looks.tryTake()) connection.sendAwareness(this.awareness.all());
			return;
		}
		this.awareness.receive(connection, decoding.readVarUint8Array(decoder));
	}

	#readSync(connection: Connection, decoder: decoding.Decoder) {
		const step = decoding.readVarUint(decoder);
		const bytes = decoding.readVarUint8Array(decoder);
		if (step === SYNC.step1) return this.#answer(connection, bytes);
		if (step !== SYNC.step2 && step !== SYNC.update) throw new Error('unknown step');
		const isAnswer = step === SYNC.step2;
		this.#queue.push({ connection, update: bytes, isAnswer, count: ++connection.received });
		commitSoon(this);
	}

	#answer(connection: Connection, vector: Uint8Array) {
		if (!connection.questions.take()) return connection.close(CLOSE.tooFast, RETRY);
		if (!this.#isReadable()) return;
		connection.behind = undefined;
		connection.isSynced = true;
		const { first, rest } = this.content.missing(vector);
		// the vector of who falls behind speaks of both, so that is looked at after both
		if (rest) connection.send(frames.step2(first));
		connection.sendUpdate(rest ? frames.update(rest) : frames.step2(first), this);
	}

	/** For who could not keep up and now has room again: all that was held back, in one go. */
	catchUp(connection: Connection) {
		const since = connection.behind;
		if (!since || !this.connections.has(connection) || !this.#isReadable()) return;
		connection.behind = undefined;
		const { first, rest } = this.content.missing(since);
		connection.sendUpdate(frames.update(rest ? mergeUpdates([first, rest]) : first), this);
	}

	vector(): Uint8Array {
		return this.#isReadable() ? this.content.vector() : NOTHING;
	}

	vectorOf(clients: Iterable<number>): Uint8Array {
		return this.#isReadable() ? this.content.vectorOf(clients) : NOTHING;
	}

	/** Reads it from the disk if it has to be; what goes wrong there is not the fault of who asks. */
	#isReadable(): boolean {
		try {
			return this.content.stored.seq >= 0;
		} catch (error) {
			this.fail(error);
			return false;
		}
	}

	takeQueue(): Incoming[] {
		return this.#queue.splice(0);
	}

	/** To everybody who has the document but this one. */
	show(update: Uint8Array, except?: Connection) {
		const frame = frames.update(update);
		for (const connection of this.connections)
			if (connection !== except && connection.isSynced && !connection.behind)
				connection.sendUpdate(this.confirmation.along(connection, frame), this);
	}

	tellAll(frame: Buffer) {
		for (const connection of this.connections) connection.send(frame);
	}

	/** Who may write as which Yjs client. */
	get claims(): Claims {
		return (this.#claims ??= new Claims(this.name));
	}

	/** What is in memory is not what is on disk: the next to ask reads it again. */
	forget() {
		this.#claims = undefined;
		this.content.forget();
	}

	/** After something of it was stored. */
	written() {
		this.usedAt = performance.now();
		this.projection.soon();
		if (isDue(this.content.stored.log)) void this.compact();
		if (!this.size.look()) return;
		for (const connection of this.connections) this.#tellSize(connection);
	}

	#tellSize(connection: Connection) {
		const { isLarge, isFull } = this.size;
		if (isLarge) connection.tell(isFull ? 'vol' : 'groot');
		// there is room again for what was refused
		if (!isFull && connection.owes && !connection.isAsked) this.askAgain(connection);
	}

	/** A snapshot, when it is its turn. */
	async compact() {
		if (this.#isReadable()) await compactor().add(this.content);
	}

	/** Nobody writes now: bytes will do. */
	rest() {
		if (!this.content.isLive) return;
		this.projection.run();
		try {
			this.content.rest();
		} catch (error) {
			this.fail(error);
		}
	}

	/** Only this document is broken: who has it open hears so, all others go on. */
	fail(error: unknown) {
		const isDamaged = error instanceof DocumentDamaged;
		if (isDamaged) markDamaged(this.name, error);
		else log.error({ event: 'sync.failed', object: this.name, ...errorFields(error) });
		const code = isDamaged ? CLOSE.damaged : CLOSE.error;
		this.forget();
		for (const connection of this.connections) connection.close(code);
	}

	get isIdle(): boolean {
		return this.connections.size === 0 && this.#queue.length === 0;
	}

	/** Nothing of it is in memory after this. */
	close() {
		this.projection.cancel();
		this.confirmation.cancel();
		this.awareness.close();
		this.forget();
	}
}
