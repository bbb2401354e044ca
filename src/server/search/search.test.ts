import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { db } from '../db/db.ts';
import { freshDb } from '../db/test-db.ts';
import { removePassages, replacePassages, searchPassages } from './passages.ts';
import { snippetOf } from './snippet.ts';
import { termsOf } from './query.ts';
import { passage } from './tables.server.ts';

const VERSLAG = {
	soort: 'verslag',
	objectId: 'verslagverslagversla',
	werkplaatsId: 'hier',
	leeromgevingId: 'team',
};
const ALL = sql`1 = 1`;
const put = (...teksten: string[]) => replacePassages(VERSLAG, teksten);
const found = (question: string) => searchPassages(question, ALL, 50).map(({ tekst }) => tekst);
const indexed = () => db().get<{ n: number }>(sql`select count(*) as n from passage_index`).n;

/** Any letter, sign and half letter there is. */
const anything = (maxLength: number) =>
	fc
		.array(fc.integer({ min: 0, max: 0xffff }), { maxLength })
		.map((units) => String.fromCharCode(...units));

beforeEach(freshDb);

describe('a word is found in another form of itself', () => {
	test.each([
		['De bewoners kwamen', 'bewoner'],
		['Drie gesprekken gevoerd', 'gesprek'],
		['Oude huizen', 'huis'],
		['Twee brieven gestuurd', 'brief'],
		["Foto's van het plein", 'foto'],
		['De foto van het plein', "foto's"],
		['Mevrouw Sarıkaş belde', 'SARIKAS'],
		['Een kenniscafé', 'kenniscafe'],
		['Een kenniscafe', 'Kenniscafé'],
		["Drie hbo'ers", 'hboers'],
		['Subsidie van 2019', '2019'],
	])('%s ← %s', (tekst, question) => {
		put(tekst, 'Iets heel anders');
		expect(found(question)).toEqual([tekst]);
	});
});

test('the last word may be half a word, the words before it may not', () => {
	put('De vergadering was in de bibliotheek');
	expect(found('vergad')).toHaveLength(1);
	expect(found('vergaderin')).toHaveLength(1);
	expect(found('bibliotheek vergaderin')).toHaveLength(1);
	expect(found('vergad bibliotheek')).toEqual([]);
	expect(found('vergad ')).toEqual([]);
});

test('every word has to be there, but the small ones need not', () => {
	put('Samenwerken met de wijk', 'Samenwerken in de stad');
	expect(found('samenwerken stad')).toEqual(['Samenwerken in de stad']);
	expect(found('samenwerken aan de wijk')).toEqual(['Samenwerken met de wijk']);
	expect(found('in de')).toEqual(['Samenwerken in de stad']);
});

test('what says it more is first', () => {
	put('De jeugd, en verder een lang verhaal over heel andere dingen dan dat', 'Jeugd en jeugd');
	expect(found('jeugd')[0]).toBe('Jeugd en jeugd');
});

test.each([
	'"',
	'""',
	'AND',
	'a OR',
	'NEAR(',
	'* *',
	'-',
	"'; drop table passage; --",
	'🦜',
	'\0',
	'^x',
])('%j is a question like any other', (question) => {
	put('Gewone tekst');
	expect(found(question)).toEqual([]);
});

test('no question makes it throw', () => {
	put('Gewone tekst over "alles" en niets');
	fc.assert(
		fc.property(anything(60), (question) => {
			expect(Array.isArray(found(question))).toBe(true);
		}),
		{ numRuns: 60 },
	);
});

test('a long question and a word without end are answered', () => {
	put('Gewone tekst');
	expect(found('gewone '.repeat(500))).toHaveLength(1);
	expect(found('x'.repeat(100_000))).toEqual([]);
});

test('what is replaced or removed is found no more, and what stays keeps its row', () => {
	put('eerste alinea', 'tweede alinea', 'tweede alinea');
	const rowOf = (tekst: string) =>
		db()
			.select()
			.from(passage)
			.all()
			.find((row) => row.tekst === tekst)?.rowid;
	const kept = rowOf('eerste alinea');
	put('nieuwe kop', 'eerste alinea', 'tweede alinea');
	expect(rowOf('eerste alinea')).toBe(kept);
	expect(found('alinea')).toHaveLength(2);
	expect(found('nieuwe')).toHaveLength(1);
	expect(indexed()).toBe(3);
	removePassages('verslag', VERSLAG.objectId);
	expect(found('alinea')).toEqual([]);
	expect(indexed()).toBe(0);
});

test('a passage that is gone is gone from the file too', () => {
	put('kanariegeheim in de kooi');
	removePassages('verslag', VERSLAG.objectId);
	expect(db().$client.serialize().includes('kanariegeheim')).toBe(false);
});

test('the condition of who asks decides what is found', () => {
	put('jeugd hier');
	replacePassages({ ...VERSLAG, objectId: 'anderander', werkplaatsId: 'elders' }, ['jeugd elders']);
	const mine = searchPassages('jeugd', sql`${passage.werkplaatsId} = 'hier'`, 50);
	expect(mine.map(({ tekst }) => tekst)).toEqual(['jeugd hier']);
});

describe('a snippet', () => {
	const show = (tekst: string, question: string) =>
		snippetOf(tekst, termsOf(question))
			.map(({ text, hit }) => (hit ? `[${text}]` : text))
			.join('');

	test('marks what was found, as it is written', () => {
		expect(show('Bewoners en een bewoner <b>', 'bewoner')).toBe('[Bewoners] en een [bewoner] <b>');
		expect(show('De vergadering', 'verg')).toBe('De [vergadering]');
	});

	test('of a long passage is the part around the first hit', () => {
		const long = `${'woord '.repeat(100)}kanarie ${'woord '.repeat(100)}`;
		const shown = show(long, 'kanarie');
		expect(shown).toContain('[kanarie]');
		expect(shown.length).toBeLessThan(200);
		expect(shown).toMatch(/^… woord.* …$/);
	});

	test('leaves nothing out of a short passage', () => {
		fc.assert(
			fc.property(
				fc.string({ maxLength: 150 }),
				fc.string({ maxLength: 20 }),
				(tekst, question) => {
					const parts = snippetOf(tekst, termsOf(question));
					expect(parts.map(({ text }) => text).join('')).toBe(tekst);
				},
			),
		);
	});
});
