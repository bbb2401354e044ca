import { resterend } from '#features/datum/klok.ts';
import { servertijd } from '#ui/servertijd.svelte.ts';
import type { StandLoop } from './stand.ts';

/**
 * What is left of the point at hand, in milliseconds. Undefined until there is a browser to count, and
 * for none and for one of which nobody said how long.
 */
export function tikt(loop: () => StandLoop | null, gelezen: () => number) {
	const tijd = servertijd(gelezen);
	const rest = $derived.by(() => {
		const bezig = loop();
		if (!bezig || bezig.minuten === null || !tijd.telt) return;
		return resterend(bezig, bezig.minuten, tijd.nu);
	});
	return {
		get rest() {
			return rest;
		},
	};
}
