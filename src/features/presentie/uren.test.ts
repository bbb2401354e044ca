import { describe, expect, test } from 'vitest';
import type { Deel } from '#features/bijeenkomst/duur.ts';
import { bakVan, organisatieBij, telBakken, type Bak, type BakRegel } from './bak.ts';
import { botst, geldendeMinuten, minutenVan } from './minuten.ts';
import { leesUren, leesVerschil, toonUren } from './uren.ts';

const deel = (dag: string, begin: string, eind: string): Deel => ({
	id: null,
	dag,
	begin,
	eind,
	pauzes: [],
});
const aanwezig = { status: 'aanwezig', van: '', tot: '', minutenHand: null } as const;
const regel = (part: Partial<BakRegel> = {}): BakRegel => ({
	perspectief: 'beleid',
	organisatieId: null,
	organisatieNaam: '',
	buitenRegio: false,
	...part,
});

/** Partner from a day, until and including another. */
const PARTNERS: Record<string, [van: string, tot: string]> = {
	Rotterdam: ['2016-09-01', '9999'],
	Vlaardingen: ['2016-09-01', '9999'],
	Schiedam: ['2016-09-01', '2018-12-31'],
	Vivenz: ['2019-01-01', '9999'],
	BAR: ['2016-09-01', '9999'],
};
const WERELD = {
	trekkers: new Set(['HR', 'Inholland']),
	partnerOp: (id: string, dag: string) => {
		const [van, tot] = PARTNERS[id] ?? ['9999', ''];
		return van <= dag && dag <= tot;
	},
	koepelsBoven: (id: string) =>
		['Barendrecht', 'Albrandswaard', 'Ridderkerk'].includes(id) ? ['BAR'] : [],
};

describe('the four lists of two half years', () => {
	const van = (organisatieId: string) => regel({ organisatieId, organisatieNaam: organisatieId });
	const lijsten: [Deel, (BakRegel & { van?: string })[]][] = [
		[
			deel('2018-11-05', '13.30', '16.30'),
			[van('Rotterdam'), van('WMO Radar'), regel({ perspectief: 'bewoner' }), van('HR')],
		],
		[
			deel('2018-12-06', '15.00', '18.00'),
			[van('Schiedam'), van('Vlaardingen'), van('Vivenz'), regel({ perspectief: 'student' })],
		],
		[
			deel('2019-01-21', '10.00', '15.30'),
			[van('Schiedam'), { ...van('Vlaardingen'), van: '11.15' }, van('Barendrecht'), van('Vivenz')],
		],
		[deel('2019-06-13', '09.30', '12.00'), [van('Barendrecht'), van('Albrandswaard')]],
	];
	const tel = (vanDag: string, totDag: string) => {
		const regels = lijsten
			.filter(([{ dag }]) => vanDag <= dag && dag <= totDag)
			.flatMap(([of, lijst]) =>
				lijst.map((r) => ({
					...r,
					dag: of.dag,
					minuten: minutenVan({ ...aanwezig, van: r.van ?? '' }, of),
				})),
			);
		return Object.fromEntries(
			telBakken(regels, WERELD).map(({ bak, minuten }) => [naam(bak), minuten]),
		);
	};
	const naam = (bak: Bak) =>
		'organisatieId' in bak
			? [bak.soort, 'koepelId' in bak && bak.koepelId, bak.organisatieId].filter(Boolean).join(' ')
			: [bak.soort, 'sub' in bak && bak.sub].filter(Boolean).join(' ');

	test('the second half of 2018', () => {
		expect(tel('2018-07-01', '2018-12-31')).toEqual({
			'partner Rotterdam': 180,
			'partner Schiedam': 180,
			'partner Vlaardingen': 180,
			'overig organisaties': 360,
			'overig bewoners': 180,
			studenten: 180,
			'trekker HR': 180,
		});
	});
	test('the first half of 2019', () => {
		expect(tel('2019-01-01', '2019-06-30')).toEqual({
			'partner Vlaardingen': 255,
			'partner Vivenz': 330,
			'partner BAR Barendrecht': 480,
			'partner BAR Albrandswaard': 150,
			'overig organisaties': 330,
		});
	});
});

test.each<[string, BakRegel, Bak]>([
	[
		'a student, whoever they come for',
		regel({ perspectief: 'student', organisatieId: 'Rotterdam' }),
		{ soort: 'studenten' },
	],
	[
		'a name that we do not know',
		regel({ organisatieNaam: 'Buurtkamer' }),
		{ soort: 'toe-te-wijzen' },
	],
	[
		'a name we do not know of a resident',
		regel({ perspectief: 'bewoner', organisatieNaam: 'Buurtkamer' }),
		{ soort: 'toe-te-wijzen' },
	],
	[
		'a volunteer for oneself',
		regel({ perspectief: 'vrijwilliger' }),
		{ soort: 'overig', sub: 'bewoners' },
	],
	[
		'a shopkeeper for oneself',
		regel({ perspectief: 'ondernemer' }),
		{ soort: 'overig', sub: 'organisaties' },
	],
	['a professional without organisation', regel(), { soort: 'toe-te-wijzen' }],
	[
		'a guest of another region',
		regel({ organisatieId: 'Utrecht', buitenRegio: true }),
		{ soort: 'overig', sub: 'buiten-regio' },
	],
	[
		'a partner stays one, also from far',
		regel({ organisatieId: 'Rotterdam', buitenRegio: true }),
		{ soort: 'partner', organisatieId: 'Rotterdam', koepelId: null },
	],
])('%s', (_who, of, bak) => {
	expect(bakVan(of, '2018-11-05', WERELD)).toEqual(bak);
});

test('the end of a partnerschap decides on the day itself', () => {
	const of = regel({ organisatieId: 'Schiedam' });
	expect(bakVan(of, '2018-12-31', WERELD).soort).toBe('partner');
	expect(bakVan(of, '2019-01-01', WERELD)).toEqual({ soort: 'overig', sub: 'organisaties' });
});

test('an organisatie is found by exactly a name that it has, and never by a guess', () => {
	const bekend = [
		{ id: 'a', naam: 'Gemeente Vlaardingen', aliassen: ['Vlaardingen'] },
		{ id: 'b', naam: 'Stichting Sarıkaş', aliassen: [] },
		{ id: 'c', naam: 'Dubbel', aliassen: [] },
		{ id: 'd', naam: 'Ander', aliassen: ['dubbel'] },
	];
	expect(organisatieBij(' vlaardingen', bekend)).toBe('a');
	expect(organisatieBij('stichting sarikas', bekend)).toBe('b');
	for (const naam of ['Vlaarding', 'Gemeente', 'dubbel', ''])
		expect(organisatieBij(naam, bekend)).toBeNull();
});

describe('minutes', () => {
	const of = deel('2018-11-05', '14.00', '16.00');
	test('of who was there; by hand wins; without times nobody knows', () => {
		expect(minutenVan(aanwezig, of)).toBe(120);
		expect(minutenVan({ ...aanwezig, status: 'afgemeld' }, of)).toBe(0);
		expect(minutenVan({ ...aanwezig, status: 'afwezig', minutenHand: 60 }, of)).toBe(0);
		expect(minutenVan({ ...aanwezig, minutenHand: 0 }, of)).toBe(0);
		expect(minutenVan(aanwezig, undefined)).toBeNull();
	});
	test('once confirmed only that and its corrections, whatever becomes of the times', () => {
		const later = deel('2018-11-05', '14.00', '20.00');
		expect(geldendeMinuten(aanwezig, later, { correcties: [] })).toBe(360);
		expect(geldendeMinuten(aanwezig, later, { bevestigd: 120, correcties: [] })).toBe(120);
		expect(geldendeMinuten(aanwezig, later, { bevestigd: 120, correcties: [30, -150] })).toBe(0);
	});
	test('one persoon in two places at once; one after the other is none', () => {
		const a = { persoonId: 'x', dag: '2018-11-05', begin: '14.00', eind: '16.00' };
		expect(botst(a, { ...a, begin: '15.00', eind: '17.00' })).toBe(true);
		expect(botst(a, { ...a, begin: '16.00', eind: '17.00' })).toBe(false);
		expect(botst(a, { ...a, dag: '2018-11-06' })).toBe(false);
		expect(botst(a, { ...a, persoonId: 'y' })).toBe(false);
		expect(botst({ ...a, persoonId: null }, { ...a, persoonId: null })).toBe(false);
	});
});

describe('as people write it', () => {
	test.each([
		['2,5', 150],
		['2.5', 150],
		['2.30', 150],
		['2:30', 150],
		['2,25 uur', 135],
		['2 uur 30', 150],
		['2 uur en 30 minuten', 150],
		['45 min', 45],
		['3', 180],
		['0', 0],
		['26', 1560],
		['veel', undefined],
		['', undefined],
		['-1', undefined],
	])('%s', (tekst, minuten) => {
		expect(leesUren(tekst)).toBe(minuten);
	});
	test.each([
		['+0,5', 30],
		['-1', -60],
		['− 2 uur', -120],
		['0.30', 30],
		['+', undefined],
		['+-1', undefined],
	])('more or less: %s', (tekst, minuten) => {
		expect(leesVerschil(tekst)).toBe(minuten);
	});
	test.each([
		[180, '3'],
		[255, '4,25'],
		[50, '0,83'],
		[-30, '-0,5'],
	])('%i minutes are shown as %s', (minuten, tekst) => {
		expect(toonUren(minuten)).toBe(tekst);
	});
});
