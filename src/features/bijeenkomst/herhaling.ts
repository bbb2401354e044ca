import * as v from 'valibot';
import { feestdag } from '#features/datum/feestdag.ts';
import { dagVanIso, weekdag } from '#features/datum/kalender.ts';
import { toonDag } from '#features/datum/toon.ts';
import { herhaalDagen, type Herhaling } from './herhaal.ts';
import { HerhaalInput } from './reeks.input.ts';

const HOEVEELSTE = ['eerste', 'tweede', 'derde', 'vierde', 'laatste'];

/** A fifth one that a month does not have is its last. */
function hoeveelste(dag: string): string {
	return HOEVEELSTE[Math.floor((dagVanIso(dag).dag - 1) / 7)] ?? 'laatste';
}

/** How often it may come again after this day, in words. */
export const elkeKeuzes = (dag: string): { value: Herhaling; label: string }[] => [
	{ value: 'week', label: 'Elke week' },
	{ value: 'twee-weken', label: 'Om de week' },
	{ value: 'maand-dag', label: 'Elke maand op deze dag' },
	{ value: 'maand-weekdag', label: `Elke ${hoeveelste(dag)} ${weekdag(dag)} van de maand` },
];

interface VoorstelDag {
	dag: string;
	tekst: string;
	/** What one may want to look at again. */
	let: string;
}

const voorstelDag = (dag: string): VoorstelDag => ({
	dag,
	tekst: `${weekdag(dag)} ${toonDag(dag)}`,
	let: feestdag(dag) ? `${toonDag(dag)} is ${feestdag(dag)!.toLowerCase()}.` : '',
});

/** The days on which it would come again, before anything is made; or why not. */
export function voorstelVan(van: string, velden: { elke: string; aantal: string }) {
	const gelezen = v.safeParse(HerhaalInput, velden);
	if (!gelezen.success) return { dagen: [], fout: gelezen.issues[0].message };
	const dagen = herhaalDagen({ van, ...gelezen.output });
	return { dagen: dagen.map(voorstelDag), fout: '' };
}
