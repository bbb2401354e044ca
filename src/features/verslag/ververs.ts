import { invalidate } from '$app/navigation';
import { navigating } from '$app/state';
import { VERSLAG_STAND } from './status.ts';

/** So long the answer of a form takes, when this page itself changed something. */
const ANSWER = 300;

/**
 * Asks the page again when somebody changed the status. Who did it here is already on the way to the
 * new page: asking during that would break it off, and with it the sentence that says it worked.
 */
export function verversStraks() {
	setTimeout(async () => {
		await navigating.complete?.catch(() => {});
		await invalidate(VERSLAG_STAND);
	}, ANSWER);
}
