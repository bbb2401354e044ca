import type { BijeenkomstNieuw } from './input.ts';

type Deel = Partial<BijeenkomstNieuw>;

/** Lists to tick in: each tick is a choice of its own. */
const lijstenVan = ({ fasen, voorbereiders, mede, organisatoren }: Deel) => ({
	...{ fasen, voorbereiders, mede, organisatoren },
});

const woorden = (tekst: string | undefined) => tekst?.split(' ').filter(Boolean);

/**
 * Of the lists that I changed: as another left them meanwhile, with what I put on since I opened
 * the form and without what I took off. Without a basis mine are the lists.
 */
export function lijstenSamen(mijn: Deel, nu: Deel, basis?: Record<string, string>): Deel {
	const [mijne, hun] = [lijstenVan(mijn), lijstenVan(nu)];
	const samen = (Object.keys(mijne) as (keyof typeof mijne)[]).flatMap((veld) => {
		const [mij, zij]: (readonly string[] | undefined)[] = [mijne[veld], hun[veld]];
		if (!mij || !zij) return [];
		const was = woorden(basis?.[veld]) ?? zij;
		const blijft = zij.filter((een) => mij.includes(een) || !was.includes(een));
		const erbij = mij.filter((een) => !was.includes(een) && !zij.includes(een));
		return [[veld, [...blijft, ...erbij]]];
	});
	return Object.fromEntries(samen) as Deel;
}
