import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { MESSAGE } from './frames.ts';

// each of many tabs waits for the end of the process
process.setMaxListeners(0);

/** Where a server listens, and what a browser with this cookie says to it. */
export interface Door {
	readonly port: number;
	headers: (cookie: string) => Record<string, string>;
}

/** The stock client of y-websocket. */
export function stockClient(
	door: Door,
	cookie: string,
	{ name, doc }: { name: string; doc: Y.Doc },
) {
	const headers = door.headers(cookie);
	class Browser extends WebSocket {
		constructor(url: string, protocols: string[]) {
			super(url, protocols, { headers });
		}
	}
	const provider = new WebsocketProvider(`ws://127.0.0.1:${door.port}/sync`, name, doc, {
		WebSocketPolyfill: Browser as unknown as typeof globalThis.WebSocket,
		disableBc: true,
	});
	// it says on the console what it does not know
	for (const own of Object.values(MESSAGE)) provider.messageHandlers[own] ??= () => {};
	return provider;
}
