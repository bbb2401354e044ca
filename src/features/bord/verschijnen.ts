const STAP = 40;
const DUUR = 200;
/** Nobody waits longer than two seconds for the last one. */
const MEEST_OP_RIJ = 50;

const wilRust = () =>
	matchMedia('(prefers-reduced-motion: reduce)').matches ||
	document.documentElement.dataset['beweging'] === 'minder';

/**
 * What is laid open together appears one after the other, in the order that it was given. What was
 * seen before does not appear anew when it is moved.
 */
export function opvolgend(bekend: readonly string[]) {
	const gezien = new Set(bekend);
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
