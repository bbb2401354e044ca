/* What is on screen while several people write at once, without anything of what they write. */

export type Opslag = 'opgeslagen' | 'bezig' | 'op-dit-apparaat' | 'lukt-niet';

export const OPSLAG: Record<Opslag, string> = {
	opgeslagen: 'Opgeslagen',
	bezig: 'Bezig met opslaan',
	'op-dit-apparaat': 'Bewaard op dit apparaat',
	'lukt-niet': 'Opslaan lukt niet',
};

export interface Aanwezig {
	persoonId: string;
	voornaam: string;
	naam: string;
	/** 1 to 8. */
	kleur: number;
	typing: boolean;
	/** "schrijft bij punt 3" */
	plek: string;
}

interface Handeling {
	label: string;
	run: () => void;
}

export interface LiveMelding {
	tone: 'info' | 'warn' | 'danger' | 'ok';
	title: string;
	text?: string;
	action?: Handeling;
	/** What else can be done. */
	more?: readonly Handeling[];
	/** A text to copy, because it is nowhere else. */
	copy?: string;
	seconds?: number;
	about?: 'lijn' | 'lezen';
}

/** Two names at most, then how many. */
export function typingText(people: readonly Aanwezig[]): string {
	const names = people.filter(({ typing }) => typing).map(({ voornaam }) => voornaam);
	if (names.length === 0) return '';
	if (names.length === 1) return `${names[0]} is bezig met typen`;
	if (names.length === 2) return `${names[0]} en ${names[1]} zijn bezig met typen`;
	return `${names.length} mensen zijn bezig met typen`;
}

/** "Sanne, Tygo, Ruben, Joke en 3 anderen" */
export function namesOf(people: readonly Aanwezig[], max: number): string {
	const names = people.slice(0, max).map(({ voornaam }) => voornaam);
	const rest = people.length - names.length;
	if (rest > 0) return `${names.join(', ')} en ${rest === 1 ? '1 ander' : `${rest} anderen`}`;
	const last = names.pop() ?? '';
	return names.length > 0 ? `${names.join(', ')} en ${last}` : last;
}
