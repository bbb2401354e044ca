import { isId } from './id.ts';

/** Who holds a briefje now. */
export interface Houder {
	voornaam: string;
	/** 1 to 8. */
	kleur: number;
}

/** By the id of the briefje. */
export type Houders = ReadonlyMap<string, Houder>;

export const NIEMAND_HOUDT: Houders = new Map();

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;

/** Of awareness. Who it is the server wrote; what they hold they said themselves. */
export function houdersIn(states: ReadonlyMap<number, unknown>, mij: number): Houders {
	const houders = new Map<string, Houder>();
	for (const [client, state] of states) {
		if (client === mij || !isObject(state) || !isObject(state['user'])) continue;
		const { houdt, user } = state;
		const [voornaam, kleur] = [user['voornaam'], Number(user['kleur'])];
		if (!isId(houdt) || typeof voornaam !== 'string' || !voornaam) continue;
		houders.set(houdt, { voornaam, kleur: kleur >= 1 && kleur <= 8 ? Math.trunc(kleur) : 1 });
	}
	return houders;
}
