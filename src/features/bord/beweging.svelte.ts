import type { BordBeeld } from './beeld.ts';

const STAP = 40;
const DUUR = 200;
/** Nobody waits longer than two seconds for the last one. */
const MEEST_OP_RIJ = 50;
/** With more at once nobody sees where each one goes. */
const MEEST_SCHUIVEN = 20;

const wilRust = () =>
	matchMedia('(prefers-reduced-motion: reduce)').matches ||
	document.documentElement.dataset['beweging'] === 'minder';

/**
 * What is laid open together appears one after the other, in the order that it was given. What was
 * seen before does not appear anew when it is moved.
 */
export function opvolgend(bekend: readonly { id: string }[]) {
	const gezien = new Set(bekend.map(({ id }) => id));
	let opRij = 0;
	return (element: HTMLElement, id: string) => {
		const isNieuw = !gezien.has(id);
		gezien.add(id);
		if (!isNieuw || wilRust()) return;
		const delay = Math.min(opRij++, MEEST_OP_RIJ) * STAP;
		setTimeout(() => (opRij = 0));
		const frames = [{ opacity: 0, transform: 'translateY(0.5rem)' }, { opacity: 1 }];
		element.animate(frames, { duration: DUUR, delay, fill: 'backwards' });
	};
}

/** Which of them somebody put elsewhere. */
export function verplaatst(was: BordBeeld, is: BordBeeld): string[] {
	if (was.briefjes === is.briefjes) return [];
	const oud = new Map(was.briefjes.map((one) => [one.id, one]));
	return is.briefjes.flatMap((one) => {
		const before = oud.get(one.id);
		const isElders = before && (before.groepId !== one.groepId || before.orde !== one.orde);
		return isElders ? [one.id] : [];
	});
}

interface Schuiven {
	root: () => HTMLElement | undefined;
	beeld: () => BordBeeld;
	/** Not the one that I let go of myself: it is there already. */
	behalve: () => string;
}

/** A briefje that was put elsewhere slides to where it lies now. Called while a view is made. */
export function schuiven({ root, beeld, behalve }: Schuiven) {
	let was: BordBeeld | undefined;
	const van = new Map<string, DOMRect>();
	const vind = (id: string) => root()?.querySelector(`[data-briefje="${CSS.escape(id)}"]`);
	$effect.pre(() => {
		const nu = beeld();
		const ids = was && !wilRust() ? verplaatst(was, nu) : [];
		was = nu;
		if (ids.length > MEEST_SCHUIVEN) return;
		for (const id of ids) {
			const vlak = id !== behalve() && vind(id)?.getBoundingClientRect();
			if (vlak) van.set(id, vlak);
		}
	});
	$effect(() => {
		beeld();
		for (const [id, oud] of van) {
			const there = vind(id);
			const nu = there?.getBoundingClientRect();
			if (!there || !nu) continue;
			const begin = `translate(${oud.left - nu.left}px, ${oud.top - nu.top}px)`;
			const easing = 'cubic-bezier(0.2, 0, 0, 1)';
			there.animate([{ transform: begin }, { transform: 'none' }], { duration: DUUR, easing });
		}
		van.clear();
	});
}
