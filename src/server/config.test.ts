import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const KEY = 'qJ3v9mWZk0y1Qd7nT5bXcR8uLhE2sFgPaNoIiVtYwDk=';

function sentences(env: Record<string, string>): readonly string[] {
	try {
		readConfig(env);
	} catch (error) {
		if (error instanceof ConfigError) return error.sentences;
		throw error;
	}
	return [];
}

describe('with nothing set', () => {
	it('serves this machine only', () => {
		const config = readConfig({});
		expect(config).toMatchObject({
			origin: 'http://localhost:3000',
			host: '127.0.0.1',
			port: 3000,
			isLoopback: true,
			isDefaultOrigin: true,
			trustProxyHops: 0,
		});
		expect(config.migrationsDir).toMatch(/[/\\]drizzle$/);
	});

	it('takes an empty variable as one that is not set', () => {
		expect(readConfig({ PORT: '', PUBLIC_ORIGIN: '', HOST: '' }).port).toBe(3000);
	});
});

describe('beyond this machine', () => {
	it('is public behind a proxy on the same machine, too', () => {
		const config = readConfig({ PUBLIC_ORIGIN: 'https://samenspel.example' });
		expect(config.isLoopback).toBe(false);
		expect(config.origin).toBe('https://samenspel.example');
	});

	it.each([
		['an open address without an origin', { HOST: '0.0.0.0' }, /PUBLIC_ORIGIN op het https-adres/],
		['plain http on a name', { PUBLIC_ORIGIN: 'http://samenspel.example' }, /https:\/\//],
		[
			'localhost on an open address',
			{ HOST: '0.0.0.0', PUBLIC_ORIGIN: 'http://localhost:3000' },
			/https/,
		],
		['an origin with a path', { PUBLIC_ORIGIN: 'https://x.example/pad' }, /zonder pad/],
		['an origin with a user', { PUBLIC_ORIGIN: 'https://a:b@x.example' }, /zonder pad/],
		['no address at all', { PUBLIC_ORIGIN: 'samenspel' }, /zonder pad/],
	])('refuses %s', (_, env, sentence) => {
		expect(sentences(env)).toHaveLength(1);
		expect(sentences(env)[0]).toMatch(sentence);
	});
});

describe('one sentence per mistake', () => {
	it.each([
		[{ PORT: 'tachtig' }, /^PORT /],
		[{ PORT: '70000' }, /^PORT /],
		[{ HOST: 'samenspel' }, /^HOST /],
		[{ APP_KEY: 'geheim' }, /^APP_KEY .*openssl/],
		[{ APP_KEY: 'a'.repeat(64) }, /^APP_KEY .*raden/],
		[{ SMTP_URL: 'http://mail' }, /^SMTP_URL /],
		[{ MAIL_FROM: 'Samenspel' }, /^MAIL_FROM /],
		[{ TRUST_PROXY_HOPS: '-1' }, /^TRUST_PROXY_HOPS /],
		[{ LOG_LEVEL: 'luid' }, /^LOG_LEVEL /],
		[{ SECURITY_CONTACT: 'security@hogeschool.nl' }, /^SECURITY_CONTACT .*mailto:/],
		[{ METRICS_TOKEN: 'geheim' }, /^METRICS_TOKEN .*openssl/],
		[{ LIMIT_BODY: 'veel' }, /^LIMIT_BODY /],
		[{ LIMIT_BODI: '1' }, /^LIMIT_BODI is geen bekende limiet/],
	])('%o', (env, sentence) => {
		const found = sentences(env);
		expect(found).toHaveLength(1);
		expect(found[0]).toMatch(sentence);
	});

	it('names all mistakes at once', () => {
		expect(sentences({ PORT: 'x', LOG_LEVEL: 'x', LIMIT_BODY: 'x' })).toHaveLength(3);
	});
});

it('takes what is right', () => {
	const config = readConfig({
		APP_KEY: KEY,
		PORT: '0',
		SMTP_URL: 'smtps://u:p@mail.example:465',
		MAIL_FROM: 'Samenspel <samenspel@mail.example>',
		LIMIT_REQUESTS_ANONYMOUS: '5',
		TRUST_PROXY_HOPS: '1',
	});
	expect(config).toMatchObject({ appKey: KEY, port: 0, trustProxyHops: 1 });
	expect(config.limits.requestsAnonymous).toBe(5);
	expect(config.limits.body).toBe(262_144);
});
