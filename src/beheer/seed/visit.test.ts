import { beforeEach, expect, test } from 'vitest';
import { createAccount } from '#features/account/account.server.ts';
import { isCodeAdres } from '#features/account/adres.ts';
import { account } from '#features/account/tables.server.ts';
import { loadActor } from '#features/leeromgeving/actor.server.ts';
import { leeromgeving } from '#features/leeromgeving/tables.server.ts';
import { accountPersoon, persoon } from '#features/persoon/tables.server.ts';
import { hasRealWerkplaats } from '#features/werkplaats/setup.server.ts';
import { werkplaats } from '#features/werkplaats/tables.server.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { visit } from './visit.ts';

beforeEach(() => void freshDb());

test('a visitor looks around as coördinator, with an account nobody can log in to', async () => {
	const visitor = await visit.open();
	expect(loadActor(visitor)).toMatchObject({ rollen: expect.arrayContaining(['coordinator']) });
	const [only, ...more] = db().select().from(account).all();
	expect(more).toEqual([]);
	expect(only?.wachtwoordHash).toBeNull();
	expect(isCodeAdres(only?.email ?? '')).toBe(true);
	expect(await visit.open()).toEqual(visitor);
	expect(hasRealWerkplaats()).toBe(false);
});

test('it goes away whole, and takes nobody else along', async () => {
	await visit.open();
	const real = db()
		.insert(werkplaats)
		.values({ naam: 'Echt', korteNaam: 'Echt', kleed: 'ruit/groen-roze' })
		.returning()
		.get();
	const ik = db()
		.insert(persoon)
		.values({ werkplaatsId: real.id, voornaam: 'Ik' })
		.returning()
		.get();
	const accountId = createAccount({ email: 'ik@voorbeeld.example' });
	db().insert(accountPersoon).values({ accountId, persoonId: ik.id, werkplaatsId: real.id }).run();
	visit.remove();
	expect(db().select().from(werkplaats).all()).toHaveLength(1);
	expect(db().select().from(persoon).all()).toHaveLength(1);
	expect(db().select().from(leeromgeving).all()).toEqual([]);
	expect(db().select().from(account).all()).toMatchObject([{ id: accountId }]);
});
