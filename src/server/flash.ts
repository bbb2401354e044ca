import { singleton } from './singleton.ts';

/** One sentence for the next page of a session, and how to undo what it tells. */
export interface Flash {
	tekst: string;
	/** A form action that puts it back, with the fields to send. */
	zetTerug?: { action: string; fields: Record<string, string> };
}

const waiting = () => singleton('flash', () => new Map<string, Flash>());

/** `key` names the session; without one there is nobody to tell. */
export function setFlash(key: string | undefined, flash: string | Flash) {
	if (key) waiting().set(key, typeof flash === 'string' ? { tekst: flash } : flash);
}

export function takeFlash(key: string | undefined): Flash | undefined {
	if (!key) return undefined;
	const flash = waiting().get(key);
	waiting().delete(key);
	return flash;
}
