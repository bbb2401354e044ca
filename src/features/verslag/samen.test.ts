import { and, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { bijeenkomst, medeleeromgeving } from '#features/bijeenkomst/tables.server.ts';
import { maakLid, maakTeam } from '#features/leeromgeving/test-team.ts';
import { db } from '#server/db/db.ts';
import { NotFound } from '#server/errors.ts';
import { rightOf } from './live.server.ts';
import { detailVerslag } from './read.server.ts';
import { verslagWereld, type VerslagWereld } from './test-verslag.ts';

let w: VerslagWereld;
let gast: string;
beforeEach(() => {
	w = verslagWereld();
	gast = maakTeam(w.systeem, { naam: 'De gasten', volgnummer: 2 });
});
const join = () =>
	db().insert(medeleeromgeving).values({ bijeenkomstId: w.id, leeromgevingId: gast }).run();

test('a team that joins in writes in its verslag, and not one moment longer', () => {
	const lid = maakLid(w.systeem, gast, 'lid');
	expect(rightOf(lid, w.id)).toBeUndefined();
	join();
	expect(rightOf(lid, w.id)).toBe('schrijven');
	expect(rightOf(maakLid(w.systeem, gast, 'agendalid'), w.id)).toBe('voorstellen');
	db()
		.delete(medeleeromgeving)
		.where(and(eq(medeleeromgeving.bijeenkomstId, w.id), eq(medeleeromgeving.leeromgevingId, gast)))
		.run();
	expect(rightOf(lid, w.id)).toBeUndefined();
});

test('who may not write is sent to a trekker of a team they may enter', () => {
	join();
	const observator = maakLid(w.systeem, gast, 'procesobservator');
	maakLid(w.systeem, gast, 'trekker');
	expect(detailVerslag(observator, w.id)).toMatchObject({
		recht: 'lezen',
		vraag: 'trekker van het team',
	});
});

test('of no team: who looks over all teams reads it, others of the werkplaats do not', () => {
	db().update(bijeenkomst).set({ leeromgevingId: null }).where(eq(bijeenkomst.id, w.id)).run();
	expect(detailVerslag(w.lector, w.id)).toMatchObject({ recht: 'opmerken' });
	expect(detailVerslag(w.coordinator, w.id)).toMatchObject({ recht: 'schrijven' });
	expect(() => detailVerslag(w.lid, w.id)).toThrow(NotFound);
	expect(rightOf(w.trekker, w.id)).toBeUndefined();
});

test('that everybody may come opens no verslag', () => {
	db().update(bijeenkomst).set({ open: true }).where(eq(bijeenkomst.id, w.id)).run();
	expect(() => detailVerslag(w.buiten, w.id)).toThrow(NotFound);
	expect(rightOf(w.buiten, w.id)).toBeUndefined();
});
