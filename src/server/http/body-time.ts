import type { IncomingMessage } from 'node:http';
import { limit } from '../limits.ts';
import { isUpload } from './checks.ts';

/** How long the largest file may take, at the slowest rate: after that Node itself ends it. */
export const longestSeconds = () =>
	limit('requestTimeout') + Math.ceil(limit('upload') / limit('uploadRate'));

/**
 * Ends a request of which the body does not come: a form has to be here in time, a file may take as
 * long as it needs over a slow line, but has to keep coming. Who only keeps a connection busy does
 * neither.
 */
export function watchBody(req: IncomingMessage, tooSlow: () => void) {
	if (!Number(req.headers['content-length'] ?? 0)) return;
	const { socket } = req;
	const seconds = limit('requestTimeout');
	const least = limit('uploadRate') * seconds;
	let before = socket.bytesRead;
	const stop = () => clearInterval(timer);
	const timer = setInterval(() => {
		const came = socket.bytesRead - before;
		before += came;
		if (req.complete) stop();
		else if (!isUpload(req) || came < least) {
			stop();
			tooSlow();
		}
	}, seconds * 1000).unref();
	req.once('end', stop).once('close', stop);
}
