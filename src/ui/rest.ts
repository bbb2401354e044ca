const LATEST_MS = 2_000;

/** Runs when the page has nothing else to do, or after two seconds; the function it returns prevents it. */
export function atRest(run: () => void): () => void {
	// not in Safari
	if (!('requestIdleCallback' in window)) {
		const later = setTimeout(run, LATEST_MS);
		return () => clearTimeout(later);
	}
	const later = requestIdleCallback(run, { timeout: LATEST_MS });
	return () => cancelIdleCallback(later);
}

/** Fetches then what nobody needs to begin; without a network it is not there. */
export const fetchAtRest = <T>(fetchIt: () => Promise<T>, use: (it: T) => void): (() => void) =>
	atRest(() => void fetchIt().then(use, () => {}));
