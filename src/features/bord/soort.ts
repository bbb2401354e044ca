import type { Fase } from '#ui/fase.ts';

/** What a bord is for; `sjablonen.ts` says with which questions each begins. */
export const BORD_SOORTEN = {
	ddd: 'Delen, duiden, doen',
	stellingen: 'Stellingen',
	checkin: 'Check-in',
	msc: 'Verhaal van verandering',
	wereldcafe: 'Wereldcafé',
} as const;
export type BordSoort = keyof typeof BORD_SOORTEN;

/** On the others a dot goes to a groep; here to one story, with why in one sentence. */
export const kiestVerhaal = (soort: BordSoort) => soort === 'msc';
/** A short round has one phase: everybody says one thing. */
export const heeftFasen = (soort: BordSoort) => soort !== 'checkin';
export const vraagtStandpunt = (soort: BordSoort) => soort === 'stellingen';
/** More than briefjes and groepen. */
export const heeftWerkvorm = (soort: BordSoort) => kiestVerhaal(soort) || vraagtStandpunt(soort);

/** Characters of one briefje, and of why somebody chose it. */
export const BRIEFJE_LANGST = 600;
export const REDEN_LANGST = 280;

/** What a briefje tells; nobody has to say so. */
export const BRIEFJE_SOORTEN = {
	ervaring: 'ervaring',
	signaal: 'signaal',
	feit: 'feit',
	verhaal: 'verhaal',
	vraag: 'vraag',
} as const;
/** What somebody says of a stelling: the reason is what it is about. */
export const STANDPUNTEN = { eens: 'eens', oneens: 'oneens', weetniet: 'weet niet' } as const;
export type Standpunt = keyof typeof STANDPUNTEN;

/** All of them, by how they are called. */
export const BRIEFJE_NAMEN = { ...BRIEFJE_SOORTEN, ...STANDPUNTEN } as const;
export type BriefjeSoort = keyof typeof BRIEFJE_NAMEN;

/** What a briefje can be in this phase; of a stelling one has to say. */
export const soortenOp = (soort: BordSoort, fase: Fase) =>
	vraagtStandpunt(soort) && fase === 'delen' ? STANDPUNTEN : BRIEFJE_SOORTEN;

export const INZICHT_SOORTEN = {
	inzicht: 'inzicht',
	patroon: 'patroon',
	spanning: 'spanning',
	aanname: 'aanname',
} as const;
export type InzichtSoort = keyof typeof INZICHT_SOORTEN;

/** A groep that nobody named yet. */
export const ZONDER_NAAM = 'Groep zonder naam';
/** An afspraak that nobody took upon them. */
export const VAN_NIEMAND = 'nog van niemand';
