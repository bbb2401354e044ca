// The B4 editing trace (259,778 single-character operations of a real paper) as
// ready Yjs updates, one for each operation, made once and kept in out/.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import * as Y from 'yjs';
import { benchDir } from './server.mjs';
import { emptyText, textOf } from './tekst.mjs';

export const loadTrace = () => {
	const t = JSON.parse(
		zlib.gunzipSync(fs.readFileSync(path.join(benchDir, 'data/automerge-paper.json.gz'))),
	);
	const ops = [];
	for (const x of t.txns) for (const p of x.patches) ops.push(p);
	return { ops, endContent: t.endContent };
};
export const TRACE_CLIENT = 424242424;

const file = path.join(benchDir, 'out/trace-updates.bin');
export const traceUpdates = () => {
	if (!fs.existsSync(file)) {
		fs.mkdirSync(path.dirname(file), { recursive: true });
		const { ops, endContent } = loadTrace();
		const doc = new Y.Doc();
		doc.clientID = TRACE_CLIENT;
		const parts = [];
		doc.on('update', (u) => {
			const h = Buffer.alloc(4);
			h.writeUInt32LE(u.length);
			parts.push(h, Buffer.from(u));
		});
		const text = emptyText(doc);
		for (const [pos, del, ins] of ops)
			doc.transact(() => {
				if (del) text.delete(pos, del);
				if (ins) text.insert(pos, ins);
			});
		if (text.toString() !== endContent) throw new Error('trace replay went wrong');
		fs.writeFileSync(file, Buffer.concat(parts));
	}
	const b = fs.readFileSync(file);
	const out = [];
	for (let i = 0; i < b.length;) {
		const n = b.readUInt32LE(i);
		out.push(b.subarray(i + 4, i + 4 + n));
		i += 4 + n;
	}
	return out;
};
// the state of a medium note: the first n operations as one update
export const sliceState = (n) => {
	const doc = new Y.Doc();
	const ups = traceUpdates();
	doc.transact(() => {
		for (let i = 0; i < n; i++) Y.applyUpdate(doc, ups[i]);
	});
	return {
		update: Buffer.from(Y.encodeStateAsUpdate(doc)),
		text: textOf(doc),
		clock: Y.getState(doc.store, TRACE_CLIENT),
	};
};
