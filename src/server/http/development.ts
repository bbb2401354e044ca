import type { IncomingMessage, ServerResponse } from 'node:http';
import { config } from '../config.ts';
import { findRefusal } from './checks.ts';
import { securityHeaders } from './headers.ts';
import { answerHealth } from './health.ts';
import { refuse } from './refuse.ts';

/** Vite and Kit decide these in development: reloading works with scripts of Vite's own. */
const VITES = new Set(['Content-Security-Policy', 'Cache-Control']);

/** The wrapper in `vite dev`: same headers, same checks, without counting. */
export function guardDevelopment(req: IncomingMessage, res: ServerResponse, next: () => void) {
	for (const [name, value] of Object.entries(securityHeaders(config().origin)))
		if (!VITES.has(name)) res.setHeader(name, value);
	if (answerHealth(req.url, res)) return;
	const refusal = findRefusal(req, config());
	if (refusal) refuse(req, res, refusal);
	else next();
}
