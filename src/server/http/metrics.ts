import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { config, isLoopbackName } from '../config.ts';
import { metricsText } from '../metrics/metrics.ts';
import { plainAddress } from './address.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest();

function hasToken({ headers }: IncomingMessage, { metricsToken } = config()): boolean {
	const sent = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1];
	return Boolean(metricsToken && sent) && timingSafeEqual(sha256(sent!), sha256(metricsToken));
}

/**
 * Asked on this machine itself. What a proxy here passes on comes from this machine too: that
 * carries a header of the proxy, or the public name.
 */
function isLocal({ headers, socket }: IncomingMessage): boolean {
	const name = headers.host?.replace(/:\d+$/, '') ?? '';
	const isPassedOn = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'].some(
		(header) => headers[header] !== undefined,
	);
	return (
		isLoopbackName(plainAddress(socket.remoteAddress ?? '')) && isLoopbackName(name) && !isPassedOn
	);
}

/** `/metrics`, for a monitor on this machine or with the token; to others there is no such page. */
export function answerMetrics(req: IncomingMessage, res: ServerResponse): boolean {
	if (req.method !== 'GET' || req.url !== '/metrics') return false;
	if (!isLocal(req) && !hasToken(req)) return false;
	res.setHeader('Content-Type', 'text/plain; version=0.0.4; charset=utf-8');
	res.end(metricsText());
	return true;
}
