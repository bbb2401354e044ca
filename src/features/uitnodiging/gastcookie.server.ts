import type { Cookies } from '@sveltejs/kit';
import { newToken } from '#server/session/token.ts';

/** By which a phone without account is known again, so that a reload leads straight back in. */
export const GAST_COOKIE = '__Host-gast';
export const GAST_UREN = 12;

export const gastIn = (cookies: Pick<Cookies, 'get'>): string => cookies.get(GAST_COOKIE) ?? '';

/** The cookie this phone has, or a new one. Before anything is sent: a form that arrives twice then comes from one phone. */
export function giveGast(cookies: Pick<Cookies, 'get' | 'set'>): string {
	const known = gastIn(cookies);
	if (known) return known;
	const gast = newToken();
	const options = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const;
	cookies.set(GAST_COOKIE, gast, { ...options, maxAge: GAST_UREN * 60 * 60 });
	return gast;
}
