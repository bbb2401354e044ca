import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { setConfig } from './http/test-http.ts';
import { limitVariable } from './limit-defaults.ts';
import { rateHeaders, rateLimit } from './limits.ts';

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['performance', 'Date'] });
	setConfig({ LIMIT_SEARCHES: '3' });
});
afterEach(() => vi.useRealTimers());

const ask = (key = 'a') => rateLimit('searches', key);

it('lets through what is allowed, and says how long to wait for the next', () => {
	for (const remaining of [2, 1, 0]) expect(ask()).toMatchObject({ allowed: true, remaining });
	const refused = ask();
	expect(refused).toMatchObject({ allowed: false, retryAfter: 20 });
	expect(rateHeaders(refused)).toMatchObject({ 'Retry-After': '20', 'RateLimit-Limit': '3' });
});

it('lets through again after exactly that long', () => {
	for (let n = 0; n < 4; n++) ask();
	vi.advanceTimersByTime(19_000);
	expect(ask().allowed).toBe(false);
	vi.advanceTimersByTime(1000);
	expect(ask().allowed).toBe(true);
});

it('counts each key apart', () => {
	for (let n = 0; n < 4; n++) ask();
	expect(ask('b').allowed).toBe(true);
});

it('is neither freed nor jammed by a jump of the wall clock', () => {
	for (let n = 0; n < 3; n++) ask();
	vi.setSystemTime(Date.now() + 86_400_000);
	expect(ask().allowed).toBe(false);
	vi.setSystemTime(0);
	vi.advanceTimersByTime(20_000);
	expect(ask().allowed).toBe(true);
});

it('is set by a variable that is named after it', () => {
	expect(limitVariable('connectionsPerAddress')).toBe('LIMIT_CONNECTIONS_PER_ADDRESS');
});
