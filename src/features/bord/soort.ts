/** What a bord is for; `sjablonen.ts` says with which questions each begins. */
export const BORD_SOORTEN = {
	ddd: 'Delen, duiden, doen',
	stellingen: 'Stellingen',
	checkin: 'Check-in',
	msc: 'Verhaal van verandering',
	wereldcafe: 'Wereldcafé',
} as const;
export type BordSoort = keyof typeof BORD_SOORTEN;

/** Characters of one briefje. */
export const BRIEFJE_LANGST = 600;

/** What a briefje tells; nobody has to say so. */
export const BRIEFJE_SOORTEN = {
	ervaring: 'ervaring',
	signaal: 'signaal',
	feit: 'feit',
	verhaal: 'verhaal',
	vraag: 'vraag',
} as const;
export type BriefjeSoort = keyof typeof BRIEFJE_SOORTEN;

export const INZICHT_SOORTEN = {
	inzicht: 'inzicht',
	patroon: 'patroon',
	spanning: 'spanning',
	aanname: 'aanname',
} as const;
export type InzichtSoort = keyof typeof INZICHT_SOORTEN;
