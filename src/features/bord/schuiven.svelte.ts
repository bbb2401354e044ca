import type { BordBeeld } from './beeld.ts';
import { DUUR, verplaatst, wilRust } from './beweging.ts';

/** With more at once nobody sees where each one goes. */
const MEEST = 20;

interface Schuiven {
	root: () => HTMLElement | undefined;
	beeld: () => BordBeeld;
	/** Not the one that I let go of myself: it is there already. */
	behalve: () => string;
}

/** A briefje that was put elsewhere slides to where it lies now. Called while a view is made. */
export function schuiven({ root, beeld, behalve }: Schuiven) {
	let was: BordBeeld | undefined;
	let van: { id: string; oud: DOMRect }[] = [];
	const vind = (id: string) => root()?.querySelector(`[data-briefje="${CSS.escape(id)}"]`);
	$effect.pre(() => {
		const nu = beeld();
		const ids = was && !wilRust() ? verplaatst(was, nu) : [];
		was = nu;
		if (ids.length > MEEST) return;
		van = ids.flatMap((id) => {
			const oud = id !== behalve() && vind(id)?.getBoundingClientRect();
			return oud ? [{ id, oud }] : [];
		});
	});
	$effect(() => {
		beeld();
		for (const { id, oud } of van) {
			const there = vind(id);
			const nu = there?.getBoundingClientRect();
			if (!there || !nu) continue;
			const begin = `translate(${oud.left - nu.left}px, ${oud.top - nu.top}px)`;
			const easing = 'cubic-bezier(0.2, 0, 0, 1)';
			const frames = [{ transform: begin }, { transform: 'none' }];
			const schuift = there.animate(frames, { duration: DUUR, easing });
			const groep = there.closest<HTMLElement>('[data-groep]');
			if (!groep) continue;
			// it comes out of another groep, over what lies between
			groep.style.zIndex = '1';
			schuift.onfinish = () => (groep.style.zIndex = '');
		}
		van = [];
	});
}
