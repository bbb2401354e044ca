import { eq } from 'drizzle-orm';
import { now } from './clock.ts';
import { db } from './db/db.ts';
import { draft } from './tables.server.ts';

/** What somebody filled in so far in a form of several steps. */

export const readDraft = (key: string): Record<string, unknown> =>
	db().select().from(draft).where(eq(draft.key, key)).get()?.values ?? {};

/** Keeps the values of one step beside those of the others. */
export function writeDraft(key: string, part: Record<string, unknown>) {
	const values = { ...readDraft(key), ...part };
	const updatedAt = now();
	db()
		.insert(draft)
		.values({ key, values, updatedAt })
		.onConflictDoUpdate({ target: draft.key, set: { values, updatedAt } })
		.run();
}

export const removeDraft = (key: string) => void db().delete(draft).where(eq(draft.key, key)).run();
