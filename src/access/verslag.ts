import { heeftRol, type Actor } from './actor.ts';
import { leidtBijeenkomst, mayReadRuimteVan, type GeplandFacts } from './bijeenkomst.ts';
import { heeftTeamrolIn } from './leeromgeving.ts';

/** concept: who takes part writes · ter controle: they propose · vastgesteld: nobody, R-54. */
export type VerslagStatus = 'concept' | 'ter-controle' | 'vastgesteld';

export interface VerslagFacts extends GeplandFacts {
	status: VerslagStatus;
}

/** Each next one may also do what stands before it. */
export const VERSLAG_RECHTEN = ['lezen', 'opmerken', 'voorstellen', 'schrijven'] as const;
export type VerslagRecht = (typeof VERSLAG_RECHTEN)[number];

const doetMee = (actor: Actor, facts: VerslagFacts) =>
	heeftTeamrolIn(actor, facts, 'kernlid', 'lid', 'student');

/** The widest right of the actor to this verslag; undefined for who may not even know of it. */
export function verslagRecht(actor: Actor, facts: VerslagFacts): VerslagRecht | undefined {
	if (!mayReadRuimteVan(actor, facts)) return undefined;
	if (facts.status === 'vastgesteld') return 'lezen';
	if (leidtBijeenkomst(actor, facts)) return 'schrijven';
	if (doetMee(actor, facts)) return facts.status === 'concept' ? 'schrijven' : 'voorstellen';
	if (heeftTeamrolIn(actor, facts, 'agendalid')) return 'voorstellen';
	if (heeftRol(actor, facts, 'lector', 'docentonderzoeker')) return 'opmerken';
	return 'lezen';
}

const mayAtLeast = (recht: VerslagRecht) => (actor: Actor, facts: VerslagFacts) => {
	const mine = verslagRecht(actor, facts);
	return mine !== undefined && VERSLAG_RECHTEN.indexOf(mine) >= VERSLAG_RECHTEN.indexOf(recht);
};

export const mayReadVerslag = mayAtLeast('lezen');
export const mayOpmerken = mayAtLeast('opmerken');
export const mayVoorstellen = mayAtLeast('voorstellen');
export const mayWriteVerslag = mayAtLeast('schrijven');

/** Ask for a check, take that back, and vaststellen; not twice. */
export const mayFinaliseVerslag = (actor: Actor, facts: VerslagFacts) =>
	leidtBijeenkomst(actor, facts) && facts.status !== 'vastgesteld';

/** After vaststellen the text stands; an erratum is added below it. */
export const mayAddErratum = (actor: Actor, facts: VerslagFacts) =>
	leidtBijeenkomst(actor, facts) && facts.status === 'vastgesteld';
