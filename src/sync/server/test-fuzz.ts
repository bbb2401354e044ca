import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { contentHash } from './canonical.ts';
import { applyGuarded, guard } from './guard.ts';
import { Reject } from './reject.ts';
import { outsideShape, SHAPE } from './test-shape.ts';

/** Numbers that look random and come back with the same seed (mulberry32). */
export function random(seed: number) {
	let state = seed;
	const next = () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
	const below = (n: number) => Math.floor(next() * n);
	return { below, pick: <T>(all: readonly T[]): T => all[below(all.length)]! };
}
type Random = ReturnType<typeof random>;

const CLIENTS = [3, 7, 2 ** 31 + 5];
const EDGES = [
	0,
	1,
	127,
	128,
	2 ** 14,
	2 ** 21,
	2 ** 28,
	2 ** 31,
	2 ** 32 - 1,
	2 ** 32,
	2 ** 53 - 1,
];

/** A document of three writers, and what they sent: the honest updates that are bent. */
export function corpus(seed: number): { base: Uint8Array; sent: Uint8Array[] } {
	const { below, pick } = random(seed);
	const doc = new Y.Doc();
	const sent: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => sent.push(update));
	const root = doc.getXmlFragment('tekst');
	for (let step = 0; step < 60; step++) {
		doc.clientID = pick(CLIENTS);
		doc.transact(() => {
			const texts = root.toArray().map((one) => (one as Y.XmlElement).get(0) as Y.XmlText);
			const text = texts.length > 0 ? pick(texts) : undefined;
			const what = below(8);
			if (!text || what === 0) {
				const made = new Y.XmlElement(pick(['paragraph', 'heading', 'listItem']));
				made.insert(0, [new Y.XmlText('alinea')]);
				if (made.nodeName === 'heading') made.setAttribute('level', below(4) as never);
				root.insert(below(root.length + 1), [made]);
			} else if (what === 1 && text.length > 3) text.delete(below(text.length - 2), 2);
			else if (what === 2 && text.length > 3)
				text.format(below(text.length - 2), 2, { link: { href: 'https://x.nl' } });
			else if (what === 3) doc.getMap('staat').set(pick(['a', 'b']), pick([1, 'een', null]));
			else if (what === 4 && root.length > 2) root.delete(below(root.length), 1);
			else text.insert(below(text.length + 1), 'woord');
		});
	}
	return { base: Y.encodeStateAsUpdate(doc), sent };
}

/** Bends an honest update: bits, bytes, pieces, numbers at an edge, two of them in one. */
export function bend({ below, pick }: Random, sent: readonly Uint8Array[]): Uint8Array {
	let bytes = [...pick(sent)];
	for (let times = 1 + below(3); times > 0; times--) {
		const at = below(bytes.length + 1);
		const how = below(7);
		if (how === 0 && bytes.length > 0) bytes[at % bytes.length]! ^= 1 << below(8);
		else if (how === 1 && bytes.length > 0) bytes[at % bytes.length] = below(256);
		else if (how === 2) bytes.splice(at, 1 + below(4));
		else if (how === 3) bytes.splice(at, 0, ...bytes.slice(at, at + below(20)));
		else if (how === 4) bytes.splice(at, 1, ...number(pick(EDGES)));
		else if (how === 5) bytes = [...bytes.slice(0, at), ...pick(sent).slice(below(10))];
		else bytes.splice(at, 0, below(256));
	}
	return Uint8Array.from(bytes);
}

function number(value: number) {
	const to = encoding.createEncoder();
	encoding.writeVarUint(to, value);
	return encoding.toUint8Array(to);
}

/** Makes an update of which every part could be right: most of what is worth refusing looks so. */
function invent({ below, pick }: Random, doc: Y.Doc): Uint8Array {
	const to = encoding.createEncoder();
	const put = (...all: number[]) => all.forEach((one) => encoding.writeVarUint(to, one));
	const clients = [...new Set([pick(CLIENTS), pick([...CLIENTS, 99])])].slice(0, 1 + below(2));
	put(clients.length);
	for (const client of clients) {
		const structs = 1 + below(4);
		const state = Y.getState(doc.store, client);
		put(structs, client, below(8) === 0 ? below(state + 3) : state);
		for (let one = 0; one < structs; one++) struct(to, { below, pick }, doc);
	}
	const deletes = below(3);
	put(deletes);
	for (let one = 0; one < deletes; one++) {
		const client = pick(CLIENTS);
		put(client, 1, below(Y.getState(doc.store, client) + 2), 1 + below(4));
	}
	return encoding.toUint8Array(to);
}

function struct(to: encoding.Encoder, { below, pick }: Random, doc: Y.Doc) {
	const put = (...all: number[]) => all.forEach((one) => encoding.writeVarUint(to, one));
	const kind = pick([0, 1, 2, 4, 4, 4, 6, 6, 7, 7, 8, 8, 3, 5, 9, 10]);
	const beside = below(4) * 0x40;
	const hasKey = beside === 0 && below(3) === 0;
	encoding.writeUint8(to, kind | beside | (hasKey ? 0x20 : 0));
	if (kind === 0 || kind === 10) return put(below(3) === 0 ? pick(EDGES) : below(9));
	const id = () => {
		const client = pick(CLIENTS);
		put(client, below(Y.getState(doc.store, client) + 3));
	};
	if (beside & 0x80) id();
	if (beside & 0x40) id();
	if (beside === 0) {
		const isRoot = below(3);
		put(isRoot ? 1 : 0);
		if (isRoot) encoding.writeVarString(to, pick(['tekst', 'tekst', 'staat', 'anders']));
		else id();
		if (hasKey) encoding.writeVarString(to, pick(['level', 'a', 'href', '__proto__']));
	}
	content(to, kind, { below, pick });
}

function content(to: encoding.Encoder, kind: number, { below, pick }: Random) {
	const text = (...all: string[]) => encoding.writeVarString(to, pick(all));
	if (kind === 1) encoding.writeVarUint(to, 1 + below(9));
	else if (kind === 4) text('a', 'woord', '');
	else if (kind === 5) text('{}', '{"a":1}');
	else if (kind === 6) {
		text('bold', 'link', 'kleur');
		text('null', '{}', '{"href":"https://x.nl"}', '{"href":"javascript:1"}');
	} else if (kind === 7) {
		const type = pick([0, 1, 2, 3, 3, 3, 4, 5, 6, 6]);
		encoding.writeVarUint(to, type);
		if (type === 3 || type === 5) text('paragraph', 'heading', 'script');
	} else if (kind === 8) {
		const many = below(3);
		encoding.writeVarUint(to, many);
		for (let one = 0; one < many; one++) encoding.writeAny(to, pick([1, 'x', null, [1], {}]));
	} else encoding.writeVarUint8Array(to, new Uint8Array(below(4)));
}

export interface Fuzzed {
	tried: number;
	/** Per reason. */
	refused: Record<string, number>;
	accepted: number;
	/** Passed the guard and was then thrown away with the document in memory. */
	spoiled: number;
	/** What no document may ever be. */
	harmed: string[];
	slowestMs: number;
}

/** Sends so many bent and invented updates at a document as a member could who may write. */
export function fuzz(times: number, seed: number): Fuzzed {
	const numbers = random(seed);
	const result: Fuzzed = {
		tried: 0,
		refused: {},
		accepted: 0,
		spoiled: 0,
		harmed: [],
		slowestMs: 0,
	};
	let { base, sent } = corpus(seed);
	let doc = open(base);
	for (let at = 0; at < times; at++) {
		if (at % 500 === 499) {
			({ base, sent } = corpus(seed + at));
			doc = open(base);
		}
		const update = numbers.below(2) ? bend(numbers, sent) : invent(numbers, doc);
		const begin = performance.now();
		const outcome = attempt(doc, update, result);
		result.slowestMs = Math.max(result.slowestMs, performance.now() - begin);
		if (outcome === 'refused') continue;
		const harm = outcome === 'accepted' ? harmOf(doc) : '';
		if (harm) result.harmed.push(`${seed}/${at}: ${harm} ${Buffer.from(update).toString('hex')}`);
		if (outcome === 'spoiled' || harm) doc = open(base);
		else base = Y.encodeStateAsUpdate(doc);
	}
	return result;
}

function open(state: Uint8Array) {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, state);
	return doc;
}

function attempt(doc: Y.Doc, update: Uint8Array, result: Fuzzed) {
	result.tried++;
	const before = structs(doc);
	let isOdd = false;
	try {
		guard(doc, update, { shape: SHAPE, mayBeOdd: () => (isOdd = true) });
	} catch (error) {
		if (!(error instanceof Reject)) throw error;
		result.refused[error.reason] = (result.refused[error.reason] ?? 0) + 1;
		if (structs(doc) !== before) result.harmed.push('the guard touched the document');
		return 'refused' as const;
	}
	const isSound = applyGuarded(doc, update, isOdd);
	result[isSound ? 'accepted' : 'spoiled']++;
	return isSound ? ('accepted' as const) : ('spoiled' as const);
}

const structs = (doc: Y.Doc) =>
	[...doc.store.clients.values()].reduce((sum, list) => sum + list.length, 0);

/** In words what is wrong with a document after an update that was let through; empty is well. */
function harmOf(doc: Y.Doc): string {
	try {
		const state = Y.encodeStateAsUpdate(doc);
		const again = open(state);
		if (again.store.pendingStructs || again.store.pendingDs) return 'pending';
		if (contentHash(again) !== contentHash(doc)) return 'differs';
		for (const one of [doc, again]) {
			one.getXmlFragment('tekst').toArray();
			one.getMap('staat').toJSON();
		}
		return outsideShape(doc).join(', ');
	} catch (error) {
		return `throws ${(error as Error).message}`;
	}
}
