import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { setConfig, TestServer } from './test-http.ts';

let server: TestServer;
let sockets: Socket[];
beforeEach(async () => {
	setConfig({ LIMIT_REQUEST_TIMEOUT: '1', LIMIT_UPLOAD_RATE: '2000' });
	server = new TestServer();
	sockets = [];
	await server.listen();
});
afterEach(async () => {
	for (const socket of sockets) socket.destroy();
	await server.close();
});

const FILE = `/bijeenkomsten/${'a'.repeat(20)}/afbeeldingen`;
const SECONDS = 2.5;

/** Sends a body in bits over some seconds; resolves with the first line of the answer. */
function dribble(path: string, bytesPerSecond: number): Promise<string> {
	const size = Math.ceil(bytesPerSecond * SECONDS);
	const bit = Math.ceil(bytesPerSecond / 20);
	const socket = connect(server.port, '127.0.0.1');
	sockets.push(socket);
	socket.on('error', () => {});
	socket.write(
		`POST ${path} HTTP/1.1\r\nHost: ${server.host}\r\nOrigin: http://${server.host}\r\nContent-Length: ${size}\r\n\r\n`,
	);
	let left = size;
	const sending = setInterval(() => {
		socket.write('x'.repeat(Math.min(bit, left)));
		left -= Math.min(bit, left);
		if (left === 0) clearInterval(sending);
	}, 50);
	const { promise, resolve } = Promise.withResolvers<string>();
	socket.once('data', (data) => resolve(String(data).split('\r\n')[0]!));
	socket.once('close', () => clearInterval(sending));
	return promise;
}

test('a file may take longer than a form, as long as it keeps coming', async () => {
	expect(await dribble(FILE, 5000)).toBe('HTTP/1.1 200 OK');
});

test.each([
	['a form that takes too long', '/', 5000],
	['a file that hardly comes', FILE, 100],
])('%s is not waited for', async (_what, path, rate) => {
	expect(await dribble(path, rate)).toBe('HTTP/1.1 408 Request Timeout');
});
