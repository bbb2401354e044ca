import { integer, text } from 'drizzle-orm/sqlite-core';
import { newId } from '../id.ts';
import { now } from '../clock.ts';

export const id = () => text('id').primaryKey().$defaultFn(newId);

export const createdAt = () =>
	integer('created_at', { mode: 'timestamp_ms' }).notNull().$defaultFn(now);

/** Who changed a row last, and when: shown to the other when two people change one field. */
export const changed = {
	updatedAt: integer('updated_at', { mode: 'timestamp_ms' })
		.notNull()
		.$defaultFn(now)
		.$onUpdate(now),
	updatedBy: text('updated_by'),
};
