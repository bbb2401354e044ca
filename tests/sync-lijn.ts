import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';

/** A line to a live document as anybody could open one: a raw websocket and a cookie. */

export interface Lijn {
	ws: WebSocket;
	/** What the server said one may; undefined when it closed without a word. */
	recht?: string;
	/** The close code; undefined as long as it is open. */
	code?: number;
	/** Everything that came in, as text that words can be found in. */
	gehoord: string;
	/** The document as far as it came. */
	doc: Y.Doc;
}

const [SYNC, WELKOM] = [0, 103];
const [STEP1, STEP2, UPDATE] = [0, 1, 2];
const WAIT_MS = 30_000;

const frame = (type: number, write: (encoder: encoding.Encoder) => void): Uint8Array => {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, type);
	write(encoder);
	return encoding.toUint8Array(encoder);
};

const ask = (doc: Y.Doc) =>
	frame(SYNC, (encoder) => {
		encoding.writeVarUint(encoder, STEP1);
		encoding.writeVarUint8Array(encoder, Y.encodeStateVector(doc));
	});

/** What the server lacks; until it has this, it takes nothing else. */
const answer = (doc: Y.Doc, has: Uint8Array) =>
	frame(SYNC, (encoder) => {
		encoding.writeVarUint(encoder, STEP2);
		encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(doc, has));
	});

/** True once the whole text came. */
function hear(lijn: Lijn, data: Buffer): boolean {
	lijn.gehoord += data.toString('latin1');
	const decoder = decoding.createDecoder(new Uint8Array(data));
	const type = decoding.readVarUint(decoder);
	if (type === WELKOM) lijn.recht = decoding.readVarString(decoder);
	if (type !== SYNC) return false;
	const step = decoding.readVarUint(decoder);
	if (step === STEP1) {
		lijn.ws.send(answer(lijn.doc, decoding.readVarUint8Array(decoder)));
		return false;
	}
	Y.applyUpdate(lijn.doc, decoding.readVarUint8Array(decoder));
	return step === STEP2;
}

/** Opens one and waits until the text is there, or the line closed. */
export function openLijn(
	url: string,
	name: string,
	{ cookie, origin = new URL(url).origin }: { cookie: string; origin?: string },
): Promise<Lijn> {
	const address = `${url.replace(/^http/, 'ws')}/sync/${name}`;
	const headers = { origin, ...(cookie && { cookie }) };
	const lijn: Lijn = { ws: new WebSocket(address, { headers }), gehoord: '', doc: new Y.Doc() };
	return new Promise((resolve, reject) => {
		const late = setTimeout(() => reject(new Error(`no answer about ${name}`)), WAIT_MS);
		const ready = () => {
			clearTimeout(late);
			resolve(lijn);
		};
		lijn.ws.on('open', () => lijn.ws.send(ask(lijn.doc)));
		lijn.ws.on('message', (data: Buffer) => hear(lijn, data) && ready());
		lijn.ws.on('error', reject);
		lijn.ws.on('close', (code) => {
			lijn.code = code;
			ready();
		});
	});
}

/**
 * Writes a paragraph at the end, as somebody who has no editor and no manners. Resolves when the
 * server answered what was asked after it, or closed the line.
 */
export function schrijf(lijn: Lijn, words: string): Promise<void> {
	const { ws, doc } = lijn;
	const mine = new Y.Doc();
	Y.applyUpdate(mine, Y.encodeStateAsUpdate(doc));
	const before = Y.encodeStateVector(mine);
	const alinea = new Y.XmlElement('paragraph');
	alinea.insert(0, [new Y.XmlText(words)]);
	const root = mine.getXmlFragment('tekst');
	root.insert(root.length, [alinea]);
	const answered = new Promise<void>((resolve) => {
		ws.on('message', (data: Buffer) => hear(lijn, data) && resolve());
		ws.on('close', () => resolve());
	});
	ws.send(
		frame(SYNC, (encoder) => {
			encoding.writeVarUint(encoder, UPDATE);
			encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(mine, before));
		}),
	);
	ws.send(ask(new Y.Doc()));
	return answered;
}
