// A light client of a Yjs sync server: no document, only messages.
// dialect 'y-websocket': one document a socket, messages [0 sync | 1 awareness | …]
// dialect 'hocuspocus':  each message starts with the document's name, and the
//                        client has to send a token before it syncs.
import { WsClient } from './wsclient.mjs';
import { wv, vlen, Reader } from './varint.mjs';

const r = new Reader();
const EMPTY = Buffer.alloc(0);
const EMPTY_SV = Buffer.from([0]);
const EMPTY_UPDATE = Buffer.from([0, 0]);

export class YConn {
	// handlers: joined(t, conn), update(buf, start, end, t, conn, isSync2), awareness(buf, start, end, t, conn), ack(t), closed(reason)
	constructor({
		url,
		headers,
		dialect = 'y-websocket',
		doc,
		h,
		sv = EMPTY_SV,
		diff = EMPTY_UPDATE,
		token = 'bench',
	}) {
		this.h = h;
		this.doc = doc;
		this.dialect = dialect;
		this.sv = sv;
		this.diff = diff;
		this.joined = false;
		this.sync2 = 0;
		this.sync2Bytes = 0;
		this.t0 = performance.now();
		this.prefix = EMPTY;
		if (dialect === 'hocuspocus') {
			const n = Buffer.from(doc);
			this.prefix = Buffer.allocUnsafe(vlen(n.length) + n.length);
			n.copy(this.prefix, wv(this.prefix, 0, n.length));
		}
		this.token = token;
		this.acks = 0;
		this.ws = new WsClient({
			url,
			headers,
			onOpen: () => this.hello(),
			onMessage: (b, s, e, bin, t) => this.message(b, s, e, t),
			onClose: (reason, code) => this.h.closed?.(reason, this, code),
		});
	}

	hello() {
		this.tOpen = performance.now();
		if (this.dialect === 'hocuspocus') {
			const tk = Buffer.from(this.token);
			const b = Buffer.allocUnsafe(2 + vlen(tk.length) + tk.length);
			b[0] = 2;
			b[1] = 0;
			tk.copy(b, wv(b, 2, tk.length));
			this.ws.send(Buffer.concat([this.prefix, b]));
		} else this.sendStep1();
	}

	msg(type, sub, payload) {
		const p = this.prefix.length;
		const b = Buffer.allocUnsafe(
			p + 1 + (sub >= 0 ? 1 : 0) + vlen(payload.length) + payload.length,
		);
		this.prefix.copy(b, 0);
		let i = p;
		b[i++] = type;
		if (sub >= 0) b[i++] = sub;
		i = wv(b, i, payload.length);
		b.set(payload, i);
		return b;
	}

	sendStep1() {
		this.ws.send(this.msg(0, 0, this.sv));
	}
	sendUpdate(u) {
		return this.ws.send(this.msg(0, 2, u));
	}
	sendAwareness(u) {
		return this.ws.send(this.msg(1, -1, u));
	}

	message(buf, start, end, t) {
		if (this.prefix.length) {
			r.set(buf, start, end);
			const n = r.u();
			start = r.pos + n;
		}
		const type = buf[start];
		if (type === 0 || type === 4) {
			const sub = buf[start + 1];
			r.set(buf, start + 2, end);
			const n = r.u();
			const s = r.pos;
			if (sub === 0) this.ws.send(this.msg(0, 1, this.diff));
			else {
				if (sub === 1) {
					this.sync2++;
					this.sync2Bytes += n;
				}
				this.h.update?.(buf, s, s + n, t, this, sub === 1);
				if (sub === 1 && !this.joined) {
					this.joined = true;
					this.tJoined = t;
					this.h.joined?.(t, this);
				}
			}
		} else if (type === 1) {
			r.set(buf, start + 1, end);
			const n = r.u();
			this.h.awareness?.(buf, r.pos, r.pos + n, t, this);
		} else if (type === 2 && this.dialect === 'hocuspocus') {
			if (buf[start + 1] === 2) this.sendStep1();
			else this.ws.fail('permission denied');
		} else if (type === 8) {
			this.acks++;
			this.h.ack?.(t, this);
		}
	}

	close() {
		this.ws.close();
	}
	kill() {
		this.ws.kill();
	}
}

export const awarenessUpdate = (client, clock, json) => {
	const j = Buffer.from(json);
	const b = Buffer.allocUnsafe(1 + vlen(client) + vlen(clock) + vlen(j.length) + j.length);
	let p = wv(b, 0, 1);
	p = wv(b, p, client);
	p = wv(b, p, clock);
	p = wv(b, p, j.length);
	j.copy(b, p);
	return b;
};

export const scanAwareness = (buf, start, end, fn) => {
	r.set(buf, start, end);
	const n = r.u();
	for (let i = 0; i < n; i++) {
		const c = r.u();
		const k = r.u();
		const len = r.u();
		fn(c, k, r.pos, len);
		r.skip(len);
	}
};
