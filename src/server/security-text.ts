import { now } from './clock.ts';
import type { Config } from './config.ts';

/** RFC 9116 asks for a day after which it may be out of date; it is made anew for each reader. */
const VALID = 180 * 86_400_000;

/** security.txt, or undefined when nobody is named to report to. */
export function securityText({
	securityContact,
	origin,
}: Pick<Config, 'securityContact' | 'origin'>): string | undefined {
	if (!securityContact) return undefined;
	const expires = new Date(now().getTime() + VALID);
	expires.setUTCHours(0, 0, 0, 0);
	return [
		`Contact: ${securityContact}`,
		`Expires: ${expires.toISOString()}`,
		'Preferred-Languages: nl, en',
		`Canonical: ${origin}/.well-known/security.txt`,
		'',
	].join('\n');
}
