import { leesDatum } from '#features/datum/lees.ts';

/** Which bijeenkomsten: of a periode, or between two days. As it was typed in the address. */
export interface CijferKeuze {
	periodeId: string;
	van: string;
	tot: string;
}

/** The days that were meant, or why they are none. */
export function leesKeuze({ periodeId, van, tot }: CijferKeuze) {
	const lees = (tekst: string, rand: 'begin' | 'eind') => {
		if (tekst === '') return { dag: undefined, fout: '' };
		if (tekst.length > 80) return { dag: undefined, fout: 'Schrijf de datum korter.' };
		const gelezen = leesDatum(tekst, { rand });
		if (!gelezen.ok) return { dag: undefined, fout: gelezen.fout };
		const { eerste, laatste } = gelezen.datum;
		return { dag: rand === 'begin' ? eerste : laatste, fout: '' };
	};
	const [eerste, laatste] = [lees(van, 'begin'), lees(tot, 'eind')];
	const omgekeerd = eerste.dag && laatste.dag && laatste.dag < eerste.dag;
	return {
		keuze: { periodeId, van: eerste.dag, tot: laatste.dag },
		fouten: {
			van: eerste.fout,
			tot: laatste.fout || (omgekeerd ? 'Deze dag ligt voor de eerste. Kijk de data na.' : ''),
		},
	};
}
