import { getContext, setContext } from 'svelte';
import type { Gevolg } from './verder.read.server.ts';

type PerDing = Readonly<Record<string, readonly Gevolg[]>>;
const SLEUTEL = Symbol('gevolgen');

/** What came of each thing on this bord, for all that shows one; called while the page is made. */
export const deelGevolgen = (perDing: () => PerDing) => setContext(SLEUTEL, perDing);

export const gevolgenHier = (): (() => PerDing) =>
	getContext<(() => PerDing) | undefined>(SLEUTEL) ?? (() => ({}));

export const GEVOLG = {
	leervraag: 'Leervraag',
	praktijkvraag: 'Praktijkvraag',
	verslag: 'In het verslag van',
} as const satisfies Record<Gevolg['soort'], string>;

/** On a briefje itself, where there is no room for more. */
export const GEVOLG_KORT = {
	leervraag: 'werd leervraag',
	praktijkvraag: 'werd praktijkvraag',
	verslag: 'in het verslag',
} as const satisfies Record<Gevolg['soort'], string>;
