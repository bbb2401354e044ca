import { redirect, type RequestEvent } from '@sveltejs/kit';
import { hasRealWerkplaats } from '#features/werkplaats/setup.server.ts';
import { config } from '#server/config.ts';
import { Forbidden } from '#server/errors.ts';
import { readDraft, writeDraft } from '#server/draft.ts';
import { checkSetupKey } from '#server/setup-key.ts';
import type { Stap } from './stappen.ts';

const COOKIE = '__Host-instellen';
const DRAFT = 'instellen';

/** The key from the link of the administrator; from the second page on it is in a cookie. */
export function sleutelVan({ cookies, url }: RequestEvent): string {
	const given = url.searchParams.get('sleutel');
	if (given && checkSetupKey(given))
		cookies.set(COOKIE, given, { path: '/', secure: true, httpOnly: true, sameSite: 'lax' });
	return given ?? cookies.get(COOKIE) ?? '';
}

/**
 * The first set-up is for who sits at this machine or was given a key. Another werkplaats beside
 * it is for who was given a key.
 */
export function maySetUp(event: RequestEvent): boolean {
	const metSleutel = checkSetupKey(sleutelVan(event));
	if (hasRealWerkplaats() && !metSleutel) redirect(303, '/');
	return metSleutel || config().isLoopback;
}

export function mustInstellen(event: RequestEvent) {
	if (!maySetUp(event)) throw new Forbidden();
}

type Texts = Record<string, string>;

/** What was filled in on this step before; nothing is lost by going back. */
export const ingevuld = (stap: Stap): Texts => (readDraft(DRAFT)[stap] ?? {}) as Texts;

export const bewaarStap = (stap: Stap, values: Texts) => writeDraft(DRAFT, { [stap]: values });
