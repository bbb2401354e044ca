import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshDb } from '../db/test-db.ts';
import { forget } from '../singleton.ts';
import { TestServer, setConfig } from './test-http.ts';

let server: TestServer;

async function start(env: Record<string, string> = {}) {
	setConfig(env);
	await server.listen();
}

beforeEach(() => {
	freshDb();
	forget('readiness');
	server = new TestServer({
		isFile: (path) => path === '/robots.txt',
		hasSession: (cookie) => cookie.includes('sessie='),
	});
});
afterEach(() => server.close());

const EXPECTED = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'same-origin',
	'x-frame-options': 'DENY',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'cross-origin-embedder-policy': 'require-corp',
	'permissions-policy': expect.stringContaining('camera=()'),
	'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
};

describe('headers', () => {
	it.each([
		['a page', '/', {}, 200],
		['a file', '/robots.txt', {}, 200],
		['health', '/healthz', {}, 200],
		['nothing there', '/nergens', {}, 404],
		['a foreign host', '/', { headers: { host: 'kwaad.example' } }, 421],
		['a form from elsewhere', '/', { method: 'POST' }, 403],
		['an unknown method', '/', { method: 'PROPFIND' }, 405],
		['an address that is too long', `/${'a'.repeat(2048)}`, {}, 414],
		['a form that is too big', '/', { method: 'POST', body: 'a'.repeat(262_145) }, 413],
		['an error of ours', '/stuk', {}, 500],
	])('stand on %s', async (_, path, options, status) => {
		await start();
		const answer = await server.ask(path, options);
		expect(answer.status).toBe(status);
		expect(answer.headers).toMatchObject(EXPECTED);
		expect(answer.headers).not.toHaveProperty('strict-transport-security');
		expect(answer.headers).not.toHaveProperty('x-powered-by');
	});

	it('ask for https for a year when that is the address', async () => {
		await start({ PUBLIC_ORIGIN: 'https://samenspel.example' });
		const { headers } = await server.ask();
		expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
	});

	it('keep pages out of every cache, and files in it for an hour', async () => {
		await start();
		expect((await server.ask('/')).headers['cache-control']).toBe('private, no-store');
		expect((await server.ask('/robots.txt?1')).headers['cache-control']).toBe(
			'public, max-age=3600',
		);
	});
});

describe('Host', () => {
	it.each(['localhost', '127.0.0.1', '[::1]'])('%s is this machine', async (name) => {
		await start();
		const answer = await server.ask('/', { headers: { host: `${name}:${server.port}` } });
		expect(answer.status).toBe(200);
	});

	it.each(['localhost', 'localhost:1', 'kwaad.example', 'localhost:3000@x', 'x/api?'])(
		'%s is not',
		async (host) => {
			await start();
			expect((await server.ask('/', { headers: { host } })).status).toBe(421);
			expect(server.seen).toEqual([]);
		},
	);

	it('is the public name only, once there is one', async () => {
		await start({ PUBLIC_ORIGIN: 'https://samenspel.example' });
		const host = `localhost:${server.port}`;
		expect((await server.ask('/', { headers: { host } })).status).toBe(421);
		expect((await server.ask('/')).status).toBe(200);
	});
});

describe('Origin', () => {
	const post = (headers: Record<string, string>) =>
		server.ask('/', { method: 'POST', headers, body: 'a=1' });

	it.each([
		['application/x-www-form-urlencoded'],
		['application/json'],
		['text/plain'],
		['iets/onbekends'],
	])('is asked for %s', async (type) => {
		await start();
		const from = (origin: string) => post({ 'content-type': type, origin });
		expect((await from(`http://localhost:${server.port}`)).status).toBe(200);
		expect((await from('http://kwaad.example')).status).toBe(403);
		expect((await from('null')).status).toBe(403);
	});

	it('may be left out by a browser that says same-origin', async () => {
		await start();
		expect((await post({ 'sec-fetch-site': 'same-origin' })).status).toBe(200);
		expect((await post({ 'sec-fetch-site': 'same-site' })).status).toBe(403);
		expect((await post({})).status).toBe(403);
	});

	it('of another name of this machine is another origin', async () => {
		await start();
		expect((await post({ origin: `http://127.0.0.1:${server.port}` })).status).toBe(403);
	});
});

describe('what is asked for', () => {
	it('says which methods there are', async () => {
		await start();
		const answer = await server.ask('/', { method: 'TRACE' });
		expect(answer.status).toBe(405);
		expect(answer.headers.allow).toContain('GET');
	});

	it('is refused in words when it is too big, by a limit of the environment', async () => {
		await start({ LIMIT_BODY: '2048' });
		const answer = await server.ask('/', { method: 'POST', body: 'a'.repeat(3000) });
		expect(answer.status).toBe(413);
		expect(answer.body).toContain(
			'Dit is te groot om op te slaan (meer dan 2 kB). Je tekst staat nog in het scherm.',
		);
	});

	it('must say how long it is', async () => {
		await start();
		const headers = { 'transfer-encoding': 'chunked', 'sec-fetch-site': 'same-origin' };
		expect((await server.ask('/', { method: 'POST', headers, body: 'a' })).status).toBe(411);
	});

	it('may not hold more than a hundred headers', async () => {
		await start();
		const many = Array.from({ length: 101 }, (_, n) => [`x-${n}`, '1']);
		expect((await server.ask('/', { headers: Object.fromEntries(many) })).status).toBe(431);
	});

	it.each([
		[
			'too many bytes of headers',
			`GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
			431,
		],
		['what is no HTTP', 'hallo\r\n\r\n', 400],
		[
			'an upgrade',
			'GET /sync/x HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
			404,
		],
	])('is answered with all headers for %s', async (_, bytes, status) => {
		await start();
		const text = await server.raw(bytes);
		expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
		expect(text).toContain('X-Content-Type-Options: nosniff');
	});

	it('never shows what went wrong inside', async () => {
		await start();
		const { status, body } = await server.ask('/stuk');
		expect(status).toBe(500);
		expect(body).not.toContain('geheim');
	});
});

describe('who asks', () => {
	const forged = {
		'x-forwarded-for': '6.6.6.6, 10.1.1.1',
		'x-forwarded-proto': 'https',
		'x-forwarded-host': 'kwaad.example',
		'x-real-ip': '6.6.6.6',
		forwarded: 'for=6.6.6.6',
	};

	it('is not what a client says', async () => {
		await start();
		await server.ask('/', { headers: forged });
		const { headers } = server.seen[0]!;
		expect(headers).toMatchObject({ 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'http' });
		for (const name of ['x-forwarded-host', 'x-real-ip', 'forwarded'])
			expect(headers).not.toHaveProperty(name);
	});

	it('is what our own proxy says, counted from the right', async () => {
		await start({ PUBLIC_ORIGIN: 'https://samenspel.example', TRUST_PROXY_HOPS: '1' });
		await server.ask('/', { headers: forged });
		expect(server.seen[0]!.headers).toMatchObject({
			'x-forwarded-for': '10.1.1.1',
			'x-forwarded-proto': 'https',
		});
	});

	it('must be said by a proxy that we trust', async () => {
		await start({ TRUST_PROXY_HOPS: '1' });
		expect((await server.ask('/')).status).toBe(400);
		expect((await server.ask('/', { headers: { 'x-forwarded-for': 'x' } })).status).toBe(400);
	});
});

it('does not choose between two hosts', async () => {
	await start();
	const hosts = `Host: ${server.host}\r\nHost: kwaad.example\r\n`;
	expect(await server.raw(`GET / HTTP/1.1\r\n${hosts}Connection: close\r\n\r\n`)).toMatch(
		/^HTTP\/1\.1 400 /,
	);
	expect(server.seen).toEqual([]);
});

describe('a form', () => {
	const form = { 'content-type': 'application/x-www-form-urlencoded', accept: '*/*' };
	const acceptOf = async (headers: Record<string, string>) => {
		await start();
		const origin = { 'sec-fetch-site': 'same-origin' };
		await server.ask('/', { method: 'POST', headers: { ...origin, ...headers }, body: 'a=b' });
		return server.seen[0]?.headers.accept;
	};

	it('without our script is answered with a page', async () => {
		expect(await acceptOf(form)).toBe('text/html');
	});

	it('with our script is answered as it asks', async () => {
		expect(await acceptOf({ ...form, 'x-sveltekit-action': 'true' })).toBe('*/*');
	});

	it('is what is sent as a form: other data is answered as it asks', async () => {
		expect(await acceptOf({ ...form, 'content-type': 'application/json' })).toBe('*/*');
	});
});

describe('limits', () => {
	it('lets who is not logged in ask so often, then says when to come back', async () => {
		await start({ LIMIT_REQUESTS_ANONYMOUS: '3' });
		for (let n = 0; n < 3; n++) expect((await server.ask('/')).status).toBe(200);
		const answer = await server.ask('/');
		expect(answer.status).toBe(429);
		expect(answer.headers).toMatchObject({ 'ratelimit-limit': '3', 'ratelimit-remaining': '0' });
		const seconds = Number(answer.headers['retry-after']);
		expect(seconds).toBeGreaterThan(0);
		expect(answer.body).toContain(`Even rustig aan. Probeer het over ${seconds} seconden opnieuw.`);
	});

	it('does not count files of the build, health, or who carries a log-in', async () => {
		await start({ LIMIT_REQUESTS_ANONYMOUS: '1' });
		await server.ask('/');
		expect((await server.ask('/_app/immutable/a.js')).status).toBe(200);
		expect((await server.ask('/healthz')).status).toBe(200);
		expect((await server.ask('/', { headers: { cookie: 'sessie=x' } })).status).toBe(200);
		expect((await server.ask('/')).status).toBe(429);
	});

	it('answers 503 when one address has too many connections', async () => {
		await start({ LIMIT_CONNECTIONS_PER_ADDRESS: '1' });
		const answers = await Promise.all([1, 2, 3].map(() => server.ask('/')));
		const statuses = answers.map(({ status }) => status).sort();
		expect(statuses).toEqual([200, 503, 503]);
		expect(answers.find(({ status }) => status === 503)!.headers['retry-after']).toBe('60');
		expect((await server.ask('/')).status).toBe(200);
	});
});

describe('health', () => {
	it('is asked under any name', async () => {
		await start();
		const answer = await server.ask('/healthz', { headers: { host: '10.0.0.1' } });
		expect(answer).toMatchObject({ status: 200, body: 'ok' });
		expect(await server.ask('/readyz')).toMatchObject({ status: 200, body: 'ok' });
	});

	it('says in one word what is wrong', async () => {
		await start();
		freshDb().$client.close();
		expect(await server.ask('/readyz')).toMatchObject({ status: 503, body: 'database' });
		expect((await server.ask('/healthz')).status).toBe(200);
	});
});
