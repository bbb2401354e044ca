import { beforeEach, expect, test } from 'vitest';
import { db } from './db.ts';
import { countReferences, moveReferences, referencesTo } from './references.ts';
import { freshDb } from './test-db.ts';

beforeEach(() => {
	freshDb();
	db().$client.exec(`
		create table dish (id text primary key);
		create table guest (id text primary key, dish_id text references dish (id));
		create table menu (day text, dish_id text not null references dish (id), unique (day, dish_id));
		insert into dish values ('soup'), ('stew');
		insert into guest values ('ann', 'soup'), ('bob', 'soup'), ('cas', null);
		insert into menu values ('mon', 'soup'), ('tue', 'soup'), ('tue', 'stew');
	`);
});

test('the schema itself says what points at a table', () => {
	expect(referencesTo('dish')).toEqual([
		{ table: 'guest', column: 'dish_id' },
		{ table: 'menu', column: 'dish_id' },
	]);
	expect(referencesTo('guest')).toEqual([]);
});

test('rows are counted per column', () => {
	expect(countReferences('dish', 'soup').map((ref) => ref.count)).toEqual([2, 2]);
	expect(countReferences('dish', 'stew').map((ref) => ref.table)).toEqual(['menu']);
});

test('moving leaves nothing behind and no link twice', () => {
	moveReferences('dish', 'soup', 'stew');
	expect(countReferences('dish', 'soup')).toEqual([]);
	expect(countReferences('dish', 'stew').map((ref) => ref.count)).toEqual([2, 2]);
});
