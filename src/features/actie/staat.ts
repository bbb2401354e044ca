/** `geleerd` says what the attempt taught and changes nothing else. */
export const VERVOLGEN = {
	klaar: 'klaar',
	heropend: 'weer open',
	losgelaten: 'losgelaten',
	verschoven: 'verschoven',
	geleerd: 'wat het ons leerde',
} as const;
export type VervolgSoort = keyof typeof VERVOLGEN;

interface Punt {
	/** As it stands in the text. */
	klaar: boolean;
	/** The day in the text, or nothing. */
	wanneer: string;
}

interface Vervolg {
	soort: VervolgSoort;
	tekst: string;
	wanneer: string;
}

export type ActieStaat = 'open' | 'klaar' | 'losgelaten';

const laatste = (vervolgen: readonly Vervolg[], ...soorten: VervolgSoort[]) =>
	vervolgen.findLast(({ soort }) => soorten.includes(soort));

function staatNu(punt: Punt, vervolgen: readonly Vervolg[], vastgesteld: boolean): ActieStaat {
	const over = laatste(
		vervolgen,
		'losgelaten',
		'heropend',
		...(vastgesteld ? ['klaar' as const] : []),
	);
	if (over?.soort === 'losgelaten') return 'losgelaten';
	if (vastgesteld && over) return over.soort === 'klaar' ? 'klaar' : 'open';
	return punt.klaar ? 'klaar' : 'open';
}

/**
 * What became of an actie, with what happened in the order in which it did. As long as its verslag
 * is not vastgesteld the text says whether it is done; after that the last row does.
 */
export const staatVan = (punt: Punt, vervolgen: readonly Vervolg[], vastgesteld: boolean) => ({
	staat: staatNu(punt, vervolgen, vastgesteld),
	wanneer: laatste(vervolgen, 'verschoven')?.wanneer ?? punt.wanneer,
	geleerd: vervolgen.filter(({ soort, tekst }) => soort === 'geleerd' && tekst).map((v) => v.tekst),
});
