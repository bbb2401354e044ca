import { setImmediate as turn } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import * as Y from 'yjs';
import { db } from '#server/db/db.ts';
import { contentHash } from './canonical.ts';
import { build, DocumentDamaged, load, markDamaged } from './load.ts';
import { rows } from './rows.ts';

export interface CheckedDocument {
	name: string;
	/** `older`: the newest snapshot is damaged, and nothing is lost. */
	state: 'good' | 'older' | 'damaged';
	reason?: string;
}

/**
 * Reads every live document of a database as a start would, and what would be stored of it once
 * more. Others have their turn between two. Nothing is written.
 */
export async function checkDocuments(sqlite: Database.Database): Promise<CheckedDocument[]> {
	const hasTables = sqlite.prepare(`select 1 from sqlite_master where name = 'document'`).get();
	const checked: CheckedDocument[] = [];
	// a backup from before there were live documents is no worse for it
	if (!hasTables) return checked;
	for (const { name } of rows(sqlite).names.all()) {
		checked.push(check(name, sqlite));
		await turn();
	}
	return checked;
}

function check(name: string, sqlite: Database.Database): CheckedDocument {
	try {
		const stored = load(name, sqlite);
		const doc = build(stored);
		const again = build({ state: Y.encodeStateAsUpdate(doc), tail: [] });
		if (contentHash(doc) !== contentHash(again)) throw new DocumentDamaged('differs');
		return { name, state: stored.baseSeq === stored.newestSeq ? 'good' : 'older' };
	} catch (error) {
		const reason = error instanceof DocumentDamaged ? error.message : 'update';
		return { name, state: 'damaged', reason };
	}
}

/** Every night: what cannot be read any more is known before somebody needs it, and what can be again. */
export async function checkOwnDocuments(): Promise<void> {
	for (const { name, state, reason } of await checkDocuments(db().$client)) {
		if (state === 'damaged') markDamaged(name, new DocumentDamaged(reason ?? 'update'));
		else rows().undamage.run(name);
	}
}
