/** On every response: pages, files, refusals. A page's own CSP takes the place of this one. */
const ALWAYS: Record<string, string> = {
	'X-Content-Type-Options': 'nosniff',
	// not `no-referrer`: browsers then send `Origin: null` with forms, which is refused
	'Referrer-Policy': 'same-origin',
	'X-Frame-Options': 'DENY',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Cross-Origin-Embedder-Policy': 'require-corp',
	'Permissions-Policy':
		'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), fullscreen=(self), clipboard-write=(self)',
	'Content-Security-Policy':
		"default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
	'Cache-Control': 'private, no-store',
};

const HSTS = 'max-age=31536000; includeSubDomains';

export const securityHeaders = (origin: string): Record<string, string> =>
	origin.startsWith('https:') ? { ...ALWAYS, 'Strict-Transport-Security': HSTS } : ALWAYS;

/** A file that keeps its name when it changes. */
export const FILE_CACHE = 'public, max-age=3600';
