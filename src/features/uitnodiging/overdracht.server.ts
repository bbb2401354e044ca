import { randomInt } from 'node:crypto';
import { now } from '#server/clock.ts';
import { config } from '#server/config.ts';
import { hmac } from '#server/secrets.ts';
import { hashToken, newToken } from '#server/session/token.ts';
import { singleton } from '#server/singleton.ts';

const KEEP = 60 * 60_000;
const MAX = 1000;

/** What is handed over: shown to who made it, for an hour, and stored nowhere. */
export interface Overdracht {
	link: string;
	/** Twelve digits, only of an invitation on paper. */
	code?: string;
}

interface Kept extends Overdracht {
	door: string | null;
	until: number;
}

const kept = () => singleton('overdracht', () => new Map<string, Kept>());

export const codeHmac = (code: string) => hmac('uitnodigingscode', code);
const linkVan = (token: string) => `${config().origin}/uitnodiging/${token}`;

/** A fresh link, and for paper a code: the secrets, and what may be stored of them. */
export function createGeheim(papier: boolean) {
	const token = newToken();
	const code = papier ? String(randomInt(10 ** 12)).padStart(12, '0') : undefined;
	return {
		overdracht: { link: linkVan(token), code },
		stored: { tokenHash: hashToken(token), codeHmac: code ? codeHmac(code) : null },
	};
}

export function createOverdracht(id: string, door: string | null, overdracht: Overdracht) {
	const at = now().getTime();
	for (const [key, { until }] of kept()) if (until < at || kept().size >= MAX) kept().delete(key);
	kept().set(id, { ...overdracht, door, until: at + KEEP });
}

/** Nothing for anybody but who made it, and nothing after an hour: then it can be renewed. */
export function findOverdracht(id: string, door: string | null): Overdracht | undefined {
	const found = kept().get(id);
	if (!found || found.door !== door || found.until < now().getTime()) return undefined;
	return { link: found.link, code: found.code };
}

export const removeOverdracht = (id: string) => void kept().delete(id);
