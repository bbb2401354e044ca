import type Database from 'better-sqlite3';
import { db } from '#server/db/db.ts';

type Sqlite = Database.Database;

export interface DocumentRow {
	epoch: number;
	projectedSeq: number;
}
export interface UpdateRow {
	seq: number;
	data: Buffer;
}
export interface SnapshotRow {
	seq: number;
	copy: number;
	state: Buffer;
	hash: string;
}

/** Statements of the log, compiled once per database: they run at every keystroke. */
function compile(sqlite: Sqlite) {
	const get = <T>(sql: string) => sqlite.prepare<unknown[], T>(sql);
	return {
		create: get('insert or ignore into document (name, created_at) values (?, ?)'),
		append: get(
			'insert into document_update (name, data, persoon_id, created_at) values (?, ?, ?, ?)',
		),
		claim: get(
			'insert or ignore into document_client (name, client, persoon_id, created_at) values (?, ?, ?, ?)',
		),
		clients: get<{ client: number; persoonId: string | null }>(
			'select client, persoon_id as persoonId from document_client where name = ?',
		),
		document: get<DocumentRow>(
			'select epoch, projected_seq as projectedSeq from document where name = ?',
		),
		names: get<{ name: string }>('select name from document order by name'),
		updates: get<UpdateRow>(
			'select seq, data from document_update where name = ? and seq > ? order by seq',
		),
		written: get<{ persoonId: string; createdAt: number; data: Buffer }>(
			`select persoon_id as persoonId, created_at as createdAt, data from document_update
			where name = ? and seq > ? and persoon_id is not null order by seq`,
		),
		newest: get<{ seq: number | null }>(
			'select max(seq) as seq from document_snapshot where name = ?',
		),
		snapshots: get<SnapshotRow>(
			'select seq, copy, state, hash from document_snapshot where name = ? order by seq desc, copy',
		),
		putSnapshot: get(
			'insert into document_snapshot (name, seq, copy, state, hash, created_at) values (?, ?, ?, ?, ?, ?)',
		),
		dropSnapshots: get(
			'delete from document_snapshot where name = ? and seq <> ? and (seq, copy) <> (?, ?)',
		),
		dropUpdates: get('delete from document_update where name = ? and seq <= ?'),
		trim: get(
			`delete from document_update where name = ? and seq <=
			(select min(?, case when count(*) > 1 then min(seq) else 0 end) from document_snapshot where name = ?)`,
		),
		raise: get('update document set epoch = epoch + 1 where name = ?'),
		raiseAll: get('update document set epoch = max(epoch + 1, ?)'),
		projected: get('update document set projected_seq = ? where name = ? and projected_seq < ?'),
		damage: get(
			'insert or ignore into document_damage (name, reason, created_at) values (?, ?, ?)',
		),
		undamage: get('delete from document_damage where name = ?'),
		damaged: get<{ name: string; reason: string }>(
			'select name, reason from document_damage order by name',
		),
	};
}

const compiled = new WeakMap<Sqlite, ReturnType<typeof compile>>();

export function rows(sqlite: Sqlite = db().$client) {
	const known = compiled.get(sqlite);
	if (known) return known;
	const made = compile(sqlite);
	compiled.set(sqlite, made);
	return made;
}
