import { invalidate } from '$app/navigation';

/** What forms were answered, as long as it is on its way to the page. */
const answers = new Set<Promise<void>>();

/**
 * Around what a form does with its answer. That takes the focus to the top of the page; who works by
 * keyboard goes on where they were, or went meanwhile, if that is still there.
 */
export async function answered(update: Promise<void>) {
	let from: EventTarget | null = document.activeElement;
	const follow = ({ target }: FocusEvent) => {
		if (target !== document.body) from = target;
	};
	document.addEventListener('focusin', follow);
	answers.add(update);
	await update.finally(() => {
		answers.delete(update);
		document.removeEventListener('focusin', follow);
	});
	if (document.activeElement === document.body && from instanceof HTMLElement)
		from.focus({ preventScroll: true });
}

/**
 * Asks the page again for what depends on `key`, because somebody told that it changed. The answer
 * of a form goes first: its sentence is given once, and asking meanwhile would throw it away.
 */
export async function refresh(key: string) {
	while (answers.size > 0) await Promise.allSettled(answers);
	await invalidate(key);
}
