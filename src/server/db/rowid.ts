import { sql, type SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';

/** In which order rows came, also within one millisecond; ids are drawn by lot. */
export const rowid = (table: SQLiteTable): SQL => sql`${table}.rowid`;
