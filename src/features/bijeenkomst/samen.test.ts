import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { NIEMAND, type Actor, type SysteemActor } from '#access/actor.ts';
import {
	mayReadBijeenkomst,
	mayReadRuimteVan,
	type BijeenkomstFacts,
} from '#access/bijeenkomst.ts';
import { iedereen, maakLid, maakTeam } from '#features/leeromgeving/test-team.ts';
import { metRol } from '#features/persoon/test-wereld.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Forbidden } from '#server/errors.ts';
import { factsOf, ruimtenOf } from './find.server.ts';
import {
	detailBijeenkomst,
	listAlleBijeenkomsten,
	listBijeenkomsten,
	listMensen,
	listVolgende,
} from './read.server.ts';
import { readableBijeenkomsten, ruimteReadable } from './readable.server.ts';
import { bijeenkomst, medeleeromgeving } from './tables.server.ts';
import { createBijeenkomst, updateBijeenkomst } from './write.server.ts';

let systeem: SysteemActor;
let gastheer: string;
let gast: string;

beforeEach(() => {
	freshDb();
	systeem = testWerkplaats();
	gastheer = maakTeam(systeem);
	gast = maakTeam(systeem, { naam: 'De gasten', volgnummer: 2 });
});

const NIEUW = { titel: 'Samen', datum: null, begin: '', eind: '', plaats: '' };

function plan(leeromgevingId: string | null, mede: string[] = [], open = false): string {
	const { id } = createBijeenkomst(systeem, { ...NIEUW, leeromgevingId });
	for (const joined of mede)
		db().insert(medeleeromgeving).values({ bijeenkomstId: id, leeromgevingId: joined }).run();
	db().update(bijeenkomst).set({ open }).where(eq(bijeenkomst.id, id)).run();
	return id;
}
const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id).sort();

test('what SQL finds is what the rules allow, for everybody and each kind of bijeenkomst', () => {
	const elders = testWerkplaats('Elders');
	createBijeenkomst(elders, { ...NIEUW, leeromgevingId: null });
	plan(gastheer);
	plan(gastheer, [gast]);
	plan(gastheer, [], true);
	plan(null);
	plan(null, [gast]);
	plan(null, [gast], true);
	const rows = db().select().from(bijeenkomst).all();
	const actors: Actor[] = [...iedereen(systeem, gastheer), ...iedereen(systeem, gast), NIEMAND];
	for (const actor of [...actors, elders]) {
		const knows = db().select().from(bijeenkomst).where(readableBijeenkomsten(actor)).all();
		const enters = db().select().from(bijeenkomst).where(ruimteReadable(actor)).all();
		const allowed = (rule: (actor: Actor, facts: BijeenkomstFacts) => boolean) =>
			idsOf(rows.filter((row) => rule(actor, factsOf(row))));
		expect(idsOf(knows)).toEqual(allowed(mayReadBijeenkomst));
		expect(idsOf(enters)).toEqual(allowed(mayReadRuimteVan));
	}
});

test('a team that joins in has it in its list and its agenda, and changes it as its own', () => {
	const id = plan(gastheer, [gast]);
	const lid = maakLid(systeem, gast, 'lid');
	expect(idsOf(listBijeenkomsten(lid, gast).komend)).toEqual([id]);
	expect(listAlleBijeenkomsten(lid).komend[0]?.team).toMatchObject({ id: gastheer, isMijn: true });
	updateBijeenkomst(lid, { ...NIEUW, id, titel: 'Samen aan tafel' });
	expect(detailBijeenkomst(systeem, id).titel).toBe('Samen aan tafel');
	expect(listVolgende(lid)).toEqual([]);
});

test('to choose from are the people of all its teams, each once', () => {
	const id = plan(gastheer, [gast]);
	const van = maakLid(systeem, gastheer, 'trekker');
	const bij = maakLid(systeem, gast, 'student');
	expect(idsOf(listMensen(bij, id))).toEqual([van.persoonId, bij.persoonId].sort());
	const buiten = metRol(systeem.werkplaatsId, null);
	const open = plan(gastheer, [], true);
	expect(detailBijeenkomst(buiten, open).titel).toBe('Samen');
	expect(() => listMensen(buiten, open)).toThrow(Forbidden);
});

test('one without a team is of the werkplaats, and planned by who looks over all teams', () => {
	const docent = metRol(systeem.werkplaatsId, 'docentonderzoeker');
	const { id } = createBijeenkomst(docent, { ...NIEUW, leeromgevingId: null });
	expect(detailBijeenkomst(docent, id)).toMatchObject({
		team: { id: null },
		may: { write: true, remove: true },
	});
	const lid = maakLid(systeem, gastheer, 'trekker');
	expect(detailBijeenkomst(lid, id).may).toMatchObject({ write: false, remove: false });
	expect(() => createBijeenkomst(lid, { ...NIEUW, leeromgevingId: null })).toThrow(Forbidden);
	expect(() => createBijeenkomst(NIEMAND, { ...NIEUW, leeromgevingId: null })).toThrow(Forbidden);
});

test('a team counts once, however often it is named', () => {
	const id = plan(gastheer, [gastheer, gast]);
	const row = db().select().from(bijeenkomst).where(eq(bijeenkomst.id, id)).get()!;
	expect(ruimtenOf(row)).toEqual([gastheer, gast]);
});
