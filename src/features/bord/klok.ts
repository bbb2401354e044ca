import { inWoorden } from '#features/datum/klok.ts';

const MINUUT = 60_000;
export const LANGST_MINUTEN = 30;
/** So long after it is over nobody waits for it any more: who forgot it went home. */
const VERGETEN = 120 * MINUUT;

/** Of at most one of the two there is something: it runs until then, or stands still with so much left. */
export interface Klok {
	tot: number | null;
	rest: number | null;
}

export const GEEN_KLOK: Klok = { tot: null, rest: null };

/** As it stands at the table. */
export const klokVan = ({
	klokTot: tot,
	klokRest: rest,
}: {
	klokTot: number | null;
	klokRest: number | null;
}): Klok => ({ tot, rest });

export const start = (minuten: number, nu: number): Klok => ({
	tot: nu + minuten * MINUUT,
	rest: null,
});

/** Milliseconds that are left, never below zero; null when there is no clock, or it was forgotten. */
export function resterend({ tot, rest }: Klok, nu: number): number | null {
	if (tot !== null) return nu - tot > VERGETEN ? null : Math.max(0, tot - nu);
	return rest === null ? null : Math.max(0, rest);
}

/** Stands still with what is left; what is over has nothing to pause. */
export function pauze(klok: Klok, nu: number): Klok {
	const rest = resterend(klok, nu);
	return klok.tot === null || rest === 0 ? klok : { tot: null, rest };
}

/** Goes on with what was left. */
export const verder = (klok: Klok, nu: number): Klok =>
	klok.rest === null ? klok : { tot: nu + klok.rest, rest: null };

/** One minute more; of what is over one minute from now. */
export function erbij(klok: Klok, nu: number): Klok {
	const rest = resterend(klok, nu);
	if (rest === null) return klok;
	const meer = Math.min(rest + MINUUT, LANGST_MINUTEN * MINUUT);
	return klok.tot === null ? { tot: null, rest: meer } : { tot: nu + meer, rest: null };
}

/** The time of a phase that is over does not stay on the screens of the next. */
export const naFase = (klok: Klok, nu: number): Klok =>
	resterend(klok, nu) === 0 ? GEEN_KLOK : klok;

/** "nog 4 minuten"; empty without a clock. */
export function woorden(klok: Klok, nu: number): string {
	const rest = resterend(klok, nu);
	if (rest === null) return '';
	return klok.tot === null ? `De klok staat stil: ${inWoorden(rest)}.` : inWoorden(rest);
}

/**
 * What a screen says aloud between two looks at the clock, in milliseconds left: at the start, at
 * one minute and at the end; empty for nothing. Each is said once, for a clock that runs never gets
 * more.
 */
export function omroep(was: number | null, rest: number | null): string {
	if (rest === null) return '';
	if (was === null) return rest > 0 ? `De klok loopt: ${inWoorden(rest)}.` : '';
	if (was > 0 && rest === 0) return inWoorden(0);
	return was > MINUUT && rest > 0 && rest <= MINUUT ? 'Nog 1 minuut.' : '';
}
