import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { onChanged } from '#server/changed.ts';
import { config } from '#server/config.ts';
import { addressKey, clientAddress } from '#server/http/address.ts';
import { findUpgradeRefusal } from '#server/http/checks.ts';
import { securityHeaders } from '#server/http/headers.ts';
import { rawResponse } from '#server/http/refuse.ts';
import { limit } from '#server/limits.ts';
import { errorFields, log } from '#server/log.ts';
import { events } from '#server/metrics/events.ts';
import { singleton } from '#server/singleton.ts';
import { isStopping, onStop } from '#server/stop.ts';
import { parseName, SYNC_PATH } from '../name.ts';
import { CLOSE } from './codes.ts';
import { admit, countConnection, enter, isTooBusy, type Outcome } from './connect.ts';
import { Connection } from './connection.ts';
import { mayStillWrite, recheckRights } from './cut.ts';
import type { SyncOptions } from './kind.ts';
import { sync } from './rooms.ts';
import { startTending } from './tend.ts';
import { inTurn } from './turns.ts';

/** Milliseconds within which who asks has to be known. */
const HANDSHAKE = 5000;

const door = () =>
	singleton('sync-door', () => ({
		total: 0,
		perAddress: new Map<string, number>(),
		wss: new WebSocketServer({
			noServer: true,
			clientTracking: false,
			perMessageDeflate: false,
			maxPayload: limit('syncMessage'),
			maxFragments: 64,
			maxBufferedChunks: 4096,
			maxPendingAutoPongs: 8,
			closeTimeout: 3000,
		} as ConstructorParameters<typeof WebSocketServer>[0]),
	}));

/** From here on sockets are answered. Calling it again only renews what the kinds are. */
export function startSync(options: SyncOptions) {
	const isFirst = !sync().options;
	sync().options = options;
	onChanged('sync', recheckRights);
	if (isFirst) onStop(startTending());
}

/** Takes a request for a websocket on the server of the pages. */
export async function handleUpgrade(req: IncomingMessage, socket: Duplex, head: Buffer) {
	socket.on('error', () => socket.destroy());
	const name = nameOf(req);
	const address = clientAddress(req, config().trustProxyHops);
	const status = refusalOf(req, name, address);
	if (status) return socket.end(rawResponse(status, securityHeaders(config().origin)));
	const isCrowded = count(socket, addressKey(address!));
	const slow = setTimeout(() => socket.destroy(), HANDSHAKE);
	try {
		const asked = isCrowded ? isTooBusy() : await admit(req, name!);
		clearTimeout(slow);
		await inTurn(() =>
			door().wss.handleUpgrade(req, socket, head, (ws) =>
				settle(ws, socket, 'code' in asked ? asked : enter(req, name!, asked)),
			),
		);
	} catch (error) {
		log.error({ event: 'sync.connect-failed', ...errorFields(error) });
		socket.destroy();
	} finally {
		clearTimeout(slow);
	}
}

function nameOf({ url = '' }: IncomingMessage): string | undefined {
	const path = url.split('?', 1)[0]!;
	const name = path.startsWith(SYNC_PATH) ? path.slice(SYNC_PATH.length) : '';
	return parseName(name) && name;
}

function refusalOf(req: IncomingMessage, name: string | undefined, address: string | undefined) {
	if (isStopping()) return 503;
	if (!address) return 400;
	return findUpgradeRefusal(req, config()) ?? (name ? undefined : 404);
}

/** Counts it until it is closed; true when it is one too many. */
function count(socket: Duplex, key: string): boolean {
	const state = door();
	const mine = (state.perAddress.get(key) ?? 0) + 1;
	state.perAddress.set(key, mine);
	state.total++;
	socket.once('close', () => {
		state.total--;
		const left = (state.perAddress.get(key) ?? 1) - 1;
		if (left > 0) state.perAddress.set(key, left);
		else state.perAddress.delete(key);
	});
	const isCrowded =
		state.total > limit('syncConnections') || mine > limit('syncConnectionsPerAddress');
	if (isCrowded) events().limitHit({ limit: 'syncConnections' });
	return isCrowded;
}

function settle(ws: WebSocket, socket: Duplex, outcome: Outcome) {
	// without a listener one broken frame would end the process
	ws.on('error', () => ws.terminate());
	if ('code' in outcome) {
		ws.on('close', countClose);
		return ws.close(outcome.code, outcome.reason);
	}
	const { room } = outcome;
	const connection = new Connection(ws, socket, outcome);
	ws.on('message', (data: Buffer, isBinary: boolean) => {
		if (isBinary) room.receive(connection, data);
		else connection.close(CLOSE.protocol);
	});
	const uncount = countConnection(connection.visitor);
	ws.on('close', (code) => {
		uncount();
		countClose(connection.code ?? code);
		room.leave(connection);
	});
	// what was asked before it came in may have changed since
	mayStillWrite(room, connection);
	if (!connection.isBarred) room.join(connection);
}

/** Those we know; what another side makes up is not a label. */
const KNOWN: ReadonlySet<number> = new Set([1000, 1001, 1005, 1006, 1009, ...Object.values(CLOSE)]);
const countClose = (code: number) =>
	events().socketClose({ code: KNOWN.has(code) ? code : 'other' });
