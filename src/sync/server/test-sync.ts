import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, vi } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { setConfig } from '#server/http/test-http.ts';
import { freshDb } from '#server/db/test-db.ts';
import { createLimitedServer } from '#server/http/server.ts';
import { forget } from '#server/singleton.ts';
import { runStop } from '#server/stop.ts';
import type { Contribution, SyncRight } from '../kind.ts';
import type { SyncOptions, Visitor } from './kind.ts';
import { handleUpgrade, startSync } from './start.ts';
import { stockClient } from './test-line.ts';
import { SHAPE } from './test-shape.ts';

const ID = 'abcdefghijklmnopqrs';
export const NAME = `tekst/${ID}2`;
export const OTHER = `tekst/${ID}3`;

/** For tests: a server with one kind of document, and people with a right to it. */
export class TestSync {
	readonly rights = new Map<string, SyncRight>();
	/** Those of whom the session ended. */
	readonly gone = new Set<string>();
	/** Who was asked for, by cookie and by what was known of them. */
	readonly asked = { identified: [] as string[], renewed: [] as string[] };
	readonly projected: { id: string; text: string; contributions: readonly Contribution[] }[] = [];
	project: (text: string) => void = () => {};
	/** Other documents, and another way to know who asks. */
	readonly #own: SyncOptions | undefined;
	#server: Server | undefined;
	readonly #open: { close(): void }[] = [];

	constructor(own?: SyncOptions) {
		this.#own = own;
	}

	async start(env: Record<string, string> = {}) {
		setConfig(env);
		freshDb();
		await this.restart();
	}

	/** As after a stop: the same database, and nothing in memory. */
	async restart() {
		for (const name of [
			'sync',
			'sync-door',
			'sync-batch',
			'sync-projections',
			'sync-held',
			'sync-cut',
			'sync-edits',
			'sync-accounts',
		])
			forget(name);
		forget('stop');
		const options: SyncOptions = {
			buildId: 'test',
			identify: async (cookie) => {
				this.asked.identified.push(cookie);
				return this.#visitor(cookie);
			},
			renew: ({ persoonId }) => {
				this.asked.renewed.push(persoonId);
				return this.#visitor(persoonId);
			},
			kinds: {
				tekst: {
					shape: SHAPE,
					rightOf: (actor) =>
						actor.soort === 'persoon' ? this.rights.get(actor.persoonId) : 'schrijven',
					project: (id, doc, contributions) => {
						const text = textOf(doc);
						this.project(text);
						this.projected.push({ id, text, contributions });
					},
					withoutProposals: (doc) => textOf(doc).replaceAll(/\[.*?\]/g, ''),
				},
			},
		};
		startSync(this.#own ?? options);
		this.#server = createLimitedServer((_, res) => res.end(), handleUpgrade);
		this.#server.listen(0, '127.0.0.1');
		await once(this.#server, 'listening');
	}

	#visitor(persoonId: string): Visitor | null {
		if (!persoonId || this.gone.has(persoonId)) return null;
		const actor = { soort: 'persoon', persoonId, accountId: `account-${persoonId}` } as const;
		return {
			actor: { ...actor, werkplaatsId: 'w', rollen: [], lidmaatschappen: [], contactVan: [] },
			persoonId,
			accountId: actor.accountId,
			sessionHash: persoonId,
			voornaam: persoonId,
			naam: `${persoonId} van Dijk`,
		};
	}

	get port() {
		return (this.#server!.address() as AddressInfo).port;
	}

	get origin() {
		return `http://localhost:${this.port}`;
	}

	headers = (cookie: string) => ({ cookie, origin: this.origin, host: `localhost:${this.port}` });

	/** A socket that speaks for itself. */
	socket(cookie: string, { name = NAME, headers = {}, query = '' } = {}): Raw {
		const address = `ws://127.0.0.1:${this.port}/sync/${name}${query}`;
		const raw = new Raw(address, { ...this.headers(cookie), ...headers });
		this.#open.push(raw);
		return raw;
	}

	/** The stock client of y-websocket. */
	client(cookie: string, { name = NAME, doc = new Y.Doc() } = {}) {
		const provider = stockClient(this, cookie, { name, doc });
		this.#open.push({ close: () => provider.destroy() });
		return { doc, provider };
	}

	/** Somebody who has the document. */
	async joined(cookie: string, options: { name?: string; doc?: Y.Doc } = {}) {
		const client = this.client(cookie, options);
		await until(() => expect(client.provider.synced).toBe(true));
		return client;
	}

	async stop() {
		await runStop();
		for (const one of this.#open.splice(0)) one.close();
		this.#server!.closeAllConnections();
		this.#server!.close();
		await once(this.#server!, 'close');
	}
}

/** A websocket that keeps what it gets. */
export class Raw {
	readonly ws: WebSocket;
	readonly messages: Buffer[] = [];
	code: number | undefined;
	reason = '';
	status: number | undefined;

	constructor(address: string, headers: Record<string, string>) {
		this.ws = new WebSocket(address, { headers });
		this.ws.on('message', (data: Buffer) => this.messages.push(data));
		this.ws.on('error', () => {});
		this.ws.on('unexpected-response', (_, res) => {
			this.status = res.statusCode;
			res.resume();
		});
		this.ws.on('close', (code, reason) => {
			this.code = code;
			this.reason = reason.toString();
		});
	}

	async opened() {
		await until(() => expect(this.ws.readyState).toBe(WebSocket.OPEN));
		return this;
	}

	closedWith = (code: number) => until(() => expect(this.code).toBe(code));

	of = (type: number) => this.messages.filter((message) => message[0] === type);

	close() {
		this.ws.terminate();
	}
}

/** Waits for a condition, never for a time. */
export const until = (check: () => void, timeout = 5000) =>
	vi.waitFor(check, { timeout, interval: 5 });

/** Types at the end of the text. */
export function type(doc: Y.Doc, text: string) {
	const root = doc.getXmlFragment('tekst');
	doc.transact(() => {
		if (root.length === 0) root.insert(0, [new Y.XmlElement('paragraph')]);
		const paragraph = root.get(0) as Y.XmlElement;
		if (paragraph.length === 0) paragraph.insert(0, [new Y.XmlText()]);
		const line = paragraph.get(0) as Y.XmlText;
		line.insert(line.length, text);
	});
}

export const textOf = (doc: Y.Doc): string =>
	[...doc.getXmlFragment('tekst').createTreeWalker((one) => one instanceof Y.XmlText)]
		.flatMap((line) => (line as Y.XmlText).toDelta() as { insert: string }[])
		.map(({ insert }) => insert)
		.join('');
