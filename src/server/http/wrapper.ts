import type { IncomingMessage, ServerResponse } from 'node:http';
import { config } from '../config.ts';
import { isReadOnly } from '../disk/guard.ts';
import { newId } from '../id.ts';
import { rateHeaders, rateLimit } from '../limits.ts';
import { errorFields, log } from '../log.ts';
import { events, routeOf, type Outside } from '../metrics/events.ts';
import { addressKey, clientAddress, logAddress } from './address.ts';
import { findRefusal, SAFE } from './checks.ts';
import { FILE_CACHE, securityHeaders } from './headers.ts';
import { answerHealth } from './health.ts';
import { answerMetrics } from './metrics.ts';
import { comeBackLater } from './later.ts';
import { FULL } from './full.ts';
import { refuse, type Refusal } from './refuse.ts';

type Handler = (req: IncomingMessage, res: ServerResponse, next: () => void) => unknown;

export interface WrapperOptions {
	/** Serves pages and files: SvelteKit. */
	handler: Handler;
	/** Is this path a file that keeps its name when it changes? */
	isFile?: (path: string) => boolean;
	/** Does this cookie header hold a log-in, or a gast? Those requests are counted per person, not here. */
	hasSession?: (cookie: string) => boolean;
}

/** What a client could use to look like somebody or something else. */
const SPOOFABLE = [
	'forwarded',
	'x-forwarded-for',
	'x-forwarded-host',
	'x-forwarded-port',
	'x-forwarded-proto',
	'x-real-ip',
	'x-request-id',
];

const TOO_MANY = (seconds: number) =>
	`Even rustig aan. Probeer het over ${seconds} seconden opnieuw.`;

/** What the server itself knows takes the place of what was sent. */
function setTrusted(req: IncomingMessage, address: string, origin: string) {
	for (const name of SPOOFABLE) delete req.headers[name];
	req.headers['x-forwarded-for'] = address;
	req.headers['x-forwarded-proto'] = new URL(origin).protocol.slice(0, -1);
	req.headers['x-request-id'] = newId();
}

/**
 * A form that was sent without our script gets a page as its answer, whatever its client says it
 * likes: a browser says html, other programs say anything will do and would get data.
 */
function answerFormWithPage({ method, headers }: IncomingMessage) {
	const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(
		headers['content-type'] ?? '',
	);
	if (method === 'POST' && isForm && headers['x-sveltekit-action'] !== 'true')
		headers.accept = 'text/html';
}

/** Files of the build cost next to nothing; a whole classroom loads them from one address. */
const isBuilt = (url: string) => url.startsWith('/_app/immutable/');

function countAnonymous(res: ServerResponse, address: string): Refusal | undefined {
	const rate = rateLimit('requestsAnonymous', addressKey(address));
	for (const [name, value] of Object.entries(rateHeaders(rate))) res.setHeader(name, value);
	return rate.allowed ? undefined : { status: 429, text: TOO_MANY(rate.retryAfter) };
}

/** Logging in and out goes on: there is ballast to write it in, and who reads must get in. */
const GOES_ON = /^\/(inloggen([/?]|$)|account\?\/uit$)/;

function keepDisk({ method = '', url = '' }: IncomingMessage): Refusal | undefined {
	if (SAFE.has(method) || GOES_ON.test(url) || !isReadOnly()) return undefined;
	return { status: 507, text: FULL };
}

/** Counts the answer when it is out, under the pattern of its route. */
function measure(req: IncomingMessage, res: ServerResponse, outside: () => Outside) {
	const start = performance.now();
	res.once('close', () => {
		const route = routeOf(req, outside());
		events().request({ route, status: res.statusCode });
		events().duration({ route }, (performance.now() - start) / 1000);
	});
}

function logRefusal(req: IncomingMessage, { status }: Refusal, address: string) {
	log.info({
		event: 'http.refused',
		object: req.method,
		result: status,
		origin: logAddress(address),
		req: String(req.headers['x-request-id']),
	});
}

function fail(req: IncomingMessage, res: ServerResponse, error: unknown) {
	log.error({ event: 'http.failed', object: req.method, ...errorFields(error) });
	if (res.headersSent) return void res.destroy();
	refuse(req, res, { status: 500, text: 'Er ging iets mis bij ons. Probeer het zo opnieuw.' });
}

/**
 * Stands before every page and file: headers, health, Host, limits, Origin. What comes through is
 * asked of us, by an address we know, over the protocol we are configured for.
 */
export function createWrapper({ handler, isFile, hasSession }: WrapperOptions) {
	const pass = async (req: IncomingMessage, res: ServerResponse) => {
		const url = req.url ?? '';
		if (answerHealth(url, res) || answerMetrics(req, res)) return;
		let outside: Outside = '(geweigerd)';
		measure(req, res, () => outside);
		comeBackLater(res);
		const address = clientAddress(req, config().trustProxyHops);
		if (address === undefined)
			return refuse(req, res, { status: 400, text: 'De proxy zegt niet wie dit vraagt.' });
		setTrusted(req, address, config().origin);
		answerFormWithPage(req);
		const isCounted = !isBuilt(url) && !hasSession?.(req.headers.cookie ?? '');
		const refusal =
			findRefusal(req, config()) ??
			(isCounted ? countAnonymous(res, address) : undefined) ??
			keepDisk(req);
		if (refusal) {
			logRefusal(req, refusal, address);
			return refuse(req, res, refusal);
		}
		if (isFile?.(url.split('?', 1)[0] ?? '')) res.setHeader('Cache-Control', FILE_CACHE);
		outside = '(bestand)';
		await handler(req, res, () => refuse(req, res, { status: 404, text: 'Dit is er niet.' }));
	};
	return (req: IncomingMessage, res: ServerResponse) => {
		for (const [name, value] of Object.entries(securityHeaders(config().origin)))
			res.setHeader(name, value);
		pass(req, res).catch((error) => fail(req, res, error));
	};
}
