import * as v from 'valibot';

/** A path on this site to go back to, and nothing that a browser would take for another site. */
export const ownPath = (path: string | null | undefined): string =>
	v.is(v.pipe(v.string(), v.maxLength(1000), v.regex(/^\/(?![/\\])[^\\\p{Cc}]*$/u)), path)
		? path
		: '/';
