import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { limit } from '#server/limits.ts';
import type { Connection } from './connection.ts';
import * as frames from './frames.ts';

/** Thirty times a second is smooth to the eye; more often is work for nobody. */
const EVERY = 33;
const COLOURS = 8;
/** As in y-protocols: every change of a state has a higher clock; a leap is not of an honest client. */
const MAX_LEAP = 1000;

interface Present {
	client: number;
	clock: number;
	/** As it is sent, with the true name in it; gone (`null`) while it only has to be told. */
	entry: Uint8Array;
	isHere: boolean;
}

/** What the room decides about awareness. */
interface Around {
	/** May this connection speak as this Yjs client? */
	mayBe(connection: Connection, client: number): boolean;
	send(frame: Buffer): void;
}

function encodeEntry(client: number, clock: number, state: string): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, client);
	encoding.writeVarUint(encoder, clock);
	encoding.writeVarString(encoder, state);
	return encoding.toUint8Array(encoder);
}

/** Who is here and where they are. It is never stored, and its names are the server's. */
export class Awareness {
	readonly #present = new Map<Connection, Present>();
	readonly #colours = new Map<Connection, number>();
	readonly #changed = new Map<number, Uint8Array>();
	/** Whose an id is that others were shown: who knows it could write under it before they do. */
	readonly #seen = new Map<number, string>();
	readonly #around: Around;
	#timer: NodeJS.Timeout | undefined;
	#sentAt = -Infinity;

	constructor(around: Around) {
		this.#around = around;
	}

	/** Everybody as they are now; a frame also when there is nobody. */
	all(): Buffer {
		const here = [...this.#present.values()].filter(({ isHere }) => isHere);
		return frames.awareness(here.map(({ entry }) => entry));
	}

	/**
	 * Takes from a message what is of the sender: y-websocket also repeats what others said, and that
	 * is never about more than who is here and who just left.
	 */
	receive(connection: Connection, message: Uint8Array) {
		if (connection.isGast) return;
		const decoder = decoding.createDecoder(message);
		const count = Math.min(decoding.readVarUint(decoder), 2 * limit('syncConnectionsPerDocument'));
		for (let left = count; left > 0; left--) {
			const client = decoding.readVarUint(decoder);
			const clock = decoding.readVarUint(decoder);
			const state = decoding.readVarUint8Array(decoder);
			if (this.#isOf(connection, client)) this.#update(connection, { client, clock, state });
		}
	}

	#isOf(connection: Connection, client: number): boolean {
		const own = this.#present.get(connection);
		if (own) return own.client === client;
		const { persoonId } = connection.visitor;
		if (this.isOfOther(client, persoonId) || !this.#around.mayBe(connection, client)) return false;
		for (const [other, { client: taken }] of this.#present) {
			if (taken !== client) continue;
			// a line that broke without saying so, and the same person over a new one
			if (other.visitor.persoonId !== persoonId) return false;
			this.#present.delete(other);
		}
		return true;
	}

	/** Was somebody else here under this id? It stays theirs, also while their line is gone. */
	isOfOther(client: number, persoonId: string): boolean {
		return (this.#seen.get(client) ?? persoonId) !== persoonId;
	}

	#see(client: number, persoonId: string) {
		if (this.#seen.size < limit('clientsPerDocument')) this.#seen.set(client, persoonId);
	}

	#update(
		connection: Connection,
		{ client, clock, state }: { client: number; clock: number; state: Uint8Array },
	) {
		const before = this.#present.get(connection);
		if (before && (clock <= before.clock || clock > before.clock + MAX_LEAP)) return;
		// the next one says it again
		if (!connection.looks.tryTake()) return;
		const text = this.#sign(connection, state);
		if (text === undefined) return;
		const entry = encodeEntry(client, clock, text);
		if (!before) this.#see(client, connection.visitor.persoonId);
		this.#present.set(connection, { client, clock, entry, isHere: text !== 'null' });
		this.#tell(client, entry);
	}

	/** The state with the name of who is logged in; undefined for what is no state. */
	#sign(connection: Connection, bytes: Uint8Array): string | undefined {
		if (bytes.length > limit('awarenessBytes')) return undefined;
		const state: unknown = JSON.parse(Buffer.from(bytes).toString());
		if (state === null) return 'null';
		if (typeof state !== 'object' || Array.isArray(state)) return undefined;
		const { persoonId, voornaam, naam } = connection.visitor;
		const kleur = this.#colourOf(connection);
		const user = { persoonId, name: naam, naam, voornaam, kleur, right: connection.right };
		return JSON.stringify({ ...state, user });
	}

	/** The one that the fewest have; it stays theirs as long as the connection lasts. */
	#colourOf(connection: Connection): number {
		const known = this.#colours.get(connection);
		if (known) return known;
		const used = Array<number>(COLOURS).fill(0);
		for (const colour of this.#colours.values()) used[colour - 1]!++;
		const colour = used.indexOf(Math.min(...used)) + 1;
		this.#colours.set(connection, colour);
		return colour;
	}

	leave(connection: Connection) {
		this.#colours.delete(connection);
		this.hide(connection);
		this.#present.delete(connection);
	}

	/** Not heard of for a while: gone from sight until it says something again. */
	hide(connection: Connection) {
		const present = this.#present.get(connection);
		if (!present?.isHere) return;
		present.isHere = false;
		this.#tell(present.client, encodeEntry(present.client, present.clock, 'null'));
	}

	#tell(client: number, entry: Uint8Array) {
		this.#changed.set(client, entry);
		if (this.#timer) return;
		const wait = Math.max(0, this.#sentAt + EVERY - performance.now());
		this.#timer = setTimeout(() => this.#flush(), wait);
	}

	/** One frame for everybody, with the newest of each that changed. */
	#flush() {
		this.#timer = undefined;
		this.#sentAt = performance.now();
		const entries = [...this.#changed.values()];
		this.#changed.clear();
		this.#around.send(frames.awareness(entries));
	}

	close() {
		clearTimeout(this.#timer);
	}
}
