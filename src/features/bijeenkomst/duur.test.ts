import { describe, expect, test } from 'vitest';
import { leesDatum } from '#features/datum/lees.ts';
import { herhaalDagen } from './herhaal.ts';
import { leesAantal, telSom, toonAantal } from './aantal.ts';
import { delenVan, duurVan, type Deel } from './duur.ts';
import { telReeks } from './reeks.ts';
import { waarschuwingen } from './waarschuw.ts';

const datum = (tekst: string) => {
	const gelezen = leesDatum(tekst, { rand: 'begin' });
	if (!gelezen.ok) throw new Error(gelezen.fout);
	return gelezen.datum;
};
const deel = (part: Partial<Deel> = {}): Deel => ({
	id: null,
	dag: '2018-11-05',
	begin: '10.00',
	eind: '15.30',
	pauzes: [],
	...part,
});
const PAUZE = { begin: '12.30', eind: '13.00' };

describe('how long it was', () => {
	test.each([
		['the whole of it', deel(), '', '', 330],
		['who came late', deel(), '11.15', '', 255],
		['who left early', deel(), '', '12.00', 120],
		['both', deel(), '11.00', '12.00', 60],
		['a break is not counted', deel({ pauzes: [PAUZE] }), '', '', 300],
		['who came in the break', deel({ pauzes: [PAUZE] }), '12.45', '', 150],
		['who left before the break', deel({ pauzes: [PAUZE] }), '', '12.30', 150],
		[
			'breaks that overlap count once',
			deel({ pauzes: [PAUZE, { begin: '12.45', eind: '13.15' }] }),
			'',
			'',
			285,
		],
		['a break outside it', deel({ pauzes: [{ begin: '09.00', eind: '10.00' }] }), '', '', 330],
		['before and after it is not of it', deel(), '08.00', '20.00', 330],
		['gone before they came', deel(), '14.00', '11.00', 0],
		['all of it a break', deel({ pauzes: [{ begin: '09.00', eind: '16.00' }] }), '', '', 0],
	])('%s', (_what, of, van, tot, minuten) => {
		expect(duurVan(of, van, tot)).toBe(minuten);
	});

	const b = { datum: datum('5 november 2018'), begin: '10.00', eind: '15.30', pauzes: [PAUZE] };
	test('one stretch on one day, or those of its days in order', () => {
		expect(delenVan(b)).toEqual([deel({ pauzes: [PAUZE] })]);
		const later = { ...deel({ dag: '2018-11-06' }), id: 'b' };
		const eerder = { ...deel(), id: 'a' };
		expect(delenVan(b, [later, eerder])).toEqual([eerder, later]);
	});
	test.each([
		['no day', { ...b, datum: null }],
		['a month', { ...b, datum: datum('november 2018') }],
		['no begin', { ...b, begin: '', eind: '' }],
		['no end', { ...b, eind: '' }],
	])('%s: nobody knows', (_what, unknown) => {
		expect(delenVan(unknown)).toEqual([]);
	});
});

describe('how many there were', () => {
	test.each([
		['30', 30, false],
		['circa 30', 30, true],
		['ca. 30', 30, true],
		['±30', 30, true],
		['ruim twintig', 20, true],
		['Bijna vijftig', 50, true],
		["zo'n 25", 25, true],
		['zo’n vijfentwintig mensen', 25, true],
		['tweeëndertig', 32, false],
		['drieëntachtig', 83, false],
		['honderd', 100, false],
		['0', 0, false],
		['', null, false],
	])('%s', (tekst, aantal, circa) => {
		expect(leesAantal(tekst)).toEqual({ aantal, circa, tekst });
	});
	test.each(['veel', 'dertig of veertig', '-3', '3,5', 'twintwintig', '123456'])(
		'%s is no number',
		(tekst) => {
			expect(leesAantal(tekst)).toBeUndefined();
		},
	);
	test('reads each word to a hundred, and shows what was written', () => {
		const los = (n: number) => ({ aantal: n, circa: false, aantalTekst: '' });
		expect(toonAantal(los(30))).toBe('30');
		expect(toonAantal({ ...los(30), circa: true })).toBe('circa 30');
		expect(toonAantal({ ...los(20), circa: true, aantalTekst: 'ruim twintig' })).toBe(
			'ruim twintig',
		);
		expect(toonAantal({ ...los(0), aantal: null })).toBe('');
	});
	test('a sum of estimates is one, and of what nobody counted a least; zero is counted', () => {
		const n = (aantal: number | null, circa = false) => ({ aantal, circa });
		expect(telSom([n(10), n(0)])).toEqual({ aantal: 10, circa: false, tenMinste: false });
		expect(telSom([n(10), n(30, true)])).toEqual({ aantal: 40, circa: true, tenMinste: false });
		expect(telSom([n(10), n(null)])).toEqual({ aantal: 10, circa: false, tenMinste: true });
		expect(telReeks({ aantal: 12 }, 3)).toEqual({ aantal: 12, tenMinste: false });
		expect(telReeks({ aantal: 12 }, 13)).toEqual({ aantal: 13, tenMinste: false });
		expect(telReeks({ aantal: null }, 3)).toEqual({ aantal: 3, tenMinste: true });
	});
});

describe('when it comes again', () => {
	test.each([
		['week', '2027-03-24', ['2027-03-31', '2027-04-07']],
		['twee-weken', '2026-12-24', ['2027-01-07', '2027-01-21']],
		['maand-dag', '2026-12-31', ['2027-01-31', '2027-02-28']],
		['maand-weekdag', '2026-06-09', ['2026-07-14', '2026-08-11']],
		// the fifth Tuesday; July has four
		['maand-weekdag', '2026-06-30', ['2026-07-28', '2026-08-25']],
	] as const)('each %s from %s', (elke, van, dagen) => {
		expect(herhaalDagen({ van, elke, aantal: 2 })).toEqual(dagen);
	});
	test('at most half a year of weeks, and none for none', () => {
		expect(herhaalDagen({ van: '2026-01-01', elke: 'week', aantal: 400 })).toHaveLength(26);
		expect(herhaalDagen({ van: '2026-01-01', elke: 'week', aantal: -1 })).toEqual([]);
	});
});

describe('what one may want to look at', () => {
	const perioden = [
		{ id: 'p1', nummer: 1, naam: '', van: datum('januari 2016'), tot: datum('31 juli 2017') },
		{ id: 'p2', nummer: 2, naam: '', van: datum('augustus 2017'), tot: datum('31 december 2019') },
	];
	const zie = (dag: string | null, part: object = {}) =>
		waarschuwingen(
			{
				datum: dag === null ? null : datum(dag),
				begin: '14.00',
				eind: '16.00',
				pauzes: [],
				periodeId: null,
				...part,
			},
			{ perioden },
		);
	test.each([
		['a day in a periode', '5 november 2018', {}, []],
		[
			'another periode on purpose',
			'5 november 2018',
			{ periodeId: 'p1' },
			['Deze dag valt buiten periode 1.'],
		],
		['a day in none', '3 februari 2027', {}, ['Deze dag valt in geen enkele periode.']],
		['Easter', '2 april 2018', {}, ['2 april 2018 is tweede paasdag.']],
		['a Sunday', '4 november 2018', {}, ['4 november 2018 is een zondag.']],
		[
			'long',
			'5 november 2018',
			{ begin: '08.00', eind: '20.30' },
			['Dit duurt langer dan 12 uur. Kijk de tijden na.'],
		],
		['a month says nothing of a Sunday', 'april 2018', {}, []],
		['no day yet', null, {}, []],
	])('%s', (_what, dag, part, zinnen) => {
		expect(zie(dag, part)).toEqual(zinnen);
	});
});
