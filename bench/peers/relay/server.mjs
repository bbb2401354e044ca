// The floor, not a product: what fan-out alone costs in Node. Own WebSocket
// framing on node:http sockets; an update is copied once into one frame that all
// clients of the room get; no CRDT, no merging. Updates are kept in a list and
// replayed to whoever joins.
//   PERSIST=1   append every update to SQLite (WAL, synchronous=NORMAL) in one
//               transaction per batch, BEFORE it is broadcast
//   FLUSH_MS=n  batch window; 0 = per event-loop turn
//   FAULT=drop|dup|late|forget  misbehave on every 50th update (for selftest.mjs)
import http from 'node:http';
import { createHash } from 'node:crypto';

const persist = process.env.PERSIST === '1';
const flushMs = Number(process.env.FLUSH_MS ?? 0);
const rooms = new Map();
const dirty = new Set();
let db,
	ins,
	sel,
	pending = [];
if (persist) {
	const { DatabaseSync } = await import('node:sqlite');
	db = new DatabaseSync(process.env.DATA_DIR + '/relay.sqlite');
	db.exec(
		'PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; CREATE TABLE IF NOT EXISTS log (id INTEGER PRIMARY KEY, doc TEXT NOT NULL, data BLOB NOT NULL); CREATE INDEX IF NOT EXISTS log_doc ON log (doc, id)',
	);
	ins = db.prepare('INSERT INTO log (doc, data) VALUES (?, ?)');
	sel = db.prepare('SELECT data FROM log WHERE doc = ? ORDER BY id');
}
const frame = (payload) => {
	const n = payload.length;
	const h = n < 126 ? 2 : n < 65536 ? 4 : 10;
	const b = Buffer.allocUnsafe(h + n);
	b[0] = 130;
	if (n < 126) b[1] = n;
	else if (n < 65536) {
		b[1] = 126;
		b.writeUInt16BE(n, 2);
	} else {
		b[1] = 127;
		b.writeBigUInt64BE(BigInt(n), 2);
	}
	payload.copy(b, h);
	return b;
};
const room = (name) => {
	let r = rooms.get(name);
	if (!r) {
		r = { name, conns: new Set(), log: [], out: [] };
		if (persist) for (const row of sel.all(name)) r.log.push(Buffer.from(row.data));
		rooms.set(name, r);
	}
	return r;
};
let scheduled = false;
const flush = () => {
	scheduled = false;
	if (persist && pending.length) {
		db.exec('BEGIN');
		for (const [d, u] of pending) ins.run(d, u);
		db.exec('COMMIT');
		pending = [];
	}
	for (const r of dirty) {
		// one buffer for everyone who sent nothing in this batch; senders get the others' frames only
		const senders = new Set(r.out.map((o) => o.from));
		const whole = r.out.length === 1 ? r.out[0].f : Buffer.concat(r.out.map((o) => o.f));
		for (const c of r.conns) {
			if (!senders.has(c)) c.write(whole);
			else {
				const own = r.out.filter((o) => o.from !== c);
				if (own.length) c.write(own.length === 1 ? own[0].f : Buffer.concat(own.map((o) => o.f)));
			}
		}
		r.out = [];
	}
	dirty.clear();
};
const fault = process.env.FAULT;
let nth = 0;
const relay = (r, from, payload) => {
	if (fault && payload[0] === 0 && ++nth % 50 === 0) {
		if (fault === 'drop') return;
		if (fault === 'dup') r.out.push({ from, f: frame(payload) });
		if (fault === 'late') {
			setTimeout(() => relay(r, from, payload), 400);
			return;
		}
		if (fault === 'forget') r.log.pop();
	}
	r.out.push({ from, f: frame(payload) });
	dirty.add(r);
	if (!scheduled) {
		scheduled = true;
		if (flushMs) setTimeout(flush, flushMs);
		else setImmediate(flush);
	}
};
const onMessage = (r, sock, p) => {
	if (p[0] === 0 && p[1] === 0) {
		sock.write(frame(Buffer.from([0, 1, 2, 0, 0])));
		sock.write(frame(Buffer.from([0, 0, 1, 0])));
		if (r.log.length) sock.write(Buffer.concat(r.log.map(frame)));
	} else if (p[0] === 0 && p[1] === 2) {
		r.log.push(p);
		if (persist) pending.push([r.name, p]);
		relay(r, sock, p);
	} else if (p[0] === 1) relay(r, sock, p);
};
const server = http.createServer((_q, s) => s.end('relay'));
server.on('upgrade', (req, sock) => {
	sock.setNoDelay(true);
	const key = createHash('sha1')
		.update(req.headers['sec-websocket-key'] + '258EAFA5-E914-47DA-95CA-C5AB0DC85B11')
		.digest('base64');
	sock.write(
		`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`,
	);
	const r = room(req.url.split('?')[0].slice(1));
	r.conns.add(sock);
	let rest = null;
	sock.on('data', (buf) => {
		if (rest) {
			buf = Buffer.concat([rest, buf]);
			rest = null;
		}
		let i = 0;
		while (buf.length - i >= 6) {
			let n = buf[i + 1] & 127;
			let h = 6;
			if (n === 126) {
				if (buf.length - i < 8) break;
				n = buf.readUInt16BE(i + 2);
				h = 8;
			} else if (n === 127) {
				if (buf.length - i < 14) break;
				n = Number(buf.readBigUInt64BE(i + 2));
				h = 14;
			}
			if (buf.length - i < h + n) break;
			const op = buf[i] & 15;
			const p = Buffer.from(buf.subarray(i + h, i + h + n));
			const m = buf.subarray(i + h - 4, i + h);
			if (m.readUInt32BE(0) !== 0) for (let k = 0; k < n; k++) p[k] ^= m[k & 3];
			i += h + n;
			if (op === 2) onMessage(r, sock, p);
			else if (op === 8) sock.end();
		}
		if (i < buf.length) rest = Buffer.from(buf.subarray(i));
	});
	const gone = () => {
		r.conns.delete(sock);
		if (persist && !r.conns.size) rooms.delete(r.name);
	};
	sock.on('close', gone);
	sock.on('error', gone);
});
server.listen(Number(process.env.PORT), '127.0.0.1');
