import { redirect } from '@sveltejs/kit';
import {
	sequence,
	type Handle,
	type HandleServerError,
	type ServerInit,
} from '@sveltejs/kit/hooks';
import { building } from '$app/env';
import { NIEMAND } from '#access/actor.ts';
import { readSession } from '#features/account/session.server.ts';
import { loadActor } from '#features/leeromgeving/actor.server.ts';
import { needsSetup } from '#features/werkplaats/setup.server.ts';
import { Forbidden, NotFound, TooMany } from '#server/errors.ts';
import { registerFirstVisit } from '#server/first-visit.ts';
import { rateLimit } from '#server/limits.ts';
import { errorFields, log, logRequest } from '#server/log.ts';
import { startMail } from '#server/mail/outbox.ts';
import { startUp } from '#server/start.ts';
import { SCHEDULE } from './schedule.ts';
import { weergaveAttributes } from '#ui/weergave.ts';

export const init: ServerInit = async () => {
	if (building) return;
	registerFirstVisit(async () => (await import('#beheer/seed/visit.ts')).visit);
	await startUp(SCHEDULE);
	startMail();
};

/** One line per request: the pattern of the route, never the address. */
const write: Handle = async ({ event, resolve }) => {
	const start = performance.now();
	const response = await resolve(event);
	logRequest({
		method: event.request.method,
		route: event.route.id,
		status: response.status,
		ms: performance.now() - start,
		actor: event.locals.session?.accountId,
	});
	return response;
};

/** Who are you? What you may do is asked elsewhere, in `src/access`. */
const identify: Handle = async ({ event, resolve }) => {
	event.locals.session = await readSession(event.cookies);
	event.locals.actor = event.locals.session ? loadActor(event.locals.session) : NIEMAND;
	if (event.locals.session) {
		const rate = rateLimit('requestsUser', event.locals.session.accountId);
		if (!rate.allowed) throw new TooMany(rate.retryAfter);
	}
	return resolve(event);
};

/** Everything outside the route group `(open)` needs a login. */
const letIn: Handle = ({ event, resolve }) => {
	const route = event.route.id;
	if (route === null || route.startsWith('/(open)')) return resolve(event);
	if (needsSetup()) redirect(303, '/instellen');
	if (!event.locals.session) redirect(303, loginUrl(event.url));
	if (event.locals.actor.soort === 'niemand') redirect(303, '/welkom');
	return resolve(event);
};

function loginUrl(url: URL): string {
	const naar = url.pathname + url.search;
	return naar === '/' ? '/inloggen' : `/inloggen?naar=${encodeURIComponent(naar)}`;
}

/** Theme, size of letters and motion are in the first byte: nothing flashes, no script needed. */
const weergave: Handle = ({ event, resolve }) =>
	resolve(event, {
		transformPageChunk: ({ html }) =>
			html.replace(
				'%samenspel.weergave%',
				weergaveAttributes((name) => event.cookies.get(name)),
			),
	});

export const handle = sequence(write, identify, letIn, weergave);

export const handleError: HandleServerError = ({ error, kind, event }) => {
	if (error instanceof NotFound) return { status: 404, message: 'niet gevonden' };
	if (error instanceof Forbidden) return { status: 403, message: 'geen toegang' };
	if (error instanceof TooMany)
		return { status: 429, message: 'te veel', detail: String(error.seconds) };
	if (kind !== 'unknown') return;
	log.error({ event: 'http.error', object: event.route.id, ...errorFields(error) });
	return { status: 500, message: 'fout' };
};
