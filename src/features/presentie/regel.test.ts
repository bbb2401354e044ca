import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import type { PersoonActor, SysteemActor } from '#access/actor.ts';
import { genodigde, aanmelding } from '#features/aanmelding/tables.server.ts';
import { dagdeel } from '#features/bijeenkomst/tables.server.ts';
import { assignDagdelen } from '#features/bijeenkomst/dagdeel.write.server.ts';
import { dagdeelRows } from '#features/bijeenkomst/rows.server.ts';
import { maakBijeenkomst } from '#features/bijeenkomst/test-bijeenkomst.ts';
import { iedereen, maakLid, maakTeam } from '#features/leeromgeving/test-team.ts';
import { maakOrganisatie } from '#features/partner/test-partner.ts';
import { maakPersoon, metRol } from '#features/persoon/test-wereld.ts';
import { testWerkplaats } from '#features/werkplaats/test-werkplaats.ts';
import { db } from '#server/db/db.ts';
import { freshDb } from '#server/db/test-db.ts';
import { Conflict, Forbidden, Invalid } from '#server/errors.ts';
import { confirmPresentie } from './bevestig.write.server.ts';
import { mustKeepDagdelen } from './find.server.ts';
import { CorrectieInput, RegelNieuw, UrenInput } from './input.ts';
import { detailPresentie, detailRegel } from './read.server.ts';
import {
	assignStatus,
	createRegel,
	removeRegel,
	updateRegel,
	updateUren,
	withdrawRegelWeghaling,
} from './regel.write.server.ts';
import { regelsOf } from './rows.server.ts';

let systeem: SysteemActor;
let team: string;
let trekker: PersoonActor;
let id: string;
const NAAM: RegelNieuw = {
	...{ persoonId: null, naam: 'Joke', organisatie: '', perspectief: 'bewoner', van: '' },
	...{ tot: '', dagdeelId: null, buitenRegio: false },
};

const plan = (part: Parameters<typeof maakBijeenkomst>[2], leeromgevingId = team) =>
	maakBijeenkomst(systeem, leeromgevingId, part);

beforeEach(() => {
	freshDb();
	systeem = testWerkplaats();
	team = maakTeam(systeem);
	trekker = maakLid(systeem, team, 'trekker');
	id = plan({});
});

const tik = (persoonId: string, status: 'aanwezig' | 'afgemeld' | 'afwezig') =>
	assignStatus(trekker, { bijeenkomstId: id, regelId: null, persoonId, dagdeelId: null, status });
const rijen = (actor = trekker, of = id) =>
	detailPresentie(actor, of).delen.flatMap((d) => d.rijen);
const rij = (naam: string, of = id) => rijen(trekker, of).find((r) => r.naam.startsWith(naam))!;
const bewaar = (regelId: string, part: object, basis?: Record<string, string>) => {
	const { naam, organisatie, perspectief, buitenRegio, status, van, tot } = detailRegel(trekker, {
		bijeenkomstId: id,
		regelId,
	});
	const nu = { naam, organisatie, perspectief, buitenRegio, status, van, tot };
	updateRegel(trekker, { bijeenkomstId: id, regelId, ...nu, ...part }, basis);
};

describe('the list', () => {
	test('begins with who is expected, and one tap makes a line of them', () => {
		const lid = maakLid(systeem, team, 'lid');
		maakLid(systeem, team, 'agendalid');
		expect(rijen().map(({ naam, status }) => [naam, status])).toEqual([
			['lid van het team', null],
			['trekker van het team', null],
		]);
		tik(lid.persoonId, 'aanwezig');
		tik(lid.persoonId, 'aanwezig');
		expect(rij('lid')).toMatchObject({ status: 'aanwezig', minuten: 150, bron: 'lijst' });
		tik(lid.persoonId, 'afgemeld');
		expect(rij('lid')).toMatchObject({ status: 'afgemeld', minuten: 0, bak: null });
		expect(regelsOf(id)).toHaveLength(1);
	});

	test('who answered not to come is signed off, who was asked is expected', () => {
		const [komt, nietKomt] = [maakPersoon(systeem.werkplaatsId, 'Yıldız'), trekker.persoonId];
		const { werkplaatsId } = systeem;
		for (const persoonId of [komt, nietKomt]) {
			const values = { werkplaatsId, bijeenkomstId: id, persoonId, tokenHash: persoonId };
			const asked = db().insert(genodigde).values(values).returning().get();
			const antwoord = persoonId === komt ? 'komt' : 'komt-niet';
			db().insert(aanmelding).values({ genodigdeId: asked.id, antwoord, via: 'mail' }).run();
		}
		expect(rijen().map(({ naam, afgemeld }) => [naam, afgemeld])).toEqual([
			['trekker van het team', true],
			['Yıldız', false],
		]);
	});

	test('a part of a day has its own lines and its own times', () => {
		const lid = maakLid(systeem, team, 'lid');
		const dag = { bijeenkomstId: id, dag: '2019-06-11' };
		const [ochtend, middag] = [
			{ ...dag, begin: '09.00', eind: '12.00' },
			{ ...dag, begin: '13.00', eind: '15.00' },
		].map((values) => db().insert(dagdeel).values(values).returning().get().id);
		for (const dagdeelId of [ochtend!, middag!])
			assignStatus(trekker, {
				...{ bijeenkomstId: id, regelId: null, dagdeelId },
				...{ persoonId: lid.persoonId, status: 'aanwezig' },
			});
		const { delen, totaal } = detailPresentie(trekker, id);
		expect(delen.map(({ zin }) => zin)).toEqual([
			'dinsdag 11 juni 2019, 09.00 – 12.00 uur',
			'dinsdag 11 juni 2019, 13.00 – 15.00 uur',
		]);
		expect(totaal).toBe(300);
	});

	test('a part that becomes longer keeps its list, and none goes with people on it', () => {
		const deel = { dag: '2019-06-11', begin: '09.00', eind: '12.00', pauzes: [] };
		const middag = { ...deel, begin: '13.00', eind: '15.00' };
		const zet = (...delen: (typeof deel)[]) => {
			mustKeepDagdelen(trekker, { bijeenkomstId: id, aantal: delen.length });
			assignDagdelen(trekker, { id, delen });
		};
		zet(deel, middag);
		createRegel(trekker, { ...NAAM, bijeenkomstId: id, dagdeelId: dagdeelRows(id)[0]!.id });
		zet({ ...deel, eind: '12.30' }, middag);
		zet(middag, { ...deel, dag: '2019-06-12' });
		expect(rij('Joke')).toMatchObject({ status: 'aanwezig', minuten: 180 });
		expect(() => zet(middag)).toThrow(Invalid);
		expect(() => zet()).toThrow(Invalid);
	});

	test('without a day nobody is put on it; without times the hours are asked', () => {
		const ooit = plan({ dag: null });
		expect(() => createRegel(trekker, { ...NAAM, bijeenkomstId: ooit })).toThrow(Invalid);
		const zonder = plan({ dag: '12 juni 2019', begin: '', eind: '' });
		createRegel(trekker, { ...NAAM, bijeenkomstId: zonder });
		expect(rij('Joke', zonder).zinnen).toEqual([
			'Van deze bijeenkomst zijn geen tijden bekend. Schrijf de uren erbij.',
		]);
		expect(() => confirmPresentie(trekker, zonder)).toThrow(Invalid);
	});

	test('what was removed comes back, unless they stand there again', () => {
		tik(trekker.persoonId, 'aanwezig');
		const plek = { bijeenkomstId: id, regelId: regelsOf(id)[0]!.id };
		removeRegel(trekker, plek);
		expect(detailPresentie(trekker, id).weggehaald).toHaveLength(1);
		withdrawRegelWeghaling(trekker, plek);
		removeRegel(trekker, plek);
		tik(trekker.persoonId, 'aanwezig');
		expect(() => withdrawRegelWeghaling(trekker, plek)).toThrow(Invalid);
	});
});

describe('minutes', () => {
	test('45 minutes late, away before the end, by hand with why; each is traced (AC-16)', () => {
		const { id: regelId } = createRegel(trekker, { ...NAAM, bijeenkomstId: id });
		bewaar(regelId, { van: '14.45' });
		expect(rij('Joke').minuten).toBe(105);
		bewaar(regelId, { tot: '16.00' });
		expect(rij('Joke').minuten).toBe(75);
		const uren = { bijeenkomstId: id, regelId, uren: 60, reden: 'Joke hielp met opruimen.' };
		updateUren(trekker, uren);
		expect(rij('Joke')).toMatchObject({ minuten: 60, hand: true });
		updateUren(trekker, { ...uren, uren: null, reden: 'Toch niet.' });
		expect(rij('Joke')).toMatchObject({ minuten: 75, hand: false });
		expect(detailRegel(trekker, { bijeenkomstId: id, regelId }).spoor).toMatchObject([
			{ zin: 'Van: was leeg, werd 14.45.', door: 'trekker van het team' },
			{ zin: 'Tot: was leeg, werd 16.00.' },
			{ zin: 'Uren met de hand: was leeg, werd 1.', reden: 'Joke hielp met opruimen.' },
			{ zin: 'Uren met de hand: was 1, werd leeg.', reden: 'Toch niet.' },
		]);
	});

	test('longer than it lasted is said, not refused', () => {
		const { id: regelId } = createRegel(trekker, { ...NAAM, bijeenkomstId: id });
		updateUren(trekker, { bijeenkomstId: id, regelId, uren: 600, reden: 'x' });
		expect(rij('Joke').zinnen).toEqual(['Dit is langer dan de bijeenkomst duurde.']);
	});

	test('two who change one line: each keeps what the other did not touch', () => {
		const { id: regelId } = createRegel(trekker, { ...NAAM, bijeenkomstId: id });
		const start = { naam: 'Joke', van: '', tot: '' };
		bewaar(regelId, { van: '14.45' });
		bewaar(regelId, { van: '', tot: '16.00' }, start);
		expect(rij('Joke')).toMatchObject({ van: '14.45', tot: '16.00' });
		expect(() => bewaar(regelId, { van: '15.00' }, start)).toThrow(Conflict);
		// each alone is a pair of times that can be; together they are not
		const nu = { ...start, van: '14.45', tot: '16.00' };
		bewaar(regelId, { van: '15.30' }, nu);
		expect(() => bewaar(regelId, { van: '14.45', tot: '15.00' }, nu)).toThrow(Invalid);
	});

	test.each([
		[UrenInput, { uren: '26', reden: 'x' }, 'uren', 'Een dag heeft 24 uur. Kijk het aantal na.'],
		[UrenInput, { uren: 'lang', reden: 'x' }, 'uren', 'Schrijf uren, bijvoorbeeld 2,5.'],
		[UrenInput, { uren: '2', reden: '' }, 'reden', 'Schrijf waarom.'],
		[
			CorrectieInput,
			{ regelIds: 'a', uren: '-25', reden: 'x' },
			'uren',
			'Een dag heeft 24 uur. Kijk het aantal na.',
		],
		[
			RegelNieuw,
			{ ...NAAM, persoonId: '', dagdeelId: '', van: '15', tot: '14', buitenRegio: '' },
			'tot',
			'Iemand gaat weg voor hij komt. Kijk de tijden na.',
		],
		[
			RegelNieuw,
			{ ...NAAM, persoonId: '', dagdeelId: '', naam: '', buitenRegio: '' },
			'naam',
			'Kies iemand, of schrijf een naam.',
		],
		[
			RegelNieuw,
			{ ...NAAM, persoonId: '', dagdeelId: '', perspectief: '', buitenRegio: '' },
			'perspectief',
			'Kies van welke kant deze persoon kijkt.',
		],
	])('refused in one sentence at the field: %#', (schema, input, veld, zin) => {
		const { issues = [] } = v.safeParse(schema as v.GenericSchema, input);
		expect(issues.map((issue) => [issue.path?.[0]?.key, issue.message])).toContainEqual([
			veld,
			zin,
		]);
	});
});

describe('for whom and from which side', () => {
	test('one person wears two hats: another bak each time (AC-13)', () => {
		const coordinator = metRol(systeem.werkplaatsId, 'coordinator');
		const organisatie = 'Jeugdwerk Utrecht';
		maakOrganisatie(coordinator, organisatie, { soort: 'zorg-welzijn' });
		const student = maakLid(systeem, team, 'student').persoonId;
		const later = plan({ dag: '18 juni 2019' });
		const wie = { ...NAAM, persoonId: student, naam: '' };
		createRegel(trekker, { ...wie, perspectief: 'student', bijeenkomstId: id });
		createRegel(trekker, {
			...{ ...wie, perspectief: 'sociaal-werk', organisatie, buitenRegio: true },
			bijeenkomstId: later,
		});
		expect(rij('student').bak).toMatchObject({ soort: 'studenten' });
		expect(rij('student', later).bak).toMatchObject({ soort: 'overig', sub: 'buiten-regio' });
	});

	test('a name that we do not know stays as it was written, and is still to be placed', () => {
		createRegel(trekker, { ...NAAM, organisatie: 'De Buurtkamer', bijeenkomstId: id });
		expect(rij('Joke')).toMatchObject({
			organisatie: 'De Buurtkamer',
			bak: { soort: 'toe-te-wijzen' },
			zinnen: ['Deze organisatie kennen we nog niet. De uren zijn nog toe te wijzen.'],
		});
		createRegel(trekker, {
			...{ ...NAAM, naam: 'Ruben', perspectief: 'beleid' },
			bijeenkomstId: id,
		});
		expect(rij('Ruben').zinnen).toEqual(['Namens wie kwam Ruben? De uren zijn nog toe te wijzen.']);
	});

	test('one name twice is said at both; of who was not there it does not matter', () => {
		for (const naam of ['Joke', 'joke '])
			createRegel(trekker, { ...NAAM, naam, bijeenkomstId: id });
		const zinnen = () => rijen().flatMap((r) => r.zinnen);
		const zin = 'Deze naam staat twee keer op de lijst.';
		expect(zinnen()).toEqual([zin, zin]);
		const regelId = rij('Joke').regelId;
		const weg = { persoonId: null, dagdeelId: null, status: 'afwezig' } as const;
		assignStatus(trekker, { bijeenkomstId: id, regelId, ...weg });
		expect(zinnen()).toEqual([]);
	});

	test('who does not know everybody chooses from the teams, and gets no name of others', () => {
		const lid = maakLid(systeem, team, 'lid');
		const vreemd = maakPersoon(systeem.werkplaatsId, 'Onbekend', 'Geheim');
		const regel = { ...NAAM, persoonId: vreemd, naam: '', bijeenkomstId: id };
		expect(() => createRegel(lid, regel)).toThrow(Invalid);
		expect(JSON.stringify(detailPresentie(lid, id))).not.toContain('Geheim');
		createRegel(trekker, regel);
		expect(rij('Onbekend').naam).toBe('Onbekend Geheim');
	});
});

describe('at two places at once', () => {
	test('is said at the line; of a list one may not see only that there is one', () => {
		const elders = maakTeam(systeem, { naam: 'Stille ruimte', volgnummer: 2 });
		const coordinator = metRol(systeem.werkplaatsId, 'coordinator');
		const wie = maakLid(systeem, team, 'lid').persoonId;
		const ander = plan({ titel: 'Blue Monday', begin: '16.00', eind: '18.00' }, elders);
		const regel = { ...NAAM, persoonId: wie, naam: '' };
		createRegel(coordinator, { ...regel, bijeenkomstId: ander });
		createRegel(coordinator, { ...regel, bijeenkomstId: id });
		const lees = (actor: PersoonActor) =>
			rijen(actor).find(({ persoonId }) => persoonId === wie)!.zinnen;
		expect(lees(coordinator)).toEqual(["lid stond toen ook op de lijst van 'Blue Monday'."]);
		expect(lees(trekker)).toEqual(['lid stond toen ook op een andere lijst.']);
		expect(JSON.stringify(detailPresentie(trekker, id))).not.toMatch(/Blue Monday|Stille ruimte/);
		bewaar(rij('lid').regelId!, { tot: '16.00' });
		expect(rij('lid').zinnen).toEqual([]);
	});
});

test('only who plans writes on the list, and who may not enter does not find it', () => {
	const namen = ['coordinator', 'trekker', 'procesbegeleider', 'kernlid', 'lid'];
	for (const actor of iedereen(systeem, team)) {
		const wie =
			actor.soort === 'persoon' &&
			[...actor.rollen, ...actor.lidmaatschappen.map(({ rol }) => rol)].join();
		const doe = () => createRegel(actor, { ...NAAM, bijeenkomstId: id });
		if (actor.soort === 'systeem' || namen.includes(wie || '')) doe();
		else expect(doe).toThrow();
	}
	const lector = metRol(systeem.werkplaatsId, 'lector');
	expect(() => createRegel(lector, { ...NAAM, bijeenkomstId: id })).toThrow(Forbidden);
	expect(() => rijen(metRol(systeem.werkplaatsId, null))).toThrow();
});
