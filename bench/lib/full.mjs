// Helpers of the scenarios that run in the orchestrating process: a full client
// (its Y.Doc follows the server) and a light one that only counts what it saw.
import * as Y from 'yjs';
import { YConn } from './yconn.mjs';
import { scanUpdate } from './yupdate.mjs';
import { textOf } from './tekst.mjs';

export const urlFor = (url, dialect, doc) =>
	url.replace('{doc}', dialect === 'hocuspocus' ? '' : encodeURIComponent(doc));

// A document that stays in step with the server. `want()` polls until fn(doc) holds. With `asOne` it
// stands for a device of its own among many in this process: what came in for the others is taken in
// after all of it arrived, and `now()` counts this one's own work only.
export const fullClient = ({ url, headers, dialect, doc: name, timeoutMs = 30000, asOne }) =>
	new Promise((resolve, reject) => {
		const doc = new Y.Doc();
		let applyMs = 0;
		let arrived = 0;
		let begun = 0;
		const after = asOne ? setImmediate : (run) => run();
		const conn = new YConn({
			url: urlFor(url, dialect, name),
			headers,
			dialect,
			doc: name,
			h: {
				update: (b, s, e, t) => {
					const bytes = new Uint8Array(b.subarray(s, e));
					after(() => {
						[arrived, begun] = [t, performance.now()];
						Y.applyUpdate(doc, bytes);
						applyMs += performance.now() - begun;
					});
				},
				joined: () => after(() => resolve(api)),
				closed: (reason) => {
					api.closed = reason;
					reject(new Error('full client: ' + reason));
				},
			},
		});
		const timer = setTimeout(() => {
			conn.kill();
			reject(new Error('full client: no sync within ' + timeoutMs));
		}, timeoutMs);
		const api = {
			doc,
			conn,
			get applyMs() {
				return applyMs;
			},
			/** While something is taken in: the moment it would be on a device that does nothing else. */
			now: () => arrived + performance.now() - begun,
			text: () => textOf(doc),
			async want(fn, ms = 10000) {
				const end = performance.now() + ms;
				while (performance.now() < end) {
					if (fn(doc)) return true;
					await new Promise((resolve) => setTimeout(resolve, 20));
				}
				return fn(doc);
			},
			close() {
				clearTimeout(timer);
				conn.close();
			},
		};
	});

// A client without a document that keeps, for one watched client id, which clocks
// it saw and how many deleted ones; complete when both reach the wanted numbers.
// The moment that counts is when it arrived: with `after` it is read at another one, so that many
// in one process do not wait for each other's reading, as they would not on devices of their own.
export const countingClient = ({
	url,
	headers,
	dialect,
	doc: name,
	client,
	wantClock = 0,
	wantDeletes = 0,
	timeoutMs = 60000,
	after,
}) => {
	const st = { clock: 0, deletes: new Set(), deleteCount: 0, tComplete: null, firstEmpty: null };
	const done = {};
	st.complete = new Promise((resolve, reject) => {
		done.resolve = resolve;
		done.reject = reject;
	});
	st.complete.catch(() => {});
	st.joined = new Promise((resolve, reject) => {
		done.jr = resolve;
		done.jx = reject;
	});
	st.joined.catch(() => {});
	const marks = new Uint8Array(1 << 20);
	const timer = setTimeout(() => {
		done.reject(
			new Error(
				`incomplete after ${timeoutMs} ms: clock ${st.clock}/${wantClock}, deletes ${st.deleteCount}/${wantDeletes}`,
			),
		);
		done.jx(new Error('not joined'));
	}, timeoutMs);
	const onStruct = (c, clock, len) => {
		if (c === client && clock + len > st.clock) st.clock = clock + len;
	};
	const onDelete = (c, clock, len) => {
		if (c === client)
			for (let k = clock; k < clock + len; k++)
				if (!marks[k]) {
					marks[k] = 1;
					st.deleteCount++;
				}
	};
	const take = (b, s, e, t, sync2) => {
		scanUpdate(b, s, e, onStruct, onDelete);
		if (sync2 && st.firstEmpty === null) st.firstEmpty = wantClock > 0 && st.clock < wantClock;
		if (
			st.tComplete === null &&
			st.clock >= wantClock &&
			st.deleteCount >= wantDeletes &&
			(conn.sync2 > 0 || st.clock > 0)
		) {
			st.tComplete = t;
			clearTimeout(timer);
			done.resolve(t - conn.t0);
		}
		st.onProgress?.();
	};
	st.onProgress = null;
	const conn = (st.conn = new YConn({
		url: urlFor(url, dialect, name),
		headers,
		dialect,
		doc: name,
		h: {
			update: (b, s, e, t, _c, sync2) => {
				if (!after) return take(b, s, e, t, sync2);
				const bytes = new Uint8Array(b.subarray(s, e));
				after(() => take(bytes, 0, bytes.length, t, sync2));
			},
			joined: (t) => done.jr(t - conn.t0),
			closed: (reason) => {
				clearTimeout(timer);
				st.closed = reason;
				done.reject(new Error(reason));
				done.jx(new Error(reason));
			},
		},
	}));
	st.close = () => {
		clearTimeout(timer);
		conn.close();
	};
	return st;
};
