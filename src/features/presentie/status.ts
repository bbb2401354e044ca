/** Came late and left early are times of who was there, not a status. */
export const PRESENTIE_STATUSSEN = {
	aanwezig: 'aanwezig',
	afgemeld: 'afgemeld',
	afwezig: 'afwezig',
} as const;
export type PresentieStatus = keyof typeof PRESENTIE_STATUSSEN;

/** Where a line comes from. */
export const BRONNEN = {
	zelf: 'zelf gemeld',
	code: 'met de code',
	gast: 'gast, met de code',
	lijst: 'ingevuld door de notulist',
	papier: 'van de papieren lijst',
	bestand: 'uit een bestand',
} as const;
export type PresentieBron = keyof typeof BRONNEN;
