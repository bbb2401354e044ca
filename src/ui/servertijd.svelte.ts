import { onMount } from 'svelte';

/** Often enough that a clock in seconds skips none. */
const TIK_MS = 500;

/**
 * What time it is on the server, in milliseconds, from moment to moment: a wrong clock on this device
 * does not matter. Without a browser that counts it is the time that was read. Called while a component
 * is made.
 */
export function servertijd(gelezen: () => number) {
	let hier = $state<number>();
	onMount(() => {
		hier = Date.now();
		const timer = setInterval(() => (hier = Date.now()), TIK_MS);
		return () => clearInterval(timer);
	});
	const achter = $derived(gelezen() - Date.now());
	const nu = $derived(hier === undefined ? gelezen() : Math.max(gelezen(), hier + achter));
	return {
		get nu() {
			return nu;
		},
		/** A browser counts along. */
		get telt() {
			return hier !== undefined;
		},
	};
}
