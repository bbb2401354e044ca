import type { IncomingMessage } from 'node:http';
import type { Config } from '../config.ts';
import type { Refusal } from './refuse.ts';

type Check = (req: IncomingMessage, config: Config) => Refusal | undefined;

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
/** These change nothing. */
export const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The hosts we answer to. On this machine, with nothing configured, it has three names. */
export function allowedHosts(req: IncomingMessage, config: Config): string[] {
	if (!config.isDefaultOrigin) return [new URL(config.origin).host];
	const port = req.socket.localPort;
	const suffix = port === 80 ? '' : `:${port}`;
	return ['localhost', '127.0.0.1', '[::1]'].map((name) => `${name}${suffix}`);
}

/** A foreign Host would turn up in links and, written cleverly, in the route. */
const host: Check = (req, config) => {
	// Node takes the first of two, a proxy before it may take the other
	if ((req.headersDistinct.host?.length ?? 0) > 1)
		return { status: 400, text: 'Deze vraag is niet te begrijpen.' };
	const sent = req.headers.host?.toLowerCase() ?? '';
	if (allowedHosts(req, config).includes(sent)) return undefined;
	return { status: 421, text: 'Dit adres hoort niet bij deze Samenspel.' };
};

const url: Check = ({ url = '' }, { limits }) => {
	if (url.length > limits.urlLength)
		return { status: 414, text: 'Dit adres is te lang. Ga terug en probeer een andere link.' };
	// an absolute address, or `*`: only proxies send those
	if (!url.startsWith('/')) return { status: 400, text: 'Deze vraag is niet te begrijpen.' };
	return undefined;
};

const headerCount: Check = (req, { limits }) =>
	req.rawHeaders.length / 2 > limits.headerCount
		? { status: 431, text: 'Deze vraag heeft te veel kopregels.' }
		: undefined;

const method: Check = (req) =>
	METHODS.has(req.method ?? '')
		? undefined
		: {
				status: 405,
				text: 'Dit kan hier niet.',
				headers: { Allow: [...METHODS].join(', ') },
			};

const kilobytes = (bytes: number) => `${Math.floor(bytes / 1024)} kB`;

/** A file goes to an address of its own, as the whole body: no form is ever that large. */
const UPLOAD = /^\/[a-z]+\/[a-z2-7]{20}\/afbeeldingen$/;

export const isUpload = ({ method, url = '' }: IncomingMessage) =>
	method === 'POST' && UPLOAD.test(url);

const body: Check = (req, { limits }) => {
	if (req.headers['transfer-encoding'] !== undefined)
		return { status: 411, text: 'Deze vraag zegt niet hoe groot hij is.' };
	const length = Number(req.headers['content-length'] ?? 0);
	if (isUpload(req))
		return length > limits.upload
			? { status: 413, text: 'Alleen PNG, JPG, WebP of PDF tot 10 MB.' }
			: undefined;
	if (length > limits.body)
		return {
			status: 413,
			text: `Dit is te groot om op te slaan (meer dan ${kilobytes(limits.body)}). Je tekst staat nog in het scherm.`,
		};
	return undefined;
};

/** For every content type: Kit's own check leaves JSON and unknown types alone. */
const origin: Check = (req, config) => {
	if (SAFE.has(req.method ?? '')) return undefined;
	const { protocol } = new URL(config.origin);
	const sent = req.headers.origin;
	const same =
		sent === undefined
			? req.headers['sec-fetch-site'] === 'same-origin'
			: sent === `${protocol}//${req.headers.host?.toLowerCase()}`;
	return same
		? undefined
		: { status: 403, text: 'Dit formulier kwam niet van Samenspel zelf. Open de pagina opnieuw.' };
};

const CHECKS: readonly Check[] = [host, url, headerCount, method, body, origin];

/** The first reason to turn this request away, or undefined. */
export function findRefusal(req: IncomingMessage, config: Config): Refusal | undefined {
	for (const check of CHECKS) {
		const refusal = check(req, config);
		if (refusal) return refusal;
	}
	return undefined;
}

/**
 * The same for a websocket, which no page stands before: a status, or undefined. A browser says with
 * every upgrade which site asks; who says nothing, or is another site, does not come in.
 */
export function findUpgradeRefusal(req: IncomingMessage, config: Config): number | undefined {
	for (const check of [host, url, headerCount]) {
		const refusal = check(req, config);
		if (refusal) return refusal.status;
	}
	const { protocol } = new URL(config.origin);
	const own = `${protocol}//${req.headers.host?.toLowerCase()}`;
	return req.method === 'GET' && req.headers.origin === own ? undefined : 403;
}
