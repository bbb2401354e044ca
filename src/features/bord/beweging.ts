import type { BordBeeld } from './beeld.ts';

const STAP = 40;
export const DUUR = 200;
/** Nobody waits longer than two seconds for the last one. */
const MEEST_OP_RIJ = 50;

export const wilRust = () =>
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
