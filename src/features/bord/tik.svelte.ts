import { onMount } from 'svelte';
import { resterend, woorden, type Klok } from './klok.ts';
import type { BordSessie } from './sessie.svelte.ts';

const SECONDE = 1000;

/**
 * The clock of a bord from second to second, counted from the time of the server: a wrong clock on
 * this device does not matter. Without a browser that counts it is as it was when it was read.
 */
export function tik(sessie: () => Pick<BordSessie, 'beeld' | 'staat'>) {
	let hier = $state<number>();
	onMount(() => {
		hier = Date.now();
		const timer = setInterval(() => (hier = Date.now()), SECONDE);
		return () => clearInterval(timer);
	});
	const gelezen = $derived(sessie().staat.nu);
	const achter = $derived(gelezen - Date.now());
	const nu = $derived(hier === undefined ? gelezen : Math.max(gelezen, hier + achter));
	const klok = $derived.by((): Klok => {
		const { klokTot, klokRest } = sessie().beeld.stand;
		return { tot: klokTot, rest: klokRest };
	});
	return {
		/** Milliseconds; null when there is no clock. */
		get rest(): number | null {
			return resterend(klok, nu);
		},
		/** "4:32" */
		get cijfers(): string {
			const seconden = Math.ceil((resterend(klok, nu) ?? 0) / SECONDE);
			return `${Math.floor(seconden / 60)}:${String(seconden % 60).padStart(2, '0')}`;
		},
		get woorden(): string {
			return woorden(klok, nu);
		},
		get staatStil(): boolean {
			return klok.tot === null;
		},
	};
}
