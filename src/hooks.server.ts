import { error, isHttpError, isRedirect, redirect, type RequestEvent } from '@sveltejs/kit';
import {
	sequence,
	type Handle,
	type HandleServerError,
	type ServerInit,
} from '@sveltejs/kit/hooks';
import { building, dev } from '$app/env';
import { NIEMAND } from '#access/actor.ts';
import { readSession, SESSION_COOKIE } from '#features/account/session.server.ts';
import { gastVan } from '#features/bord/open.server.ts';
import { loadActor } from '#features/leeromgeving/actor.server.ts';
import { gastIn } from '#features/uitnodiging/gastcookie.server.ts';
import { needsSetup } from '#features/werkplaats/setup.server.ts';
import { changed } from '#server/changed.ts';
import { storageTrouble } from '#server/db/trouble.ts';
import { Forbidden, NotFound, TooMany } from '#server/errors.ts';
import { registerFirstVisit } from '#server/first-visit.ts';
import { addressKey, logAddress } from '#server/http/address.ts';
import { rateLimit } from '#server/limits.ts';
import { errorFields, log, logRequest } from '#server/log.ts';
import { nameRoute } from '#server/metrics/events.ts';
import { startMail } from '#server/mail/outbox.ts';
import { PdfFailed } from '#server/pdf/pdf.ts';
import { startUp } from '#server/start.ts';
import { SYNC } from '#sync/kinds.server.ts';
import { DocumentDamaged } from '#sync/server/load.ts';
import { startSync } from '#sync/server/start.ts';
import { SCHEDULE } from './schedule.ts';
import { weergaveAttributes } from '#ui/weergave.ts';

export const init: ServerInit = async () => {
	if (building) return;
	registerFirstVisit(async () => (await import('#beheer/seed/visit.ts')).visit);
	await startUp(SCHEDULE);
	startMail();
	// pages change live documents too, also before anybody has one open
	if (dev) startSync(SYNC);
};

/** One line per request: the pattern of the route, never the address. */
const write: Handle = async ({ event, resolve }) => {
	const start = performance.now();
	nameRoute(event.platform?.req, event.route.id);
	let status = 500;
	try {
		const response = await resolve(event);
		status = response.status;
		return response;
	} catch (thrown) {
		if (isRedirect(thrown) || isHttpError(thrown)) status = thrown.status;
		if (thrown instanceof TooMany) status = 429;
		throw thrown;
	} finally {
		if (event.request.method !== 'GET') changed();
		logRequest({
			method: event.request.method,
			route: event.route.id,
			status,
			ms: performance.now() - start,
			actor: event.locals.session?.accountId,
			origin: logAddress(event.getClientAddress()),
			req: event.request.headers.get('x-request-id') ?? undefined,
		});
	}
};

/** Who are you? What you may do is asked elsewhere, in `src/access`. */
const identify: Handle = async ({ event, resolve }) => {
	const isAnonymous = !event.cookies.get(SESSION_COOKIE) && !gastIn(event.cookies);
	event.locals.session = await readSession(event.cookies);
	event.locals.actor = event.locals.session ? loadActor(event.locals.session) : NIEMAND;
	if (!isAnonymous) mustBeCalm(event);
	return resolve(event);
};

/** Who sits at this bord without account: a room full of them is often one address. */
function gastAan({ route, params, cookies }: RequestEvent): string | undefined {
	if (!route.id?.startsWith('/(open)/tafel/[id]')) return undefined;
	const gast = gastVan(gastIn(cookies), params['id'] ?? '');
	return gast.soort === 'gast' ? `gast:${gast.deelnemerId}` : undefined;
}

/**
 * Counts who came with a session or as a gast; the wrapper counted the rest. A cookie that turns out
 * to be worth nothing counts with the address it came from.
 */
function mustBeCalm(event: RequestEvent) {
	const wie = event.locals.session?.accountId ?? gastAan(event);
	const rate = wie
		? rateLimit('requestsUser', wie)
		: rateLimit('requestsAnonymous', addressKey(event.getClientAddress()));
	if (!rate.allowed) throw new TooMany(rate.retryAfter);
}

const AWAY = 'Je was een tijd weg. Log opnieuw in. Je werk staat er nog.';

/** Everything outside the route group `(open)` needs a login. */
const letIn: Handle = ({ event, resolve }) => {
	const route = event.route.id;
	if (route === null || route.startsWith('/(open)')) return resolve(event);
	if (needsSetup()) redirect(303, '/instellen');
	if (!event.locals.session) {
		// A redirect would take away what was typed; the form stays and says what to do.
		if (event.request.method !== 'GET') error(401, AWAY);
		redirect(303, loginUrl(event.url));
	}
	if (event.locals.actor.soort === 'niemand') redirect(303, '/welkom');
	return resolve(event);
};

function loginUrl(url: URL): string {
	const naar = url.pathname + url.search;
	return naar === '/' ? '/inloggen' : `/inloggen?naar=${encodeURIComponent(naar)}`;
}

/**
 * A page is whole without its script, so over a slow line what one reads goes first: the style,
 * and the two fonts of nearly every page, so that the text does not jump when they come.
 */
const isFirstFont = (path: string) => /-latin-(wght|700)-normal\./.test(path);

/** Theme, size of letters and motion are in the first byte: nothing flashes, no script needed. */
const weergave: Handle = ({ event, resolve }) =>
	resolve(event, {
		preload: ({ type, path }) => type === 'css' || (type === 'font' && isFirstFont(path)),
		transformPageChunk: ({ html }) =>
			html.replace(
				'%samenspel.weergave%',
				weergaveAttributes((name) => event.cookies.get(name)),
			),
	});

export const handle = sequence(write, identify, letIn, weergave);

const STUK = 'Dit document kan niet worden geopend. De beheerder weet het.';

/** The sentences are for `error.html`, where no page can be made; `+error.svelte` has its own. */
export const handleError: HandleServerError = ({ error, kind, event }) => {
	if (error instanceof NotFound) return { status: 404, message: 'Deze bladzijde is er niet.' };
	if (error instanceof Forbidden) return { status: 403, message: 'Deze plek is van anderen.' };
	if (error instanceof TooMany) {
		const message = `Even rustig aan. Probeer het over ${error.seconds} seconden opnieuw.`;
		return { status: 429, message, detail: String(error.seconds) };
	}
	if (kind !== 'unknown') return;
	const trouble = storageTrouble(error);
	if (trouble === 'busy') return { status: 503, message: 'Het is even druk.' };
	if (trouble === 'full') return { status: 507, message: 'De opslag is vol.' };
	log.error({ event: 'http.error', object: event.route.id, ...errorFields(error) });
	// A form that failed saved nothing, so nothing else may be said.
	const detail = event.request.method === 'GET' ? undefined : 'Ga terug: je tekst staat daar nog.';
	if (error instanceof DocumentDamaged)
		return { status: 500, message: 'Dit document kan niet worden geopend.', detail: STUK };
	if (error instanceof PdfFailed)
		return { status: 500, message: 'De pdf is niet gelukt. Probeer het opnieuw.' };
	return { status: 500, message: 'Er ging iets mis bij ons.', detail };
};
