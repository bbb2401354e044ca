import type { IncomingMessage } from 'node:http';
import { singleton } from '../singleton.ts';
import { Registry } from './registry.ts';

const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 1, 3, 10];

/**
 * What is counted as it happens. A label is a word of ours (the pattern of a route, the name of a
 * limit): never an id, an address, a name or anything else that was sent.
 */
export const events = () =>
	singleton('metric-events', () => {
		const registry = new Registry();
		const request = registry.counter('http_requests_total', 'Answers, by route and status.');
		const duration = registry.histogram(
			'http_duration_seconds',
			'From request to the end of its answer, by route.',
			BOUNDS,
		);
		const busy = registry.counter('sqlite_busy_total', 'Answers 503: the database stayed locked.');
		const loginFailure = registry.counter('login_failures_total', 'Log-ins that failed.');
		const limitHit = registry.counter('limit_hits_total', 'Requests that a limit turned away.');
		for (const start of [busy, loginFailure]) start({}, 0);
		return { registry, request, duration, busy, loginFailure, limitHit, ...live(registry) };
	});

/** Of live documents. */
const live = (registry: Registry) => ({
	socketClose: registry.counter('ws_close_total', 'Connections that ended, by close code.'),
	socketReject: registry.counter('ws_reject_total', 'Updates that were refused, by reason.'),
	commit: registry.histogram(
		'update_commit_seconds',
		'From the first update of a batch to all of it on disk.',
		[0.001, 0.0025, ...BOUNDS],
	),
});

/** The pattern of the route per request; the pages know it, the wrapper counts. */
const routes = () => singleton('metric-routes', () => new WeakMap<IncomingMessage, string>());

/** What stands before the pages has a name of its own. */
export type Outside = '(bestand)' | '(geweigerd)' | '(onbekend)';

export function nameRoute(req: IncomingMessage | undefined, route: string | null) {
	if (req) routes().set(req, route ?? '(onbekend)');
}

export const routeOf = (req: IncomingMessage, otherwise: Outside): string =>
	routes().get(req) ?? otherwise;
