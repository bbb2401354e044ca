import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshDb } from '../db/test-db.ts';
import { storageTrouble } from '../db/trouble.ts';
import { nameRoute } from '../metrics/events.ts';
import { queueMail } from '../mail/outbox.ts';
import { forget } from '../singleton.ts';
import { TestServer, setConfig } from './test-http.ts';

const TOKEN = 'een-woord-dat-niemand-raadt';
let server: TestServer;

async function start(env: Record<string, string> = {}) {
	setConfig(env);
	await server.listen();
}
const read = async (headers: Record<string, string> = {}) =>
	(await server.ask('/metrics', { headers })).body;

beforeEach(() => {
	freshDb();
	for (const name of ['metrics', 'metric-events']) forget(name);
	server = new TestServer({
		handler: (req, res, next) => {
			if (req.url === '/metrics') return next();
			nameRoute(req, '/teams/[id]');
			res.end('pagina');
		},
	});
});
afterEach(() => server.close());

describe('who may read', () => {
	const PUBLIC = { PUBLIC_ORIGIN: 'https://samenspel.example', METRICS_TOKEN: TOKEN };
	const ask = (headers: Record<string, string>) => server.ask('/metrics', { headers });

	it('this machine itself', async () => {
		await start(PUBLIC);
		const answer = await ask({ host: `127.0.0.1:${server.port}` });
		expect(answer.status).toBe(200);
		expect(answer.headers['content-type']).toContain('version=0.0.4');
	});

	it('who has the token', async () => {
		await start(PUBLIC);
		expect((await ask({ authorization: `Bearer ${TOKEN}` })).status).toBe(200);
	});

	it.each([
		['under the public name', {}],
		['with a wrong token', { authorization: 'Bearer iets-anders-dat-lang-is' }],
		['with an empty token', { authorization: 'Bearer ' }],
		['with a password', { authorization: `Basic ${TOKEN}` }],
	])('nobody %s', async (_, headers) => {
		await start(PUBLIC);
		expect((await ask(headers)).status).toBe(404);
	});

	it('nobody through a proxy on this machine', async () => {
		await start();
		expect((await ask({})).status).toBe(200);
		expect((await ask({ 'x-forwarded-for': '10.0.0.1' })).status).toBe(404);
	});

	it('nobody by a token that is not set', async () => {
		await start({ PUBLIC_ORIGIN: 'https://samenspel.example' });
		expect((await ask({ authorization: 'Bearer undefined' })).status).toBe(404);
	});
});

describe('what is told', () => {
	it('counts answers by the pattern of their route', async () => {
		await start();
		await server.ask('/teams/geheim-1?q=geheim');
		await server.ask('/teams/geheim-2');
		await server.ask('/', { method: 'POST' });
		const text = await read();
		expect(text).toContain('http_requests_total{route="/teams/[id]",status="200"} 2\n');
		expect(text).toContain('http_requests_total{route="(geweigerd)",status="403"} 1\n');
		expect(text).toContain('http_duration_seconds_bucket{route="/teams/[id]",le="+Inf"} 2\n');
		expect(text).toContain('http_duration_seconds_count{route="/teams/[id]"} 2\n');
		expect(text).not.toContain('geheim');
	});

	it('counts what a limit turned away', async () => {
		await start({ LIMIT_REQUESTS_ANONYMOUS: '1' });
		for (let n = 0; n < 3; n++) await server.ask('/');
		expect(await read()).toContain('limit_hits_total{limit="requestsAnonymous"} 2\n');
	});

	it('counts a database that stayed locked', async () => {
		await start();
		expect(await read()).toContain('sqlite_busy_total 0\n');
		storageTrouble(Object.assign(new Error(), { code: 'SQLITE_BUSY' }));
		expect(await read()).toContain('sqlite_busy_total 1\n');
	});

	it('measures what there is at this moment', async () => {
		await start();
		queueMail({ to: 'wie@post.example', subject: 's', text: 't' });
		const text = await read();
		expect(text).toContain('mail_queue 1\n');
		for (const name of ['rss_bytes', 'disk_free_bytes', 'eventloop_delay_seconds{quantile="0.99"}'])
			expect(text).toMatch(new RegExp(`^${name.replace(/[{}.]/g, '\\$&')} [0-9.e+-]+$`, 'm'));
		expect(text).not.toContain('wie@post.example');
	});

	it('goes on when one of them cannot be read', async () => {
		await start();
		freshDb().$client.close();
		expect(await read()).toMatch(/^rss_bytes \d+$/m);
	});
});
