import * as fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import type * as Y from 'yjs';
import { maakTeam } from '#features/leeromgeving/test-team.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { contentHash } from '#sync/server/canonical.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import type { BordBeeld } from './beeld.ts';
import { telStippen } from './document.stip.ts';
import { leesBord } from './document.ts';
import { projectBord } from './project.server.ts';
import { bord } from './tables.server.ts';
import { geschiedenis, SAMEN_DADEN, speel, type Stap } from './test-geschiedenis.ts';
import { idNr } from './test-bord.ts';
import { alsRijen, rijenVan } from './test-rijen.ts';

// many random cases, on a machine that does more at once
vi.setConfig({ testTimeout: 60_000 });

const BORD = idNr('bord', 1);

beforeEach(() => {
	freshDb();
	const systeem = testWerkplaats();
	const { werkplaatsId } = systeem;
	const leeromgevingId = maakTeam(systeem);
	db()
		.insert(bord)
		.values({ id: BORD, werkplaatsId, leeromgevingId, titel: 'Wie belt er aan?' })
		.run();
});

/** Each briefje of the table in one place, and every list in its order. */
function isHeel({ briefjes, los, groepen, inzichten, afspraken }: BordBeeld, opTafel: string[]) {
	const plekken = [...los, ...groepen.flatMap((groep) => groep.briefjes)].map(({ id }) => id);
	expect(plekken.toSorted()).toEqual(opTafel.toSorted());
	expect(new Set(plekken).size).toBe(briefjes.length);
	expect(los.every(({ groepId }) => groepId === '')).toBe(true);
	for (const groep of groepen)
		expect(groep.briefjes.every(({ groepId }) => groepId === groep.id)).toBe(true);
	const there = new Set([...briefjes, ...groepen, ...inzichten].map(({ id }) => id));
	for (const { uit } of [...inzichten, ...afspraken])
		expect(uit.every((id) => there.has(id))).toBe(true);
}

test('whatever several do at once, they end with the same bord, and so do the server and its rows', () => {
	const seen = { keren: 0, groepen: 0, inzichten: 0, afspraken: 0, inGroep: 0, los: 0 };
	fc.assert(
		fc.property(geschiedenis(100), (verloop) => {
			const project = (doc: Y.Doc) => projectBord(BORD, doc);
			const { geweigerd, keren, docs, opTafel } = speel(verloop, project);
			expect(geweigerd).toEqual([]);
			expect(new Set(docs.map(contentHash)).size).toBe(1);
			const [first, ...others] = docs.map(leesBord);
			for (const other of others) expect(other).toEqual(first);
			isHeel(first!, opTafel);
			project(docs[0]!);
			expect(rijenVan(BORD)).toEqual(alsRijen(docs.at(-1)!));
			seen.keren += keren;
			seen.los += first!.los.length;
			seen.groepen += first!.groepen.length;
			seen.inzichten += first!.inzichten.length;
			seen.afspraken += first!.afspraken.length;
			seen.inGroep += first!.groepen.flatMap(({ briefjes }) => briefjes).length;
		}),
		{ numRuns: 40 },
	);
	// the histories were no empty ones
	for (const many of Object.values(seen)) expect(many).toBeGreaterThan(20);
	expect(seen.keren).toBeGreaterThan(500);
});

/** Made by one, and known to all. */
const VIJF_GROEPEN: Stap[] = [
	...[1, 2, 3, 4, 5].map((nr): Stap => [0, 'groep', nr, nr]),
	...[0, 1, 2, 3, 4, 5].map((wie): Stap => [wie, 'terug', 0, 0]),
];
const som = (aantallen: readonly number[]) => aantallen.reduce((n, one) => n + one, 0);

test('whichever groepen go into which meanwhile, and whoever does it, every dot is still there', () => {
	const seen = { gegeven: 0, samen: 0 };
	fc.assert(
		fc.property(geschiedenis(80, SAMEN_DADEN), ([aantal, stappen]) => {
			const { docs, gegeven } = speel([aantal, [...VIJF_GROEPEN, ...stappen]]);
			const all = som(gegeven.map(({ aantal }) => aantal));
			const op = docs.map((doc) => telStippen(doc, gegeven));
			for (const stippen of op) expect(stippen).toEqual(op[0]);
			expect(som(Object.values(op[0]!))).toBe(all);
			const groepen = new Set(leesBord(docs[0]!).groepen.map(({ id }) => id));
			expect(Object.keys(op[0]!).filter((id) => !groepen.has(id))).toEqual([]);
			seen.gegeven += all;
			seen.samen +=
				new Set(gegeven.map(({ groepId }) => groepId)).size - Object.keys(op[0]!).length;
		}),
		{ numRuns: 60 },
	);
	for (const many of Object.values(seen)) expect(many).toBeGreaterThan(20);
});
