import { db } from './db.ts';

/** A column that points at another table. */
export interface Reference {
	table: string;
	column: string;
}

/**
 * Every column of the whole database that points at rows of `table`, as the schema itself says:
 * what is added later counts too, without the earlier feature knowing it.
 */
export const referencesTo = (table: string): Reference[] =>
	db()
		.$client.prepare<[string], Reference>(
			`select child.name as "table", fk."from" as "column"
			 from sqlite_schema child join pragma_foreign_key_list(child.name) fk
			 where child.type = 'table' and fk."table" = ?
			 order by child.name, fk."from"`,
		)
		.all(table);

/** How many rows point at this one, per column; columns without any are left out. */
export function countReferences(table: string, id: string): (Reference & { count: number })[] {
	return referencesTo(table)
		.map((ref) => {
			const sql = `select count(*) as count from "${ref.table}" where "${ref.column}" = ?`;
			const row = db().$client.prepare<[string], { count: number }>(sql).get(id);
			return { ...ref, count: row?.count ?? 0 };
		})
		.filter(({ count }) => count > 0);
}

/**
 * Lets everything that points at `from` point at `to`. A row that would then be there twice
 * (`to` had the same link already) goes.
 */
export function moveReferences(table: string, from: string, to: string) {
	for (const ref of referencesTo(table)) {
		const [child, column] = [`"${ref.table}"`, `"${ref.column}"`];
		const client = db().$client;
		client.prepare(`update or ignore ${child} set ${column} = ? where ${column} = ?`).run(to, from);
		client.prepare(`delete from ${child} where ${column} = ?`).run(from);
	}
}
