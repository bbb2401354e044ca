import * as fc from 'fast-check';
import * as Y from 'yjs';
import { history, paragraph, perform, Tab, type Step } from './test-history.ts';
import { apart, isWhole, Letters } from './test-letters.ts';
import { stockClient, type Door } from './test-line.ts';

const MOST = 8;

/** How many tabs, and what they do. */
export const parties = (maxLength: number) =>
	fc.tuple(fc.integer({ min: 3, max: MOST }), history(maxLength, MOST));

/** A tab with the stock client of y-websocket; its persoon is the cookie it comes in with. */
class LiveTab extends Tab {
	/** The ids that its person ever wrote under. */
	readonly clients: number[] = [];
	/** Codes that say to stay away. */
	readonly refused: number[] = [];
	provider!: ReturnType<typeof stockClient>;
	readonly #party: Party;

	constructor(cookie: string, party: Party) {
		super(cookie);
		this.#party = party;
		this.#open();
	}

	#open() {
		const { doc, persoonId } = this;
		const { door, name, letters } = this.#party;
		letters.watch(doc);
		this.clients.push(doc.clientID);
		this.provider = stockClient(door, persoonId, { name, doc });
		this.provider.on('closed', ({ code }: { code: number }) => this.refused.push(code));
	}

	act([, act, a, b]: Step, tabs: Tab[]) {
		const { doc } = this;
		perform(this, act, [a, b], tabs);
		if (act === 'offline') this.provider.disconnect();
		else if (act === 'online' && !this.provider.shouldConnect) this.provider.connect();
		else if (this.doc !== doc) {
			this.provider.destroy();
			this.#open();
			this.isOnline = true;
		}
	}
}

/** Several tabs with one document open, over real lines. */
export class Party {
	readonly door: Door;
	readonly name: string;
	readonly letters = new Letters();
	readonly tabs: LiveTab[];

	constructor(door: Door, name: string, cookies: readonly string[]) {
		this.door = door;
		this.name = name;
		this.tabs = cookies.map((cookie) => new LiveTab(cookie, this));
		this.tabs[0]!.doc.getXmlFragment('tekst').insert(0, [paragraph('begin')]);
	}

	get isSynced() {
		return this.tabs.every(({ provider }) => provider.synced);
	}

	/** Everybody does what they do, whenever; those who are away come back when all is done. */
	async play(steps: readonly Step[], between: (step: Step, at: number) => Promise<void>) {
		for (const [at, step] of steps.entries()) {
			this.tabs[step[0] % this.tabs.length]!.act(step, this.tabs);
			await between(step, at);
		}
		for (const { provider } of this.tabs) if (!provider.shouldConnect) provider.connect();
	}

	get refused() {
		return this.tabs.flatMap(({ refused }) => refused);
	}

	/** What keeps these from being one document, with every letter in it; empty when nothing does. */
	wrong(...others: Y.Doc[]): '' | 'order' | string {
		if (this.refused.length > 0) return `refused: ${this.refused.join(' ')}`;
		const docs = [...this.tabs.map(({ doc }) => doc), ...others];
		const vectors = docs.map((doc) => [...Y.decodeStateVector(Y.encodeStateVector(doc))]);
		if (new Set(vectors.map((one) => one.map(String).sort().join(' '))).size > 1) return 'behind';
		if (!docs.every(isWhole)) return 'waits for what never came';
		const how = apart(docs);
		if (how === 'content') return 'not the same';
		const { lost, extra } = this.letters.compare(docs.at(-1)!);
		return lost || extra ? `${lost} letters lost, ${extra} too many` : how;
	}

	leave() {
		for (const { provider } of this.tabs) provider.destroy();
	}
}
