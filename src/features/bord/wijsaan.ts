import { tick } from 'svelte';
import type { Fase } from '#ui/fase.ts';

const LICHT_OP = [{ outline: '4px solid var(--color-brand)' }];
const LICHT_OP_MS = 3_000;

/** Of each kind of thing, by the letter in front of its id, where it stands. */
const WAAR: Record<string, (id: string) => string> = {
	b: (id) => `[data-briefje="${id}"]`,
	g: (id) => `[data-groep="${id}"]`,
	d: (id) => `#d-${id}`,
};

function dingVan(hash: string): HTMLElement | null {
	const [, letter = '', id = ''] = /^#([bgd])-([a-z2-7]{20})$/.exec(hash) ?? [];
	const waar = WAAR[letter];
	return waar ? document.querySelector(waar(id)) : null;
}

/**
 * Goes to the thing that an address points at, as a found text does: `#b-…` a briefje, `#g-…` a
 * groep, `#d-…` an inzicht or afspraak. What lies in a phase that does not show is shown first.
 */
export async function wijsAan(hash: string, kies: (fase: Fase) => void = () => {}) {
	const ding = dingVan(hash);
	if (!ding) return;
	const fase = ding.closest<HTMLElement>('[data-fase]')?.dataset['fase'];
	if (fase) kies(fase as Fase);
	await tick();
	ding.scrollIntoView({ block: 'center' });
	if (!ding.matches('button')) ding.tabIndex = -1;
	ding.focus({ preventScroll: true });
	ding.animate(LICHT_OP, LICHT_OP_MS);
}
