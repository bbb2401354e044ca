import { onMount } from 'svelte';
import { resterend } from '#features/datum/klok.ts';
import type { StandLoop } from './stand.ts';

const SECONDE = 1000;

/**
 * What is left of the point at hand, in milliseconds, counted from the time of the server: a wrong
 * clock on this device does not matter. Undefined until there is a browser to count, and for none and for
 * one of which nobody said how long.
 */
export function tikt(loop: () => StandLoop | null, nu: () => number) {
	let hier = $state<number>();
	onMount(() => {
		hier = Date.now();
		const timer = setInterval(() => (hier = Date.now()), SECONDE);
		return () => clearInterval(timer);
	});
	const achter = $derived(nu() - Date.now());
	const rest = $derived.by(() => {
		const bezig = loop();
		if (!bezig || bezig.minuten === null || hier === undefined) return;
		return resterend(bezig, bezig.minuten, Math.max(nu(), hier + achter));
	});
	return {
		get rest() {
			return rest;
		},
	};
}
