import { error } from '@sveltejs/kit';
import { config } from '#server/config.ts';
import { securityText } from '#server/security-text.ts';
import type { RequestHandler } from './$types';

/** Where a weak spot can be reported (RFC 9116), when whoever runs this has said so. */
export const GET: RequestHandler = () => {
	const text = securityText(config());
	if (!text) error(404);
	return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
};
