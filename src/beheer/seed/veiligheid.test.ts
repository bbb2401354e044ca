import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { LEEROMGEVING_ROLLEN, WERKPLAATS_ROLLEN } from '#access/actor.ts';
import { isBlocked } from '#features/account/account.server.ts';
import { account } from '#features/account/tables.server.ts';
import { loadActor } from '#features/leeromgeving/actor.server.ts';
import { LEEROMGEVING_STATUS } from '#features/leeromgeving/status.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Invalid } from '#server/errors.ts';
import { verifyPassword } from '#server/password/hash.ts';
import type { Fixture, Plek } from './fixture.ts';
import { loadVeiligheid, seedVeiligheid } from './veiligheid.ts';

let fixture: Fixture;
let out: string;
beforeAll(async () => {
	freshDb();
	out = join(mkdtempSync(join(tmpdir(), 'veiligheid-')), 'fixture.json');
	await seedVeiligheid({ out });
	fixture = JSON.parse(readFileSync(out, 'utf8')) as Fixture;
	// some fifty passwords are hashed as slowly as real ones
}, 60_000);

const places = (): Plek[] => fixture.werkplaatsen.flatMap((w) => [w, ...w.teams]);

/** A live text is bytes, with the words in them as they were typed. */
const asText = (row: unknown) =>
	Object.values(row as object).map((value: unknown) =>
		Buffer.isBuffer(value) ? value.toString('latin1') : value,
	);

/** Every text in the database, one after another. */
function everything(): string {
	const { $client } = db();
	const tables = $client.prepare(`select name from sqlite_master where type = 'table'`).all() as {
		name: string;
	}[];
	return tables
		.map(({ name }) => JSON.stringify($client.prepare(`select * from "${name}"`).all().map(asText)))
		.join('\n');
}

test('two werkplaatsen with two teams each, and a file that only its owner reads', () => {
	expect(fixture.werkplaatsen.map((w) => w.teams.map((t) => t.naam))).toEqual([
		['1.a', '1.b'],
		['2.a', '2.b'],
	]);
	if (process.platform !== 'win32') expect(statSync(out).mode & 0o077).toBe(0);
});

test('every unique word is in the database, and no two are the same', () => {
	const words = places().flatMap((p) => [
		...p.mensen.map((m) => m.woord),
		...p.objecten.flatMap((o) => Object.values(o.woorden)),
	]);
	expect(words.length).toBeGreaterThan(300);
	expect(new Set(words).size).toBe(words.length);
	const text = everything();
	expect(words.filter((word) => !text.includes(word))).toEqual([]);
});

test('every role in each werkplaats and each team, with a way in', async () => {
	const who = (p: Plek) => p.mensen.map((m) => m.wie);
	for (const plek of fixture.werkplaatsen) {
		expect(who(plek)).toEqual([...Object.keys(WERKPLAATS_ROLLEN), 'zonder-rol']);
		for (const team of plek.teams)
			expect(who(team)).toEqual([...Object.keys(LEEROMGEVING_ROLLEN), 'oud-lid', 'uitgeschakeld']);
	}
	const [first] = places()[0]!.mensen;
	const row = db().select().from(account).where(eq(account.id, first!.accountId!)).get();
	expect(row?.email).toBe(first!.email);
	expect(await verifyPassword(row?.wachtwoordHash, first!.wachtwoord)).toBe(true);
});

test('who they are when they log in', () => {
	const [one] = fixture.werkplaatsen;
	const [team] = one!.teams;
	const actorOf = (plek: Plek, wie: string) => {
		const { accountId, persoonId } = plek.mensen.find((m) => m.wie === wie)!;
		return loadActor({ accountId: accountId!, persoonId });
	};
	expect(actorOf(one!, 'accountant')).toMatchObject({
		werkplaatsId: one!.id,
		rollen: ['accountant'],
	});
	const seat = [{ leeromgevingId: team!.id, rol: 'trekker' }];
	expect(actorOf(team!, 'trekker')).toMatchObject({ rollen: [], lidmaatschappen: seat });
	expect(actorOf(team!, 'oud-lid')).toMatchObject({ rollen: [], lidmaatschappen: [] });
	const out = team!.mensen.filter((m) => isBlocked(m.accountId!)).map((m) => m.wie);
	expect(out).toEqual(['uitgeschakeld']);
	expect(loadActor({ accountId: fixture.niemand.accountId!, persoonId: null })).toEqual({
		soort: 'niemand',
	});
});

test('every kind of object in every state', () => {
	const [{ objecten, teams }] = fixture.werkplaatsen as [Fixture['werkplaatsen'][number]];
	const states = (plek: Pick<Plek, 'objecten'>, soort: string) =>
		plek.objecten.filter((o) => o.soort === soort).map((o) => o.staat);
	expect(states({ objecten }, 'periode')).toHaveLength(4);
	expect(states({ objecten }, 'gremium')).toEqual(['actief', 'voorlopig', 'opgeheven', 'herleefd']);
	expect(states({ objecten }, 'partnerschap')).toEqual(['lopend', 'beëindigd', 'komt']);
	const all = [
		...states({ objecten }, 'leeromgeving'),
		...teams.flatMap((t) => states(t, 'leeromgeving')),
	];
	expect(new Set(all)).toEqual(new Set(Object.keys(LEEROMGEVING_STATUS)));
	for (const team of teams)
		for (const soort of ['leervraag', 'praktijkvraag'])
			expect(states(team, soort)).toEqual([
				'nieuw',
				'onderzoek',
				'beantwoord',
				'doorgezet',
				'losgelaten',
				'teruggenomen',
			]);
	expect(states(teams[0]!, 'uitnodiging')).toHaveLength(8);
	for (const team of teams)
		expect(states(team, 'bijeenkomst')).toEqual([
			'geweest',
			'bevestigd',
			'concept',
			'ter-controle',
			'vastgesteld',
			'weggehaald',
		]);
	for (const team of teams)
		expect(states(team, 'bord')).toEqual([
			...['open', 'afgerond', 'weggehaald'],
			...['kiest', 'gekozen', 'cafe', 'tafel'],
		]);
});

test('a data folder with something in it is refused', async () => {
	await expect(loadVeiligheid()).rejects.toThrow(Invalid);
});
