import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { config } from '../config.ts';
import { limit } from '../limits.ts';
import { log } from '../log.ts';
import { longestSeconds, watchBody } from './body-time.ts';
import { addressKey, plainAddress } from './address.ts';
import { securityHeaders } from './headers.ts';
import { rawResponse, refuse } from './refuse.ts';

/** Beyond this share of the limit a connection gets no answer at all. */
const HARD = 1.2;

/** Counts what is open, in total and per address, and remembers who is one too many. */
function countConnections(server: Server) {
	const perAddress = new Map<string, number>();
	const tooMany = new WeakSet<Socket>();
	const releases = new WeakMap<Socket, () => void>();
	let total = 0;
	server.on('connection', (socket: Socket) => {
		const key = addressKey(plainAddress(socket.remoteAddress ?? ''));
		const mine = (perAddress.get(key) ?? 0) + 1;
		total++;
		perAddress.set(key, mine);
		const release = () => {
			if (!releases.delete(socket)) return;
			total--;
			const left = (perAddress.get(key) ?? 1) - 1;
			if (left > 0) perAddress.set(key, left);
			else perAddress.delete(key);
		};
		releases.set(socket, release);
		socket.once('close', release);
		// behind a proxy all connections come from that one address
		const crowded = config().trustProxyHops === 0 && mine > limit('connectionsPerAddress');
		if (crowded || total > limit('connections')) tooMany.add(socket);
		if (total > limit('connections') * HARD) socket.destroy();
	});
	return {
		isTooMany: (socket: Socket) => tooMany.has(socket),
		release: (socket: Socket) => releases.get(socket)?.(),
	};
}

const CLIENT_ERRORS: Record<string, number> = {
	HPE_HEADER_OVERFLOW: 431,
	ERR_HTTP_REQUEST_TIMEOUT: 408,
};

function answerBroken(error: { code?: string }, socket: Duplex) {
	if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
	const status = CLIENT_ERRORS[error.code ?? ''] ?? 400;
	log.info({ event: 'http.refused', result: status, code: error.code });
	socket.end(rawResponse(status, securityHeaders(config().origin)));
}

type Upgrade = (req: IncomingMessage, socket: Duplex, head: Buffer) => unknown;

/** Without something that answers websockets nothing here speaks anything but HTTP. */
function refuseUpgrade(_req: IncomingMessage, socket: Duplex) {
	socket.on('error', () => socket.destroy());
	socket.end(rawResponse(404, securityHeaders(config().origin)));
}

/** An HTTP server with our limits around a listener. */
export function createLimitedServer(
	listener: RequestListener,
	upgrade: Upgrade = refuseUpgrade,
): Server {
	const server = createServer({
		maxHeaderSize: limit('headerBytes'),
		headersTimeout: limit('headersTimeout') * 1000,
		requestTimeout: longestSeconds() * 1000,
		keepAliveTimeout: limit('keepAliveTimeout') * 1000,
		connectionsCheckingInterval: 1000,
	});
	const { isTooMany, release } = countConnections(server);
	server.on('request', (req, res) => {
		watchBody(req, () => answerBroken({ code: 'ERR_HTTP_REQUEST_TIMEOUT' }, req.socket));
		if (!isTooMany(req.socket)) return listener(req, res);
		for (const [name, value] of Object.entries(securityHeaders(config().origin)))
			res.setHeader(name, value);
		refuse(req, res, {
			status: 503,
			text: 'Het is hier nu te druk. Probeer het over een minuut opnieuw.',
			headers: { 'Retry-After': '60' },
		});
	});
	server.on('clientError', answerBroken);
	server.on('upgrade', (req, socket, head) => {
		// from here on it is not a request that hangs about, and who answers has limits of its own
		release(req.socket);
		upgrade(req, socket, head);
	});
	return server;
}

/** Stops taking requests, lets those under way finish, and cuts what still hangs after 3 seconds. */
export function closeServer(server: Server): Promise<void> {
	const GRACE = 3000;
	return new Promise((resolve) => {
		server.close(() => resolve());
		server.closeIdleConnections();
		setTimeout(() => server.closeAllConnections(), GRACE).unref();
	});
}
