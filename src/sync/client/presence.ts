import type { Awareness } from 'y-protocols/awareness';

export interface Aanwezige {
	clientId: number;
	persoonId: string;
	voornaam: string;
	naam: string;
	/** 1–8 */
	kleur: number;
	typing: boolean;
	/** "schrijft bij Casus: …" */
	plek: string;
}

const COLOURS = 8;
const TYPING_MS = 2_500;
const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** One state of awareness, whose `user` the server wrote; undefined for what says not who it is. */
export function read(clientId: number, state: unknown): Aanwezige | undefined {
	if (!isObject(state) || !isObject(state.user)) return;
	const { user } = state;
	const persoonId = textOf(user.persoonId);
	const naam = textOf(user.naam);
	if (!persoonId || !naam) return;
	const kleur = Number(user.kleur);
	return {
		clientId,
		persoonId,
		voornaam: textOf(user.voornaam) || naam,
		naam,
		kleur: Number.isInteger(kleur) && kleur >= 1 && kleur <= COLOURS ? kleur : 1,
		typing: state.typing === true,
		plek: textOf(state.plek),
	};
}

/** Two tabs are one person: where something happens is what they do. */
const together = (one: Aanwezige, other: Aanwezige): Aanwezige => {
	const busy = one.typing || !other.typing ? one : other;
	return { ...busy, typing: one.typing || other.typing, plek: busy.plek || one.plek || other.plek };
};

/** Everybody but me, each once, who came first first. */
export function presentIn(states: ReadonlyMap<number, unknown>, me: string, myClient: number) {
	const present = new Map<string, Aanwezige>();
	for (const [clientId, state] of states) {
		const one = clientId === myClient ? undefined : read(clientId, state);
		if (!one || one.persoonId === me) continue;
		const before = present.get(one.persoonId);
		present.set(one.persoonId, before ? together(before, one) : one);
	}
	return [...present.values()];
}

/** What I tell the others of myself; who I am, the server adds. */
export class OwnPresence {
	readonly #awareness: Awareness;
	#typing: ReturnType<typeof setTimeout> | undefined;

	constructor(awareness: Awareness) {
		this.#awareness = awareness;
	}

	setPlek(plek: string) {
		this.#set('plek', plek);
	}

	/** Typing, until nothing was typed for a while. */
	type() {
		clearTimeout(this.#typing);
		this.#typing = setTimeout(() => this.#set('typing', false), TYPING_MS);
		this.#set('typing', true);
	}

	stop() {
		clearTimeout(this.#typing);
	}

	#set(field: 'plek' | 'typing', value: string | boolean) {
		if (this.#awareness.getLocalState()?.[field] === value) return;
		this.#awareness.setLocalStateField(field, value);
	}
}
