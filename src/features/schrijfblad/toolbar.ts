import type { Attachment } from 'svelte/attachments';

const FOCUSABLE = 'button, summary, input';

/** One stop for Tab; arrows, Home and End go along the buttons (WAI-ARIA toolbar). */
export const roving: Attachment<HTMLElement> = (bar) => {
	const items = () =>
		[...bar.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((item) => item.offsetParent !== null);
	const only = (chosen: HTMLElement | undefined) => {
		for (const item of bar.querySelectorAll<HTMLElement>(FOCUSABLE))
			item.tabIndex = item === chosen ? 0 : -1;
	};
	const onkeydown = (event: KeyboardEvent) => {
		const all = items();
		const at = all.indexOf(event.target as HTMLElement);
		const to = {
			ArrowRight: at + 1,
			ArrowDown: at + 1,
			ArrowLeft: at - 1,
			ArrowUp: at - 1,
			Home: 0,
			End: -1,
		}[event.key];
		if (to === undefined || at < 0) return;
		event.preventDefault();
		const next = all.at(to % all.length);
		only(next);
		next?.focus();
	};
	const onfocusin = (event: FocusEvent) => only(event.target as HTMLElement);
	/** A click on a button keeps the selection in the text. */
	const onmousedown = (event: MouseEvent) => {
		if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
	};
	const watch = new MutationObserver(() => {
		const all = items();
		if (!all.some(({ tabIndex }) => tabIndex === 0)) only(all[0]);
	});
	only(items()[0]);
	watch.observe(bar, { childList: true, subtree: true });
	bar.addEventListener('keydown', onkeydown);
	bar.addEventListener('focusin', onfocusin);
	bar.addEventListener('mousedown', onmousedown);
	return () => {
		watch.disconnect();
		bar.removeEventListener('keydown', onkeydown);
		bar.removeEventListener('focusin', onfocusin);
		bar.removeEventListener('mousedown', onmousedown);
	};
};

/**
 * On a phone the bar stands at the bottom, and on the keyboard of the screen while one writes. Only
 * the browser knows how high that is: what it leaves visible ends there.
 */
export const aboveKeyboard =
	(text: HTMLElement): Attachment<HTMLElement> =>
	(bar) => {
		const view = window.visualViewport;
		const phone = window.matchMedia('(width < 48rem)');
		const place = () => {
			const inside = text.contains(document.activeElement) || bar.contains(document.activeElement);
			const writes = phone.matches && inside;
			const hidden = view ? window.innerHeight - view.height - view.offsetTop : 0;
			const keyboard = writes ? Math.max(0, Math.round(hidden)) : 0;
			bar.style.bottom = `${keyboard}px`;
			bar.style.setProperty('--toetsenbord', `${keyboard}px`);
		};
		const later = () => requestAnimationFrame(place);
		view?.addEventListener('resize', place);
		view?.addEventListener('scroll', place);
		document.addEventListener('focusin', later);
		document.addEventListener('focusout', later);
		return () => {
			view?.removeEventListener('resize', place);
			view?.removeEventListener('scroll', place);
			document.removeEventListener('focusin', later);
			document.removeEventListener('focusout', later);
		};
	};
