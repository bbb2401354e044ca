import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import type { SysteemActor } from '#access/actor.ts';
import { lidmaatschap } from '#features/leeromgeving/tables.server.ts';
import { maakLid, maakTeam } from '#features/leeromgeving/test-team.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { Conflict } from '#server/errors.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { basisBijeenkomst } from './basis.ts';
import type { BijeenkomstNieuw } from './input.ts';
import { listKeuzes } from './keuzes.server.ts';
import { detailBijeenkomst } from './read.server.ts';
import { lijstenSamen } from './samen.ts';
import { voorbereider } from './tables.server.ts';
import { wijzigingOf } from './wijziging.server.ts';
import { createBijeenkomst, updateBijeenkomst } from './write.server.ts';

let systeem: SysteemActor;
let team: string;
let mensen: string[];
let id: string;

const NIEUW: BijeenkomstNieuw = { titel: 'Thee', datum: null, begin: '', eind: '', plaats: '' };

beforeEach(() => {
	freshDb();
	systeem = testWerkplaats();
	team = maakTeam(systeem);
	mensen = (['trekker', 'lid', 'student'] as const).map(
		(rol) => maakLid(systeem, team, rol).persoonId,
	);
	const voorbereiders = mensen.slice(0, 2);
	id = createBijeenkomst(systeem, { ...NIEUW, leeromgevingId: team, voorbereiders }).id;
});

const wie = () => detailBijeenkomst(systeem, id).voorbereiders?.map((een) => een.id);
const open = () => basisBijeenkomst(wijzigingOf(systeem, id));
const bewaar = (part: Partial<BijeenkomstNieuw>, basis?: Record<string, string>) =>
	updateBijeenkomst(systeem, { ...wijzigingOf(systeem, id), ...part, id }, basis);

test('several prepare one, in the order in which they were chosen; nobody is legal too', () => {
	const [een, twee, drie] = mensen as [string, string, string];
	expect(wie()).toEqual([een, twee]);
	bewaar({ voorbereiders: [drie, twee] });
	expect(wie()).toEqual([twee, drie]);
	bewaar({ voorbereiders: [] });
	expect(wie()).toEqual([]);
});

test('two who change the list at once: each tick is kept, and no tick comes back', () => {
	const [een, twee, drie] = mensen as [string, string, string];
	const basis = open();
	bewaar({ voorbereiders: [een, twee, drie] }, basis);
	bewaar({ voorbereiders: [twee] }, basis);
	expect(wie()).toEqual([twee, drie]);
	bewaar({ plaats: 'De Wissel', voorbereiders: [een, twee] }, basis);
	expect(wie()).toEqual([twee, drie]);
});

test('a question about another field does not make my list the only one', () => {
	const [een, twee, drie] = mensen as [string, string, string];
	const basis = open();
	bewaar({ plaats: 'Hier', voorbereiders: [een, twee, drie] }, basis);
	let opnieuw: Record<string, string> | undefined;
	try {
		bewaar({ plaats: 'Daar', voorbereiders: [een] }, basis);
	} catch (error) {
		opnieuw = (error as Conflict).basis;
		expect(error).toBeInstanceOf(Conflict);
	}
	bewaar({ plaats: 'Daar', voorbereiders: [een] }, opnieuw);
	expect(wie()).toEqual([een, drie]);
});

test('who is no longer in the team can still be seen, and may stay', () => {
	const [een, twee] = mensen as [string, string];
	const weg = { tot: '2019-05-01' };
	db().update(lidmaatschap).set(weg).where(eq(lidmaatschap.persoonId, een)).run();
	const voor = { leeromgevingIds: [team] };
	const namen = (voorbereiders?: string[]) =>
		listKeuzes(systeem, { ...voor, ...(voorbereiders && { voorbereiders }) }).mensen.map(
			({ value }) => value,
		);
	expect(namen()).not.toContain(een);
	expect(namen([een, twee])).toContain(een);
	bewaar({ voorbereiders: [een] });
	expect(wie()).toEqual([een]);
});

test('who stays keeps the row, with who chose them', () => {
	const [een, twee] = mensen as [string, string];
	db().update(voorbereider).set({ door: 'iemand' }).run();
	bewaar({ voorbereiders: [een, mensen[2]!] });
	const rows = db().select().from(voorbereider).all();
	expect(rows.map(({ persoonId, door }) => [persoonId, door])).toEqual([
		[een, 'iemand'],
		[mensen[2], null],
	]);
	expect(wie()).not.toContain(twee);
});

test('lists that nobody sent are left alone', () => {
	expect(lijstenSamen({ titel: 'Anders' }, wijzigingOf(systeem, id))).toEqual({});
	expect(
		lijstenSamen({ fasen: ['doen'] }, { fasen: ['delen', 'duiden'] }, { fasen: 'delen doen' }),
	).toEqual({ fasen: ['duiden'] });
});
