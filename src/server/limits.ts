import { config } from './config.ts';
import type { LimitName } from './limit-defaults.ts';
import { RATES, type RateName } from './limit-defaults.ts';
import { events } from './metrics/events.ts';
import { singleton } from './singleton.ts';

/** Buckets kept in memory; the one that was not used for longest goes first. */
const MAX_KEYS = 50_000;

export interface RateResult {
	allowed: boolean;
	limit: number;
	remaining: number;
	/** Whole seconds until one more is allowed; 0 when it is allowed now. */
	retryAfter: number;
	/** Whole seconds until the bucket is full again. */
	reset: number;
}

interface Bucket {
	tokens: number;
	/** Monotonic milliseconds, so that a jump of the wall clock frees or jams nobody. */
	at: number;
}

const buckets = () => singleton('rate-buckets', () => new Map<string, Bucket>());

/** The value of a limit: its default, or what the environment says (`LIMIT_…`). */
export const limit = (name: LimitName): number => config().limits[name];

function touch(id: string, full: number, perMs: number): Bucket {
	const at = performance.now();
	const known = buckets().get(id);
	const tokens = known ? Math.min(full, known.tokens + (at - known.at) * perMs) : full;
	const bucket = { tokens, at };
	buckets().delete(id);
	buckets().set(id, bucket);
	if (buckets().size > MAX_KEYS) {
		const oldest = buckets().keys().next().value;
		if (oldest !== undefined) buckets().delete(oldest);
	}
	return bucket;
}

/**
 * Counts one request of `key` (an account id, or an address from `addressKey()`) and says whether it
 * is allowed. A refused request costs nothing: who waits the stated seconds gets through.
 */
export function rateLimit(name: RateName, key: string): RateResult {
	const full = limit(name);
	const perMs = full / (RATES[name] * 1000);
	const bucket = touch(`${name}:${key}`, full, perMs);
	const allowed = bucket.tokens >= 1;
	if (allowed) bucket.tokens -= 1;
	else events().limitHit({ limit: name });
	return {
		allowed,
		limit: full,
		remaining: Math.floor(bucket.tokens),
		retryAfter: allowed ? 0 : Math.max(1, Math.ceil((1 - bucket.tokens) / perMs / 1000)),
		reset: Math.ceil((full - bucket.tokens) / perMs / 1000),
	};
}

export const rateHeaders = (rate: RateResult): Record<string, string> => ({
	'RateLimit-Limit': String(rate.limit),
	'RateLimit-Remaining': String(rate.remaining),
	'RateLimit-Reset': String(rate.reset),
	...(rate.allowed ? {} : { 'Retry-After': String(rate.retryAfter) }),
});

/** For tests: nobody has asked anything yet. */
export const forgetRates = () => buckets().clear();
