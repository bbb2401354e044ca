import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { config } from '#server/config.ts';
import { limit } from '#server/limits.ts';
import { events } from '#server/metrics/events.ts';
import type { SyncRight } from '../kind.ts';
import { Bucket } from './bucket.ts';
import { CLOSE, RETRY, type CloseCode } from './codes.ts';
import { HEARTBEAT, limited, type LimitCode } from './frames.ts';
import type { Visitor } from './kind.ts';
import { Uptake } from './uptake.ts';

/** Milliseconds that a connection which sends too much is not read from. */
const PAUSE = 2000;
/** Who needs a second pause within so many milliseconds has to go. */
const PATIENCE = 60_000;
/** y-websocket gives up on a line that was silent for 30 s; we look every few seconds. */
const QUIET = 22_500;
/** Two pings without an answer. */
const GONE_AFTER = 60_000;
/** Somebody whose line broke is not shown as present for longer than this. */
const ABSENT_AFTER = 40_000;
/** The same refusal is said once in so many milliseconds. */
const SAY_AGAIN = 10_000;

export interface Admission {
	visitor: Visitor;
	right: SyncRight;
	/** To ask again who this is. */
	cookie: string;
	/** Which state of all rights that was taken from. */
	rightsAt: number;
}

/** One open socket, of one person, to one document: that never changes. */
export class Connection {
	readonly ws: WebSocket;
	readonly cookie: string;
	visitor: Visitor;
	right: SyncRight;
	/** Ids that Yjs may write under over this connection. */
	readonly clients = new Set<number>();
	/** Update frames that came in, and how many of the first of those are on disk. */
	received = 0;
	stored = 0;
	/** A frame was refused: what it held comes again in the answer to a new step 1. */
	owes = false;
	/** That step 1 went out, and until its answer is here all else may have a gap before it. */
	isAsked = false;
	/** It has the document, so from here on it gets what others write. */
	isSynced = false;
	/** We ended it: what it still sends is not for us. */
	isBarred = false;
	/** With which code we did. */
	code: CloseCode | undefined;
	/** How often it wrote without the right to. */
	overstepped = 0;
	/** Which state of all rights its own was taken from. */
	rightsAt: number;
	/** Wrote since it was last asked who this is: that counts as being there. */
	isActive = false;
	/** State vector of what was sent before updates were held back. */
	behind: Uint8Array | undefined;
	/** Of awareness, and of who is here. */
	readonly looks = new Bucket(limit('awareness'), 2 * limit('awareness'));
	readonly questions = new Bucket(limit('syncQuestions') / 60, limit('syncQuestions'));
	/** Of updates for which the whole document has to be looked at. */
	readonly doubts = new Bucket(limit('syncQuestions') / 60, limit('syncQuestions'));
	readonly #socket: Duplex;
	/** At hand: they are asked for every frame that goes out. */
	readonly #limits = config().limits;
	readonly #messages = new Bucket(limit('syncMessages'), limit('syncMessagesAtOnce'));
	readonly #bytes = new Bucket(limit('syncBytes'), limit('syncBytesAtOnce'));
	readonly #told = new Map<LimitCode, number>();
	#pausedAt = -Infinity;
	#heardAt = performance.now();
	#saidAt = this.#heardAt;
	#pingedAt = this.#heardAt;
	readonly #uptake = new Uptake();

	constructor(ws: WebSocket, socket: Duplex, { visitor, right, cookie, rightsAt }: Admission) {
		this.ws = ws;
		this.#socket = socket;
		this.visitor = visitor;
		this.right = right;
		this.cookie = cookie;
		this.rightsAt = rightsAt;
		ws.on('pong', (answer) => {
			this.#heardAt = performance.now();
			this.#uptake.hear(answer);
		});
	}

	get isOpen(): boolean {
		return this.ws.readyState === this.ws.OPEN;
	}

	/** Counts a message that came in; false when it is one too many and the connection ends. */
	heard(bytes: number, counted = bytes): boolean {
		this.#heardAt = performance.now();
		const isCalm = this.#messages.take() && this.#bytes.take(counted);
		// what was read before the pause is still worth having
		if (isCalm || this.ws.isPaused) return true;
		events().limitHit({ limit: 'syncMessages' });
		if (this.#heardAt - this.#pausedAt < PATIENCE) {
			this.close(CLOSE.tooFast, RETRY);
			return false;
		}
		this.#pausedAt = this.#heardAt;
		this.ws.pause();
		setTimeout(() => this.ws.resume(), PAUSE).unref();
		return true;
	}

	/** A whole frame of the websocket, as `frames.ts` makes them. */
	send(frame: Buffer) {
		if (!this.isOpen) return;
		this.#socket.write(frame);
		this.#saidAt = performance.now();
		if (this.#uptake.send(frame.length)) this.ws.ping(this.#uptake.ask());
		if (this.#socket.writableLength > this.#limits.backlogMost) this.terminate();
	}

	/** Who comes to one table without account is told of nobody by name who else is there. */
	get isGast(): boolean {
		return this.visitor.actor.soort === 'gast';
	}

	/** Where others are: the next will say it again, so who cannot keep up goes without. */
	sendAwareness(frame: Buffer) {
		if (this.isGast && frame !== HEARTBEAT) return;
		if (this.#socket.writableLength <= this.#limits.backlogAwareness) this.send(frame);
	}

	/**
	 * What others wrote. Who cannot keep up gets no more of it, and all of it in one go once there is
	 * room again: `has` gives the state vector up to and with this frame.
	 */
	sendUpdate(frame: Buffer, room: { vector(): Uint8Array; catchUp(late: Connection): void }) {
		if (this.behind || !this.isOpen) return;
		this.send(frame);
		if (this.#socket.writableLength <= this.#limits.backlogUpdates) return;
		this.behind = room.vector();
		events().limitHit({ limit: 'backlogUpdates' });
		this.#uptake.fallBehind();
		this.#socket.once('drain', () => room.catchUp(this));
	}

	/** Says what was refused, once in a while: not to every key that is pressed. */
	tell(code: LimitCode) {
		const at = performance.now();
		events().limitHit({ limit: code });
		if (at - (this.#told.get(code) ?? -Infinity) < SAY_AGAIN) return;
		this.#told.set(code, at);
		this.send(limited(code));
	}

	close(code: CloseCode, reason = '') {
		if (!this.isBarred) this.code = code;
		this.isBarred = true;
		if (!this.isOpen) return;
		this.ws.close(code, reason);
		// a close that has to wait behind what nobody reads would wait for ever
		if (this.#socket.writableLength > limit('backlogAwareness')) this.ws.terminate();
	}

	terminate() {
		this.close(CLOSE.busy, RETRY);
		this.ws.terminate();
	}

	/** Called every few seconds: keeps the line alive, and lets go of one that is dead. */
	keepAlive(): 'here' | 'absent' {
		const at = performance.now();
		const silence = at - this.#heardAt;
		if (silence > GONE_AFTER) this.ws.terminate();
		else if (this.#uptake.isStuck(this.behind !== undefined)) this.terminate();
		else if (at - Math.min(this.#saidAt, Math.max(this.#heardAt, this.#pingedAt)) >= QUIET)
			this.#breakSilence(at);
		return silence > ABSENT_AFTER ? 'absent' : 'here';
	}

	/** A word for the other side and a question to it, in one packet: most lines only lie open. */
	#breakSilence(at: number) {
		if (!this.isOpen) return;
		// also when there is no room for the word: then it is the line that is slow, and not silent
		this.#saidAt = this.#pingedAt = at;
		this.#socket.cork();
		this.sendAwareness(HEARTBEAT);
		this.ws.ping(this.#uptake.ask());
		this.#socket.uncork();
	}
}
