import { expect, test } from 'vitest';
import * as v from 'valibot';
import { telwoord, toonBedrag, toonGetal, toonProcent, toonUren } from './getal.ts';
import { datumVeld, datumVeldOfLeeg } from './input.ts';
import { pasen } from './feestdag.ts';
import { leesDatum } from './lees.ts';
import { vergelijkNaam, vergelijkTekst } from './naam.ts';
import {
	halfjaar,
	schooljaar,
	toonDag,
	toonDagKort,
	toonDagTabel,
	toonDatum,
	toonLezing,
	toonMetWeekdag,
	toonNabij,
	toonTijd,
} from './toon.ts';

function lees(tekst: string) {
	const gelezen = leesDatum(tekst, { rand: 'eind' });
	if (!gelezen.ok) throw new Error(gelezen.fout);
	return gelezen.datum;
}

test.each([
	['08 juli 2019', '8 juli 2019'],
	['08-07-2019', '8 juli 2019'],
	['ma 8 jul. 2019', '8 juli 2019'],
	['Februari 2017', 'februari 2017'],
	['sept 2018', 'september 2018'],
	['09-2018', 'september 2018'],
	['2018-09', 'september 2018'],
	['Eind 2018', 'eind 2018'],
	['Najaar 2018', 'najaar 2018'],
	['23-27 juli 2017', '23–27 juli 2017'],
	['23 t/m 27 juli 2017', '23–27 juli 2017'],
	['28 juni - 3 juli 2017', '28 juni – 3 juli 2017'],
	['28 december 2018 - 3 januari 2019', '28 december 2018 – 3 januari 2019'],
	['tussen december 2017 en september 2018', 'tussen december 2017 en september 2018'],
	['september - december 2019', 'september – december 2019'],
	['februari-maart 2017', 'februari–maart 2017'],
	['2013-2016', '2013–2016'],
])('%s is printed as %s', (geschreven, getoond) => {
	expect(toonDatum(lees(geschreven))).toBe(getoond);
});

test('one sure day may have the day of the week with it, and nothing else', () => {
	const met = ['11 juni 2026', '23-27 juli 2017', 'eind 2018'].map((d) => toonMetWeekdag(lees(d)));
	expect(met).toEqual(['donderdag 11 juni 2026', '23–27 juli 2017', 'eind 2018']);
});

test.each([
	['eind 2018', 'Dat lezen we als 31 december 2018 (aangenomen).'],
	['8-7-2019', 'Dat lezen we als maandag 8 juli 2019.'],
	['23-27 juli 2017', 'Dat lezen we als 23–27 juli 2017.'],
])('%s is understood aloud', (geschreven, zin) => {
	expect(toonLezing(lees(geschreven))).toBe(zin);
});

test('days', () => {
	expect(toonDag('2019-07-08')).toBe('8 juli 2019');
	expect(toonDagKort('2026-06-11')).toBe('do 11 juni');
	expect(toonDagTabel('2019-07-08')).toBe('08-07-2019');
	expect(schooljaar('2019-07-31')).toBe('2018-2019');
	expect(schooljaar('2019-08-01')).toBe('2019-2020');
	expect(halfjaar('2019-06-30')).toBe('1e helft 2019');
	expect(halfjaar('2019-07-01')).toBe('2e helft 2019');
	expect([2016, 2017, 2018, 2019, 2026].map(pasen)).toEqual([
		'2016-03-27',
		'2017-04-16',
		'2018-04-01',
		'2019-04-21',
		'2026-04-05',
	]);
});

test('times are those of Amsterdam, summer and winter', () => {
	expect(toonTijd(new Date('2019-07-08T12:00:00Z'))).toBe('14.00 uur');
	expect(toonTijd(new Date('2019-01-08T12:00:00Z'))).toBe('13.00 uur');
});

test.each([
	['2026-06-11T12:20:00Z', 'over 20 minuten'],
	['2026-06-11T11:59:00Z', '1 minuut geleden'],
	['2026-06-11T15:00:00Z', 'over 3 uur'],
	['2026-06-12T07:00:00Z', 'morgen'],
	['2026-06-10T20:00:00Z', 'gisteren'],
	['2026-06-08T12:00:00Z', '3 dagen geleden'],
	['2026-07-08T12:00:00Z', '8 juli 2026'],
])('%s is %s', (at, zin) => {
	expect(toonNabij(new Date(at), new Date('2026-06-11T12:00:00Z'))).toBe(zin);
});

test('numbers', () => {
	expect(toonGetal(1234.5)).toBe('1.234,5');
	expect(toonUren(750)).toBe('12,5 uur');
	expect(toonUren(255)).toBe('4,25 uur');
	expect(toonUren(69_120)).toBe('1.152 uur');
	expect(toonBedrag(50_000)).toBe('€ 50.000');
	expect(toonBedrag(1234.5)).toBe('€ 1.234,50');
	expect(toonProcent(0.67)).toBe('67%');
	expect([1, 12, 20, 21, 1200].map(telwoord)).toEqual(['één', 'twaalf', 'twintig', '21', '1.200']);
});

test('names sort by last name without tussenvoegsel, with their accents', () => {
	const namen = [
		['Wendy', '', ''],
		['Anja', 'van der', 'Zee'],
		['Mustáfá', '', 'Kálo'],
		['Judith', 'van', 'Vliet'],
		['Bea', 'de', 'Álvarez'],
		['Ali', '', 'Alvarez'],
	].map(([voornaam = '', tussenvoegsel = '', achternaam = '']) => ({
		voornaam,
		tussenvoegsel,
		achternaam,
	}));
	expect(namen.sort(vergelijkNaam).map((n) => n.voornaam)).toEqual([
		'Ali',
		'Bea',
		'Mustáfá',
		'Judith',
		'Wendy',
		'Anja',
	]);
	expect(['Werkteam 10', 'Werkteam 2'].sort(vergelijkTekst)[0]).toBe('Werkteam 2');
});

test('the form field gives a date, null or the sentence', () => {
	const schema = v.object({
		van: datumVeld({ rand: 'begin' }),
		tot: datumVeldOfLeeg({ rand: 'eind' }),
	});
	expect(v.parse(schema, { van: 'eind 2018', tot: '' })).toMatchObject({
		van: { dag: '2018-10-01' },
		tot: null,
	});
	const mis = v.safeParse(schema, { van: '29 februari 2019', tot: '31 april 2019' });
	expect(mis.issues?.map((i) => [i.path?.[0]?.key, i.message.slice(0, 29)])).toEqual([
		['van', '29 februari 2019 bestaat niet'],
		['tot', '31 april 2019 bestaat niet: a'],
	]);
	expect(v.safeParse(schema, {}).issues?.[0]?.message).toBe('Vul een datum in, zoals 8 juli 2019.');
});
