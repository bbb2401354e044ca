/** What others move or take away may not take the focus along: it stays with the thing it was on. */

const DING = '[data-briefje], [data-groep]';
const KNOP = 'button, a[href], summary, input, select, textarea, [tabindex]';

interface Plek {
	/** The thing itself, and what stood beside it. */
	kandidaten: string[];
	/** Which of its controls. */
	nr: number;
}

const sleutel = (ding: HTMLElement) =>
	ding.dataset['briefje'] === undefined
		? `[data-groep="${CSS.escape(ding.dataset['groep'] ?? '')}"]`
		: `[data-briefje="${CSS.escape(ding.dataset['briefje'])}"]`;

function plekVan(root: HTMLElement): Plek | undefined {
	const active = document.activeElement;
	const ding = active?.closest<HTMLElement>(DING);
	if (!active || !ding || !root.contains(ding)) return undefined;
	const alle = [...root.querySelectorAll<HTMLElement>(DING)];
	const at = alle.indexOf(ding);
	const buren = [alle[at + 1], alle[at - 1]].filter((one) => one !== undefined);
	const nr = [...ding.querySelectorAll(KNOP)].indexOf(active);
	return { kandidaten: [ding, ...buren].map(sleutel), nr };
}

function zet(root: HTMLElement, { kandidaten, nr }: Plek) {
	for (const kandidaat of kandidaten) {
		const ding = root.querySelector<HTMLElement>(kandidaat);
		const knoppen = ding ? [...ding.querySelectorAll<HTMLElement>(KNOP)] : [];
		const vat = nr < 0 && ding?.matches('[tabindex]') ? ding : (knoppen[nr] ?? knoppen[0]);
		if (vat) return vat.focus({ preventScroll: true });
	}
}

/** Called while a component is made; `beeld` is what the things are shown from. */
export function houdFocus(root: () => HTMLElement | undefined, beeld: () => unknown) {
	let was: Plek | undefined;
	$effect.pre(() => {
		beeld();
		const there = root();
		was = there && plekVan(there);
	});
	$effect(() => {
		beeld();
		const there = root();
		const isLost = document.activeElement === null || document.activeElement === document.body;
		if (there && was && isLost) zet(there, was);
		was = undefined;
	});
}

/** After one's own act the focus goes to what it was done with, as soon as that shows. */
export function gaNaar(werk: { naar: string }, beeld: () => unknown) {
	$effect(() => {
		beeld();
		const there = werk.naar && document.getElementById(werk.naar);
		if (!there) return;
		there.focus();
		werk.naar = '';
	});
}

/** A button that goes with what it did, or a question that was answered: then the whole has the focus. */
export function vangFocus(root: () => HTMLElement | undefined, beeld: () => unknown) {
	let wasHier = false;
	$effect.pre(() => {
		beeld();
		const active = document.activeElement;
		wasHier = !!active && (root()?.contains(active) || !!active.closest('[role="alertdialog"]'));
	});
	$effect(() => {
		beeld();
		if (wasHier && document.activeElement === document.body) root()?.focus({ preventScroll: true });
	});
}
