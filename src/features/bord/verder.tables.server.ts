import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { createdAt, id } from '../../server/db/columns.ts';
import { bijeenkomst } from '../bijeenkomst/tables.server.ts';
import { leervraag, praktijkvraag } from '../leervraag/tables.server.ts';
import { bordId } from './tables.server.ts';

/**
 * What something on the table became: one of the three. Read in both directions, from the table to
 * what came of it and back to the story.
 */
export const bordverder = sqliteTable(
	'bordverder',
	{
		id: id(),
		bordId: bordId(),
		/** Of the document, and no key: what lies on the table comes and goes. Empty: all of it. */
		uitId: text('uit_id').notNull(),
		leervraagId: text('leervraag_id').references(() => leervraag.id, { onDelete: 'cascade' }),
		praktijkvraagId: text('praktijkvraag_id').references(() => praktijkvraag.id, {
			onDelete: 'cascade',
		}),
		/** In whose verslag it was put. */
		bijeenkomstId: text('bijeenkomst_id').references(() => bijeenkomst.id, {
			onDelete: 'cascade',
		}),
		door: text('door'),
		createdAt: createdAt(),
	},
	(t) => [
		index('bordverder_uit').on(t.bordId, t.uitId),
		index('bordverder_leervraag').on(t.leervraagId),
		index('bordverder_praktijkvraag').on(t.praktijkvraagId),
		index('bordverder_bijeenkomst').on(t.bijeenkomstId),
	],
);
