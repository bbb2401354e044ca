import { db, type Db } from './db.ts';

/**
 * A question that is asked at every request and every live line: written and compiled once for a
 * database, where making it anew takes ten times as long as the answer. What differs each time is
 * a `sql.placeholder`.
 */
export function prepared<Query>(make: (db: Db) => Query): () => Query {
	const made = new WeakMap<Db, Query>();
	return () => {
		const open = db();
		const known = made.get(open);
		if (known) return known;
		const query = make(open);
		made.set(open, query);
		return query;
	};
}
