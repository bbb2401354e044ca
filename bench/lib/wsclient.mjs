// A minimal WebSocket client on node:net, written for load generation:
// one shared read buffer for all sockets (onread), no streams, no per-message
// allocation on receive, one write per sent message. It does not offer
// permessage-deflate, so a server cannot spend CPU on compression.
// Messages are handed over as (buffer, start, end, isBinary, t): the bytes are
// only valid during the call.
import net from 'node:net';
import { randomBytes, createHash } from 'node:crypto';

const shared = Buffer.allocUnsafeSlow(512 * 1024);
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const clock = () => performance.now();

export class WsClient {
	constructor({ url, headers = {}, onOpen, onMessage, onClose, timeoutMs = 15000 }) {
		const u = new URL(url);
		this.onMessage = onMessage;
		this.onClose = onClose;
		this.onOpen = onOpen;
		this.open = false;
		this.closed = false;
		this.closeCode = 0;
		this.bytesIn = 0;
		this.bytesOut = 0;
		this.msgsIn = 0;
		this.msgsOut = 0;
		this.rest = null; // bytes of an incomplete header/small frame
		this.big = null; // {buf, have, opcode, fin}
		this.frag = null; // [{op, parts}] continuation frames
		this.http = '';
		const key = randomBytes(16).toString('base64');
		this.expect = createHash('sha1')
			.update(key + GUID)
			.digest('base64');
		const host = u.hostname.replace(/^\[|\]$/g, '');
		if (!['127.0.0.1', '::1', 'localhost'].includes(host) && !host.startsWith('127.'))
			throw new Error('loopback only: ' + host);
		this.sock = net.connect({
			host: host === 'localhost' ? '127.0.0.1' : host,
			port: Number(u.port || 80),
			noDelay: true,
			onread: {
				buffer: shared,
				callback: (n, buf) => {
					this.feed(buf, n);
					return true;
				},
			},
		});
		let req = `GET ${u.pathname}${u.search} HTTP/1.1\r\nHost: ${u.host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\n`;
		for (const [k, v] of Object.entries(headers)) req += `${k}: ${v}\r\n`;
		this.sock.write(req + '\r\n');
		this.timer = setTimeout(() => this.fail('handshake timeout'), timeoutMs);
		this.sock.on('error', (e) => this.fail(e.message));
		this.sock.on('close', () => this.fail('closed'));
	}

	fail(reason) {
		clearTimeout(this.timer);
		if (this.closed) return;
		this.closed = true;
		this.open = false;
		this.sock.destroy();
		this.onClose?.(reason, this.closeCode);
	}

	feed(buf, n) {
		const t = clock();
		this.bytesIn += n;
		if (!this.open) return this.handshake(buf, n, t);
		this.frames(buf, 0, n, t);
	}

	handshake(buf, n, t) {
		this.http += buf.latin1Slice(0, n);
		const end = this.http.indexOf('\r\n\r\n');
		if (end < 0) return;
		const head = this.http.slice(0, end);
		const status = Number(head.slice(9, 12));
		const accept = /sec-websocket-accept:\s*(\S+)/i.exec(head);
		if (status !== 101 || !accept || accept[1] !== this.expect)
			return this.fail('upgrade refused: ' + head.split('\r\n')[0]);
		clearTimeout(this.timer);
		this.open = true;
		const tail = Buffer.from(this.http.slice(end + 4), 'latin1');
		this.http = '';
		this.onOpen?.();
		if (tail.length) this.frames(tail, 0, tail.length, t);
	}

	frames(buf, start, end, t) {
		if (this.big !== null) {
			const b = this.big;
			const take = Math.min(end - start, b.buf.length - b.have);
			buf.copy(b.buf, b.have, start, start + take);
			b.have += take;
			start += take;
			if (b.have < b.buf.length) return;
			this.big = null;
			this.deliver(b.op, b.fin, b.buf, 0, b.buf.length, t);
		} else if (this.rest !== null) {
			buf = Buffer.concat([this.rest, buf.subarray(start, end)]);
			this.rest = null;
			start = 0;
			end = buf.length;
		}
		while (start < end && !this.closed) {
			const avail = end - start;
			if (avail < 2) break;
			const b0 = buf[start];
			let len = buf[start + 1] & 127;
			let off = 2;
			if (len === 126) {
				if (avail < 4) break;
				len = buf.readUInt16BE(start + 2);
				off = 4;
			} else if (len === 127) {
				if (avail < 10) break;
				len = Number(buf.readBigUInt64BE(start + 2));
				off = 10;
			}
			if (avail < off + len) {
				if (len > 4096) {
					const b = Buffer.allocUnsafeSlow(len);
					const have = avail - off;
					buf.copy(b, 0, start + off, end);
					this.big = { buf: b, have, op: b0 & 15, fin: (b0 & 128) !== 0 };
					return;
				}
				break;
			}
			this.deliver(b0 & 15, (b0 & 128) !== 0, buf, start + off, start + off + len, t);
			start += off + len;
		}
		if (start < end && !this.closed) this.rest = Buffer.from(buf.subarray(start, end));
	}

	deliver(op, fin, buf, start, end, t) {
		if (op === 2 || op === 1) {
			if (!fin) {
				this.frag = { op, parts: [Buffer.from(buf.subarray(start, end))] };
				return;
			}
			this.msgsIn++;
			this.onMessage(buf, start, end, op === 2, t);
		} else if (op === 0) {
			this.frag.parts.push(Buffer.from(buf.subarray(start, end)));
			if (fin) {
				const all = Buffer.concat(this.frag.parts);
				const o = this.frag.op;
				this.frag = null;
				this.msgsIn++;
				this.onMessage(all, 0, all.length, o === 2, t);
			}
		} else if (op === 9) {
			this.raw(10, Buffer.from(buf.subarray(start, end)));
		} else if (op === 8) {
			this.closeCode = end - start >= 2 ? buf.readUInt16BE(start) : 1005;
			this.raw(8, Buffer.from(buf.subarray(start, end)));
			this.fail('server close ' + this.closeCode);
		}
	}

	raw(op, payload) {
		const len = payload.length;
		const hl = len < 126 ? 6 : len < 65536 ? 8 : 14;
		const out = Buffer.allocUnsafe(hl + len);
		out[0] = 128 | op;
		if (len < 126) out[1] = 128 | len;
		else if (len < 65536) {
			out[1] = 254;
			out.writeUInt16BE(len, 2);
		} else {
			out[1] = 255;
			out.writeBigUInt64BE(BigInt(len), 2);
		}
		out.writeUInt32BE(0, hl - 4); // masked with the zero key: legal, and costs the client nothing
		out.set(payload, hl);
		this.bytesOut += out.length;
		return this.sock.write(out);
	}

	send(payload) {
		if (!this.open) return false;
		this.msgsOut++;
		return this.raw(2, payload);
	}

	sendText(s) {
		if (!this.open) return false;
		this.msgsOut++;
		return this.raw(1, Buffer.from(s));
	}

	close() {
		if (this.open) this.raw(8, Buffer.from([3, 232]));
		this.open = false;
		this.closed = true;
		clearTimeout(this.timer);
		this.sock.end();
		setTimeout(() => this.sock.destroy(), 500).unref();
	}

	kill() {
		this.closed = true;
		this.open = false;
		clearTimeout(this.timer);
		this.sock.destroy();
	}
}
