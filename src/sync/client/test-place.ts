import { createServer, type Server } from 'node:http';
import {
	connect,
	createServer as createTcpServer,
	type AddressInfo,
	type Server as TcpServer,
	type Socket,
} from 'node:net';
import type { Duplex } from 'node:stream';
import { expect, vi } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import * as Y from 'yjs';
import type { Actor } from '#access/actor.ts';
import { persoonActor } from '#access/test-actors.ts';
import type { ServerKind, Visitor } from '../server/kind.ts';
import { sync } from '../server/rooms.ts';
import { handleUpgrade, startSync } from '../server/start.ts';
import { SHAPE } from '../server/test-shape.ts';
import { LiveDocument } from '../client.svelte.ts';
import type { SyncRight } from '../kind.ts';
import { OfflineCopy } from './offline.ts';
import type { OpenOptions } from './options.ts';
import type { Surroundings } from './surroundings.ts';
import type { Wakeup } from './wakeup.ts';

/** The real server of live documents, for documents of which the test decides who may what. */
export class Place {
	/** Who is not in here may write. */
	readonly rights = new Map<string, SyncRight | undefined>();
	isGone = false;
	readonly loggedOut = new Set<string>();
	buildId = 'een';
	#server: Server | undefined;
	#port = 0;
	readonly #sockets = new Set<Duplex>();

	constructor() {
		const kind: ServerKind = {
			shape: SHAPE,
			rightOf: (actor) => (this.isGone ? undefined : this.#rightOf(actor)),
			isGone: () => this.isGone,
			project: () => {},
		};
		const buildId = () => this.buildId;
		startSync({
			kinds: { proef: kind },
			get buildId() {
				return buildId();
			},
			identify: async (cookie) => this.#visitor(cookie.replace('ik=', '')),
			renew: ({ persoonId }) => this.#visitor(persoonId),
		});
	}

	#rightOf(actor: Actor): SyncRight | undefined {
		if (actor.soort !== 'persoon') return;
		const { persoonId } = actor;
		return this.rights.has(persoonId) ? this.rights.get(persoonId) : 'schrijven';
	}

	#visitor(persoonId: string): Visitor | null {
		if (this.loggedOut.has(persoonId)) return null;
		return {
			actor: persoonActor({ persoonId }),
			accountId: persoonId,
			persoonId,
			sessionHash: persoonId,
			voornaam: persoonId,
			naam: `${persoonId} Bos`,
		};
	}

	async up() {
		const server = createServer();
		server.on('upgrade', (req, socket, head) => {
			this.#sockets.add(socket);
			socket.once('close', () => this.#sockets.delete(socket));
			void handleUpgrade(req, socket, head);
		});
		await new Promise<void>((ready) => server.listen(this.#port, '127.0.0.1', ready));
		this.#port = (server.address() as AddressInfo).port;
		this.#server = server;
	}

	/** As when the line breaks: nobody says goodbye. */
	async down() {
		for (const socket of this.#sockets) socket.destroy();
		await new Promise((closed) => this.#server?.close(closed));
	}

	/** Whatever was only in memory is gone. */
	forget() {
		for (const room of sync().rooms.values()) room.close();
		sync().rooms.clear();
	}

	/** A tab of somebody; over a line of one's own it may be a bad one. */
	open(persoonId: string, options: Partial<OpenOptions> = {}, line?: Line): Tab {
		const origin = `ws://127.0.0.1:${line?.port ?? this.#port}`;
		return new Tab({ persoonId, origin, socket: this.socketOf(persoonId), options });
	}

	get origin() {
		return `ws://127.0.0.1:${this.#port}`;
	}

	/** Sockets with the cookie of this person, as their browser makes them. */
	socketOf(persoonId: string): typeof WebSocket {
		const host = `127.0.0.1:${this.#port}`;
		const headers = { host, cookie: `ik=${persoonId}`, origin: `http://${host}` };
		class Socket extends NodeSocket {
			constructor(address: string) {
				super(address, { headers });
				// in a browser nothing is thrown where nobody listens
				this.on('error', () => {});
			}
		}
		return Socket as unknown as typeof WebSocket;
	}

	async line(): Promise<Line> {
		const line = new Line(this.#port);
		await line.up();
		return line;
	}
}

/** A line that can fall silent without anybody being told, and be slow. */
export class Line {
	port = 0;
	readonly #pairs = new Set<[Socket, Socket]>();
	readonly #server: TcpServer;

	constructor(to: number) {
		this.#server = createTcpServer((near) => {
			const far = connect(to, '127.0.0.1');
			const pair: [Socket, Socket] = [near, far];
			this.#pairs.add(pair);
			for (const [one, other] of [pair, [far, near] as const]) {
				one.on('error', () => {});
				one.on('close', () => other.destroy());
				one.pipe(other);
			}
			near.on('close', () => this.#pairs.delete(pair));
		});
	}

	async up() {
		await new Promise<void>((ready) => this.#server.listen(0, '127.0.0.1', ready));
		this.port = (this.#server.address() as AddressInfo).port;
	}

	/** Nothing comes through of what is open now. */
	stall() {
		for (const [near, far] of this.#pairs) {
			near.unpipe(far).pause();
			far.unpipe(near).pause();
		}
	}

	resume() {
		for (const [near, far] of this.#pairs) {
			near.pipe(far);
			far.pipe(near);
		}
	}

	close() {
		for (const pair of this.#pairs) for (const socket of pair) socket.destroy();
		this.#server.close();
	}
}

interface TabOptions {
	persoonId: string;
	origin: string;
	socket: typeof WebSocket;
	options: Partial<OpenOptions>;
}

/** One tab of somebody, with a browser that does what the test says. */
export class Tab {
	readonly live: LiveDocument;
	noNetwork = false;
	reloads = 0;
	/** The text each time that it was asked to tell where the caret is. */
	readonly told: string[] = [];
	isIdle = false;
	isLost: () => boolean = () => false;
	line!: Wakeup;

	constructor({ persoonId, origin, socket, options }: TabOptions) {
		const surroundings: Surroundings = {
			origin,
			socket,
			noNetwork: () => this.noNetwork,
			openCopy: (options) => OfflineCopy.open(options),
			watchLine: (line) => {
				this.line = line;
				return () => {};
			},
			guardLeaving: (isLost) => {
				this.isLost = isLost;
				return () => {};
			},
			tellCaret: () => void this.told.push(this.text.toString()),
			isIdle: () => this.isIdle,
			reload: () => this.reloads++,
			logIn: () => {},
		};
		const base = { kind: 'proef', id: 'a'.repeat(20), right: 'schrijven', keepsOffline: false };
		this.live = new LiveDocument({ ...base, persoonId, ...options } as OpenOptions, surroundings);
	}

	get text() {
		return this.live.doc.getXmlFragment('tekst');
	}

	/** Its paragraphs. */
	read() {
		return this.text.toArray().map((element) => (element as Y.XmlElement).toArray().join(''));
	}

	/** A paragraph of one's own. */
	begin(words: string): Y.XmlText {
		const text = new Y.XmlText(words);
		const paragraph = new Y.XmlElement('paragraph');
		paragraph.insert(0, [text]);
		this.text.push([paragraph]);
		return text;
	}

	saved() {
		const { live } = this;
		return until(() =>
			expect([live.loaded, live.online, live.save]).toEqual([true, true, 'opgeslagen']),
		);
	}
}

/** Waits for a condition, never for a time. */
export const until = (done: () => void) => vi.waitFor(done, { timeout: 8000, interval: 20 });
