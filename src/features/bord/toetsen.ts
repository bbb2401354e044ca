import { buurOp, isPijl } from './pijlen.ts';

/** What takes the focus of a briefje: itself, or its button. */
export const vatVan = (ding: HTMLElement): HTMLElement | null =>
	ding.matches('button') ? ding : ding.querySelector('button');

interface Blad {
	root: HTMLElement;
	/** Opens what can be done with a briefje. */
	onmenu: (id: string) => void;
}

/**
 * Of a briefje that has the focus: an arrow goes to the one beside it, M opens what can be done with
 * it. True when it was one of these.
 */
export function opToets(event: KeyboardEvent, { root, onmenu }: Blad): boolean {
	const { key, target } = event;
	const isMet = event.ctrlKey || event.metaKey || event.altKey;
	if (!(target instanceof HTMLElement) || isMet) return false;
	const hier = target.closest<HTMLElement>('[data-briefje]');
	if (!hier || !target.matches('button')) return false;
	const isM = key.toLowerCase() === 'm';
	if (!isM && !isPijl(key)) return false;
	event.preventDefault();
	if (isM) onmenu(hier.dataset['briefje'] ?? '');
	else naarBuur(key, hier, root);
	return true;
}

const TERUG = ['ArrowLeft', 'ArrowUp'];

function naarBuur(key: string, van: HTMLElement, root: HTMLElement) {
	const alle = [...root.querySelectorAll<HTMLElement>('[data-briefje]')].filter(
		(one) => one.checkVisibility() && vatVan(one),
	);
	const vlakken = alle.map((one) => one.getBoundingClientRect());
	const at = alle.indexOf(van);
	const naast = buurOp(key, vlakken, at);
	// where nothing lies on that side, the one that is read next
	const buur = alle[naast < 0 ? at + (TERUG.includes(key) ? -1 : 1) : naast];
	if (buur) vatVan(buur)?.focus();
}

const isVeld = (target: EventTarget | null) =>
	target instanceof HTMLElement &&
	(target.matches('input, textarea, select') || target.isContentEditable);

/** Ctrl Z is one step back, with Shift (or Ctrl Y) one forward; in a field that is of the browser. */
export function stapVan(event: KeyboardEvent): 'terug' | 'verder' | undefined {
	if (!(event.ctrlKey || event.metaKey) || event.altKey || isVeld(event.target)) return undefined;
	const key = event.key.toLowerCase();
	if (key === 'y' && !event.shiftKey) return 'verder';
	if (key !== 'z') return undefined;
	return event.shiftKey ? 'verder' : 'terug';
}
