import { like, type SQL } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { leesDatum, type Rand } from '#features/datum/lees.ts';
import type { Schrijfdatum } from '#features/datum/schrijfdatum.ts';
import { db } from '#server/db/db.ts';
import { newId } from '#server/id.ts';

/** What a check from outside has to know about a seeded data folder. */

export interface Mens {
	/** Role or situation: `trekker`, `uitgeschakeld`. */
	wie: string;
	persoonId: string;
	/** Null for who has no way in. */
	accountId: string | null;
	email: string;
	wachtwoord: string;
	woord: string;
}

export interface Ding {
	soort: string;
	staat: string;
	id: string;
	/** Per field the word that stands in it and nowhere else. */
	woorden: Record<string, string>;
	/** What lets somebody in: the link and code of an invitation. */
	geheim?: Record<string, string>;
}

/** A werkplaats or a team: who and what is in it. */
export interface Plek {
	naam: string;
	id: string;
	mensen: Mens[];
	objecten: Ding[];
}

export interface WerkplaatsPlek extends Plek {
	teams: Plek[];
}

export interface Fixture {
	werkplaatsen: WerkplaatsPlek[];
	/** Logged in, but invited nowhere. */
	niemand: Pick<Mens, 'accountId' | 'email' | 'wachtwoord'>;
}

/** A word that occurs nowhere else, of letters only, so that any search finds it. */
export const woord = (): string => {
	const letters = `${newId()}${newId()}`.replace(/\d/g, '');
	return `uniek${letters.slice(0, 12)}`;
};

export const dag = (tekst: string, rand: Rand = 'begin'): Schrijfdatum => {
	const gelezen = leesDatum(tekst, { rand });
	if (!gelezen.ok) throw new Error(gelezen.fout);
	return gelezen.datum;
};

type WithId = SQLiteTable & { id: SQLiteColumn };

/** The row that a change made, when the change does not tell: by the word in it. */
export function rowWith(table: WithId, column: SQLiteColumn, text: string): string {
	const here: SQL = like(column, `%${text}%`);
	const found = db().select({ id: table.id }).from(table).where(here).get();
	if (!found) throw new Error('the seed made no such row');
	return String(found.id);
}

/** Notes an object of this place. */
export function noteer(
	plek: Plek,
	[soort, staat]: [soort: string, staat: string],
	made: Omit<Ding, 'soort' | 'staat'>,
) {
	plek.objecten.push({ soort, staat, ...made });
}
