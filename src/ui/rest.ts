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
