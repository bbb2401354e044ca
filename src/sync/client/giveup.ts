/** Aborts after so many milliseconds; phones of some years ago have no `AbortSignal.timeout`. */
export function giveUpAfter(ms: number): AbortSignal {
	const given = new AbortController();
	setTimeout(() => given.abort(), ms);
	return given.signal;
}
