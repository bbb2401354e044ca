import { servertijd } from '#ui/servertijd.svelte.ts';
import { klokVan, omroep, resterend, woorden, type Klok } from './klok.ts';
import type { Zitplaats } from './zitplaats.svelte.ts';

const SECONDE = 1000;

/** The clock of a bord from moment to moment; `gelezen` is when it was read. */
export function telAf(klok: () => Klok, gelezen: () => number) {
	const tijd = servertijd(gelezen);
	const rest = $derived(resterend(klok(), tijd.nu));
	return {
		/** Milliseconds; null when there is no clock. */
		get rest(): number | null {
			return rest;
		},
		/** "4:32" */
		get cijfers(): string {
			const seconden = Math.ceil((rest ?? 0) / SECONDE);
			return `${Math.floor(seconden / 60)}:${String(seconden % 60).padStart(2, '0')}`;
		},
		get woorden(): string {
			return woorden(klok(), tijd.nu);
		},
		get staatStil(): boolean {
			return klok().tot === null;
		},
		/** A browser counts along. */
		get telt(): boolean {
			return tijd.telt;
		},
	};
}

/** At one's seat. */
export const tik = (sessie: () => Pick<Zitplaats, 'beeld' | 'staat'>) =>
	telAf(
		() => klokVan(sessie().beeld.stand),
		() => sessie().staat.nu,
	);

/** What is said aloud of it: when it begins, at one minute and at the end, and not at the first look. */
export function hardop(klok: { readonly rest: number | null }) {
	let zin = $state('');
	let was: number | null | undefined;
	$effect(() => {
		const { rest } = klok;
		const nieuw = was === undefined ? '' : omroep(was, rest);
		was = rest;
		if (nieuw || rest === null) zin = nieuw;
	});
	return {
		get zin() {
			return zin;
		},
	};
}
