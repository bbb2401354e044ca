// Hand-made Yjs (v1) updates for light clients, and a scanner that tells which
// clocks an update carries without building a document. A server may forward an
// update as it came, or merge several into one: both are understood.
import * as Y from 'yjs';
import { vlen, wv, Reader } from './varint.mjs';

// Insert one string (ASCII) of `client` at `clock` between two known items.
// origin / right: [client, clock] or null. With neither, the item goes to the
// root type `root`.
export const insertUpdate = (client, clock, origin, right, text, root = 'content') => {
	const t = Buffer.from(text);
	let n = 1 + 1 + vlen(client) + vlen(clock) + 1 + vlen(t.length) + t.length + 1;
	if (origin) n += vlen(origin[0]) + vlen(origin[1]);
	if (right) n += vlen(right[0]) + vlen(right[1]);
	const r = !origin && !right ? Buffer.from(root) : null;
	if (r) n += 1 + vlen(r.length) + r.length;
	const b = Buffer.allocUnsafe(n);
	let p = 0;
	b[p++] = 1;
	b[p++] = 1;
	p = wv(b, p, client);
	p = wv(b, p, clock);
	b[p++] = 4 | (origin ? 128 : 0) | (right ? 64 : 0);
	if (origin) {
		p = wv(b, p, origin[0]);
		p = wv(b, p, origin[1]);
	}
	if (right) {
		p = wv(b, p, right[0]);
		p = wv(b, p, right[1]);
	}
	if (r) {
		b[p++] = 1;
		p = wv(b, p, r.length);
		p += r.copy(b, p);
	}
	p = wv(b, p, t.length);
	t.copy(b, p);
	b[n - 1] = 0;
	return b;
};

export const deleteUpdate = (client, clock, len = 1) => {
	const b = Buffer.allocUnsafe(3 + vlen(client) + vlen(clock) + vlen(len));
	let p = 0;
	b[p++] = 0;
	b[p++] = 1;
	p = wv(b, p, client);
	b[p++] = 1;
	p = wv(b, p, clock);
	wv(b, p, len);
	return b;
};

const r = new Reader();

// Calls onStruct(client, clock, len) for each run of items and
// onDelete(client, clock, len) for each deleted range.
export const scanUpdate = (buf, start, end, onStruct, onDelete) => {
	r.set(buf, start, end);
	try {
		const nc = r.u();
		for (let i = 0; i < nc; i++) {
			const ns = r.u();
			const client = r.u();
			let clock = r.u();
			for (let j = 0; j < ns; j++) {
				const info = r.buf[r.pos++];
				const ref = info & 31;
				let len;
				if (ref === 0 || ref === 10) {
					len = r.u();
					if (ref === 10) {
						clock += len;
						continue;
					}
				} else {
					if (info & 128) {
						r.u();
						r.u();
					}
					if (info & 64) {
						r.u();
						r.u();
					}
					if (!(info & 192)) {
						if (r.u() === 1) r.skip(r.u());
						else {
							r.u();
							r.u();
						}
						if (info & 32) r.skip(r.u());
					}
					if (ref === 4) {
						const bl = r.u();
						len = bl;
						const e = r.pos + bl;
						for (let k = r.pos; k < e; k++)
							if (r.buf[k] > 127) {
								len = r.buf.utf8Slice(r.pos, e).length;
								break;
							}
						r.skip(bl);
					} else if (ref === 1) len = r.u();
					else if (ref === 6) {
						r.skip(r.u());
						r.skip(r.u());
						len = 1;
					} else if (ref === 5 || ref === 3) {
						r.skip(r.u());
						len = 1;
					} else if (ref === 7) {
						// a type; an XML element (3) or hook (5) also has a name
						const type = r.u();
						if (type === 3 || type === 5) r.skip(r.u());
						len = 1;
					} else return slow(buf, start, end, onStruct, onDelete);
				}
				onStruct(client, clock, len);
				clock += len;
			}
		}
		const nd = r.u();
		for (let i = 0; i < nd; i++) {
			const client = r.u();
			const n = r.u();
			for (let j = 0; j < n; j++) {
				const c = r.u();
				onDelete(client, c, r.u());
			}
		}
	} catch (e) {
		if (e instanceof RangeError)
			throw new Error(
				'undecodable update of ' +
					(end - start) +
					' bytes: ' +
					buf.subarray(start, Math.min(end, start + 80)).toString('hex'),
				{ cause: e },
			);
		throw e;
	}
};

// Anything the quick scanner does not know: Yjs decodes it. (May report a prefix
// twice; callers treat repeated clocks of one message as one.)
const slow = (buf, start, end, onStruct, onDelete) => {
	const u = Y.decodeUpdate(new Uint8Array(buf.subarray(start, end)));
	for (const s of u.structs)
		if (s.constructor.name !== 'Skip') onStruct(s.id.client, s.id.clock, s.length);
	for (const [client, items] of u.ds.clients)
		for (const d of items) onDelete(client, d.clock, d.len);
};
