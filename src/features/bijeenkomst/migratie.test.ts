import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openDatabase, type Db } from '#server/db/db.ts';
import { migrateDatabase } from '#server/db/migrate.ts';
import { setConfig } from '#server/http/test-http.ts';
import { projectRoot } from '#server/paths.ts';

afterEach(() => setConfig({}));

const ALLES = join(projectRoot(), 'drizzle');

/** The migrations as they were up to and with this one. */
function tot(tag: string): string {
	const map = mkdtempSync(join(tmpdir(), 'samenspel-migratie-'));
	cpSync(ALLES, map, { recursive: true });
	const pad = join(map, 'meta', '_journal.json');
	const journaal = JSON.parse(readFileSync(pad, 'utf8')) as { entries: { tag: string }[] };
	const laatste = journaal.entries.findIndex((entry) => entry.tag === tag);
	writeFileSync(
		pad,
		JSON.stringify({ ...journaal, entries: journaal.entries.slice(0, laatste + 1) }),
	);
	return map;
}

/** A row of a schema that the code does not know any more; what must be there and was not said is 1. */
function zet({ $client }: Db, tabel: string, waarden: Record<string, string>) {
	const kolommen = $client
		.prepare<[string], { name: string }>(
			'select name from pragma_table_info(?) where "notnull" and dflt_value is null',
		)
		.all(tabel)
		.map(({ name }) => [name, '1']);
	const rij = { ...(Object.fromEntries(kolommen) as Record<string, string>), ...waarden };
	const namen = Object.keys(rij).join(', ');
	const plekken = Object.keys(rij).fill('?').join(', ');
	$client.prepare(`insert into ${tabel} (${namen}) values (${plekken})`).run(...Object.values(rij));
}

test('who prepared a bijeenkomst still does, and what hangs on it stays', () => {
	setConfig({ MIGRATIONS_DIR: tot('0004_ervaringen') });
	const db = openDatabase(':memory:');
	migrateDatabase(db);
	zet(db, 'werkplaats', { id: 'w' });
	zet(db, 'persoon', { id: 'p', werkplaats_id: 'w' });
	const van = { werkplaats_id: 'w', updated_at: '1700000000000' };
	zet(db, 'bijeenkomst', { id: 'met', ...van, titel: 'Met', bereidt_voor_id: 'p', plaats: 'Hier' });
	zet(db, 'bijeenkomst', { id: 'zonder', ...van, titel: 'Zonder' });
	zet(db, 'bijeenkomst_titel', { bijeenkomst_id: 'met', titel: 'Ook zo' });

	setConfig({ MIGRATIONS_DIR: ALLES });
	expect(migrateDatabase(db)).toBeGreaterThan(0);
	const alle = (sql: string) => db.$client.prepare(sql).all();
	expect(alle('select * from voorbereider')).toEqual([
		{ bijeenkomst_id: 'met', persoon_id: 'p', door: null, created_at: 1_700_000_000_000 },
	]);
	expect(alle('select id, titel, plaats from bijeenkomst order by id')).toEqual([
		{ id: 'met', titel: 'Met', plaats: 'Hier' },
		{ id: 'zonder', titel: 'Zonder', plaats: '' },
	]);
	expect(alle('select titel from bijeenkomst_titel')).toEqual([{ titel: 'Ook zo' }]);
	expect(
		alle("select name from pragma_table_info('bijeenkomst') where name like 'bereidt%'"),
	).toEqual([]);
	db.$client.exec("delete from bijeenkomst where id = 'met'");
	expect(alle('select * from voorbereider')).toEqual([]);
});
