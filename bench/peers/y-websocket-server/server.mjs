// @y/websocket-server as its authors describe it, with y-leveldb as persistence.
// (Version 0.1.5 no longer reads YPERSISTENCE itself, so setPersistence it is.)
import http from 'node:http';
import { createRequire } from 'node:module';
import * as Y from 'yjs';
import { LeveldbPersistence } from 'y-leveldb';
import { setPersistence, setupWSConnection } from '@y/websocket-server/utils';

const require = createRequire(import.meta.url);
const WebSocket = require('ws'); // the package's own version 6
const dir = process.env.DATA_DIR;
if (dir) {
	const ldb = new LeveldbPersistence(dir + '/leveldb');
	setPersistence({
		provider: ldb,
		bindState: async (name, doc) => {
			const stored = await ldb.getYDoc(name);
			const mine = Y.encodeStateAsUpdate(doc);
			ldb.storeUpdate(name, mine);
			Y.applyUpdate(doc, Y.encodeStateAsUpdate(stored));
			doc.on('update', (update) => {
				ldb.storeUpdate(name, update);
			});
		},
		writeState: async () => {},
	});
}
const wss = new WebSocket.Server({ noServer: true });
wss.on('connection', setupWSConnection);
const server = http.createServer((_q, s) => s.end('okay'));
server.on('upgrade', (req, socket, head) =>
	wss.handleUpgrade(req, socket, head, (ws) => wss.emit('connection', ws, req)),
);
server.listen(Number(process.env.PORT), '127.0.0.1');
