import type { BordBeeld } from './beeld.ts';
import { verplaatst } from './beweging.ts';

/** What is looked at stays where it is when others lay something above it; not every browser does so. */

const DING = '[data-briefje], [data-groep]';
/** Where one looks for something to hold on to: how far below the edge, and how far along it. */
const STAPPEN = [8, 40, 80, 140, 220].flatMap((y) => [0.2, 0.45].map((x) => ({ x, y })));

interface Anker {
	bak: Element;
	ding: Element;
	top: number;
}

/** The first thing that shows in what scrolls, and was not moved itself. */
function ankerIn(bak: Element, weg: readonly string[]): Anker | undefined {
	if (bak.scrollTop <= 0) return undefined;
	const { left, width, top: rand } = bak.getBoundingClientRect();
	for (const { x, y } of STAPPEN) {
		const punt = document.elementFromPoint(left + width * x, Math.max(0, rand) + y);
		const ding = punt?.closest<HTMLElement>(DING);
		if (!ding || !bak.contains(ding) || weg.includes(ding.dataset['briefje'] ?? '')) continue;
		return { bak, ding, top: ding.getBoundingClientRect().top };
	}
	return undefined;
}

/** Called while a view is made; `bakken` are what scrolls, with the page itself. */
export function houdPlek(bakken: () => (HTMLElement | undefined)[], beeld: () => BordBeeld) {
	let was: BordBeeld | undefined;
	let ankers: Anker[] = [];
	$effect.pre(() => {
		const nu = beeld();
		const weg = was ? verplaatst(was, nu) : [];
		const isBegin = was === undefined;
		was = nu;
		if (isBegin) return;
		const alle = [document.scrollingElement, ...bakken()].filter((bak) => bak != null);
		ankers = alle.flatMap((bak) => ankerIn(bak, weg) ?? []);
	});
	$effect(() => {
		beeld();
		for (const { bak, ding, top } of ankers)
			if (ding.isConnected) bak.scrollTop += ding.getBoundingClientRect().top - top;
		ankers = [];
	});
}
