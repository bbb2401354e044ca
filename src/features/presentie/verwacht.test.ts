import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aanmelding, genodigde } from '#features/aanmelding/tables.server.ts';
import { maakBijeenkomst } from '#features/bijeenkomst/test-bijeenkomst.ts';
import { maakLid, maakTeam } from '#features/leeromgeving/test-team.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { antwoordenOf } from './verwacht.server.ts';

beforeEach(() => {
	freshDb();
	vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-06-10T12:05:00Z') });
});
afterEach(() => void vi.useRealTimers());

test('of two answers in one moment the one that was written last counts', () => {
	const systeem = testWerkplaats();
	const team = maakTeam(systeem);
	const { werkplaatsId } = systeem;
	const bijeenkomstId = maakBijeenkomst(systeem, team, { dag: '11 juni 2026' });
	const { persoonId } = maakLid(systeem, team, 'lid');
	const own = { werkplaatsId, bijeenkomstId, persoonId, tokenHash: 'x' };
	const genodigdeId = db().insert(genodigde).values(own).returning().get().id;
	for (let n = 0; n < 16; n++) {
		const antwoord = n % 2 === 0 ? 'komt' : 'komt-niet';
		db().insert(aanmelding).values({ genodigdeId, antwoord, via: 'mail' }).run();
		expect(antwoordenOf(bijeenkomstId).get(persoonId)).toBe(antwoord);
	}
});
