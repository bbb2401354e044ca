import type { ServerResponse } from 'node:http';

/** Seconds. */
const LATER = '5';
const TRY_AGAIN = new Set([429, 503]);

/**
 * Every answer that says "not now" says when to come back, also those that Kit makes by itself
 * when something before a page failed: our own code never sees them.
 */
export function comeBackLater(res: ServerResponse) {
	const writeHead = res.writeHead.bind(res) as (...args: unknown[]) => ServerResponse;
	res.writeHead = ((status: number, ...rest: unknown[]) => {
		if (TRY_AGAIN.has(status) && !res.hasHeader('Retry-After')) res.setHeader('Retry-After', LATER);
		return writeHead(status, ...rest);
	}) as ServerResponse['writeHead'];
}
