import { invalidate } from '$app/navigation';

/** What forms were answered, as long as it is on its way to the page. */
const answers = new Set<Promise<void>>();

/** Around what a form does with its answer. */
export async function answered(update: Promise<void>) {
	answers.add(update);
	await update.finally(() => answers.delete(update));
}

/**
 * Asks the page again for what depends on `key`, because somebody told that it changed. The answer
 * of a form goes first: its sentence is given once, and asking meanwhile would throw it away.
 */
export async function refresh(key: string) {
	while (answers.size > 0) await Promise.allSettled(answers);
	await invalidate(key);
}
