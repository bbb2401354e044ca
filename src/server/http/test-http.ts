import { once } from 'node:events';
import { request, type IncomingHttpHeaders, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { config } from '../config.ts';
import { forget, singleton } from '../singleton.ts';
import { readConfig } from '../config.ts';
import { forgetRates } from '../limits.ts';
import { createLimitedServer } from './server.ts';
import { createWrapper, type WrapperOptions } from './wrapper.ts';

export interface Answer {
	status: number;
	headers: IncomingHttpHeaders;
	body: string;
}

/** For tests: the environment says this and nothing else. */
export function setConfig(env: Record<string, string>) {
	forget('config');
	singleton('config', () =>
		readConfig({ DATA_DIR: process.env.DATA_DIR, LOG_LEVEL: 'silent', ...env }),
	);
	forgetRates();
}

export class TestServer {
	readonly server: Server;
	/** What came through to the pages, in order. */
	readonly seen: { url: string; headers: IncomingHttpHeaders }[] = [];

	constructor(options: Partial<WrapperOptions> = {}) {
		const handler: WrapperOptions['handler'] = (req, res, next) => {
			this.seen.push({ url: req.url ?? '', headers: { ...req.headers } });
			if (req.url === '/stuk') throw new Error('geheim');
			if (req.url === '/nergens') return next();
			req.resume().on('end', () => res.end('pagina'));
		};
		this.server = createLimitedServer(createWrapper({ handler, ...options }));
	}

	async listen() {
		this.server.listen(0, '127.0.0.1');
		await once(this.server, 'listening');
	}

	get port() {
		return (this.server.address() as AddressInfo).port;
	}

	get host() {
		const { isDefaultOrigin, origin } = config();
		return isDefaultOrigin ? `localhost:${this.port}` : new URL(origin).host;
	}

	ask(path = '/', { method = 'GET', headers = {}, body = '' } = {}): Promise<Answer> {
		return new Promise((resolve, reject) => {
			const sent = { host: this.host, connection: 'close', ...headers };
			const options = { port: this.port, host: '127.0.0.1', path, method, headers: sent };
			const req = request(options, (res) => {
				let text = '';
				res.on('data', (part) => (text += part));
				res.on('end', () =>
					resolve({ status: res.statusCode ?? 0, headers: res.headers, body: text }),
				);
			});
			req.on('error', reject).end(body);
		});
	}

	/** Sends these bytes and gives everything that comes back until the end. */
	async raw(bytes: string): Promise<string> {
		const socket = connect(this.port, '127.0.0.1');
		let text = '';
		socket.on('data', (part) => (text += part));
		socket.write(bytes);
		await once(socket, 'close');
		return text;
	}

	async close() {
		this.server.closeAllConnections();
		this.server.close();
		await once(this.server, 'close');
	}
}
