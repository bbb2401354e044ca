import { describe, expect, test } from 'vitest';
import { leesDatum, type Rand } from './lees.ts';
import { toonDatum, vergelijkDatum } from './toon.ts';

const NU = 2026;

function goed(tekst: string, rand: Rand = 'begin') {
	const gelezen = leesDatum(tekst, { rand, nu: NU });
	if (!gelezen.ok) throw new Error(`${tekst}: ${gelezen.fout}`);
	return gelezen;
}

function fout(tekst: string) {
	const gelezen = leesDatum(tekst, { rand: 'begin', nu: NU });
	if (gelezen.ok) throw new Error(`${tekst} was read as ${gelezen.datum.dag}`);
	return gelezen;
}

test.each([
	['8 juli 2019', '2019-07-08'],
	['08 juli 2019', '2019-07-08'],
	['8  Juli 2019 ', '2019-07-08'],
	['08-07-2019', '2019-07-08'],
	['8-7-2019', '2019-07-08'],
	['8/7/2019', '2019-07-08'],
	['8.7.2019', '2019-07-08'],
	['2019-07-08', '2019-07-08'],
	['8 jul. 2019', '2019-07-08'],
	['8 sept 2019', '2019-09-08'],
	['8 mrt 2019', '2019-03-08'],
	['1e januari 2019', '2019-01-01'],
	['ma 8 juli 2019', '2019-07-08'],
	['maandag 8 juli 2019', '2019-07-08'],
	['op maandag 8 juli 2019', '2019-07-08'],
	['per 1 januari 2020', '2020-01-01'],
	['29 februari 2016', '2016-02-29'],
])('an exact day: %s', (tekst, dag) => {
	expect(goed(tekst).datum).toMatchObject({ eerste: dag, dag, laatste: dag, aangenomen: false });
});

test.each([
	['juli 2019', '2019-07-01', '2019-07-31'],
	['Februari 2017', '2017-02-01', '2017-02-28'],
	['februari 2016', '2016-02-01', '2016-02-29'],
	['sept. 2018', '2018-09-01', '2018-09-30'],
	['07-2019', '2019-07-01', '2019-07-31'],
	['2019-07', '2019-07-01', '2019-07-31'],
	['2018', '2018-01-01', '2018-12-31'],
	['in 2018', '2018-01-01', '2018-12-31'],
	['voorjaar 2018', '2018-03-01', '2018-05-31'],
	['zomer 2018', '2018-06-01', '2018-08-31'],
	['Najaar 2018', '2018-09-01', '2018-11-30'],
	['herfst 2018', '2018-09-01', '2018-11-30'],
	['winter 2018', '2018-12-01', '2019-02-28'],
	['winter 2019-2020', '2019-12-01', '2020-02-29'],
	['begin 2019', '2019-01-01', '2019-03-31'],
	['medio 2018', '2018-05-01', '2018-08-31'],
	['midden 2018', '2018-05-01', '2018-08-31'],
	['half 2018', '2018-05-01', '2018-08-31'],
	['eind 2018', '2018-10-01', '2018-12-31'],
	['begin januari 2019', '2019-01-01', '2019-01-10'],
	['half juni 2018', '2018-06-11', '2018-06-20'],
	['eind februari 2019', '2019-02-21', '2019-02-28'],
	['eind zomer 2018', '2018-08-01', '2018-08-31'],
	['1e helft 2019', '2019-01-01', '2019-06-30'],
	['vierde kwartaal van 2018', '2018-10-01', '2018-12-31'],
	['schooljaar 2018-2019', '2018-08-01', '2019-07-31'],
	['rond 8 juli 2019', '2019-07-08', '2019-07-08'],
	['2013-2016', '2013-01-01', '2016-12-31'],
	['tussen december 2017 en september 2018', '2017-12-01', '2018-09-30'],
	['september - december 2019', '2019-09-01', '2019-12-31'],
	['september – december 2019', '2019-09-01', '2019-12-31'],
	['sept-dec 2019', '2019-09-01', '2019-12-31'],
	['eind 2017 - 2019', '2017-10-01', '2019-12-31'],
	['januari 2018 t/m november 2019', '2018-01-01', '2019-11-30'],
	['januari 2016 - juli 2017', '2016-01-01', '2017-07-31'],
	['september 2016 t/m juli 2017', '2016-09-01', '2017-07-31'],
	['van oktober 2017 tot juli 2019', '2017-10-01', '2019-07-31'],
	['februari-maart 2017', '2017-02-01', '2017-03-31'],
	['nov 2017 - jun 2018', '2017-11-01', '2018-06-30'],
])('a vague date: %s', (tekst, eerste, laatste) => {
	expect(goed(tekst).datum).toMatchObject({ eerste, dag: eerste, laatste, aangenomen: true });
	expect(goed(tekst, 'eind').datum).toMatchObject({ eerste, dag: laatste, laatste });
});

test.each([
	['23-27 juli 2017', '2017-07-23', '2017-07-27'],
	['23 – 27 juli 2017', '2017-07-23', '2017-07-27'],
	['23 t/m 27 juli 2017', '2017-07-23', '2017-07-27'],
	['23 tot en met 27 juli 2017', '2017-07-23', '2017-07-27'],
	['28 juni - 3 juli 2017', '2017-06-28', '2017-07-03'],
	['28 december 2018 - 3 januari 2019', '2018-12-28', '2019-01-03'],
	['2 en 3 oktober 2018', '2018-10-02', '2018-10-03'],
	['1-9-2016 - 31-12-2018', '2016-09-01', '2018-12-31'],
])('a range of days: %s', (tekst, eerste, laatste) => {
	expect(goed(tekst).datum).toMatchObject({ eerste, dag: eerste, laatste, aangenomen: false });
	expect(goed(tekst, 'eind').datum.dag).toBe(laatste);
});

test('eind 2018 as an end is 31 december 2018, assumed, and keeps what was written', () => {
	expect(goed(' Eind  2018', 'eind').datum).toEqual({
		geschreven: 'Eind 2018',
		eerste: '2018-10-01',
		dag: '2018-12-31',
		laatste: '2018-12-31',
		aangenomen: true,
	});
});

test.each([
	['', 'Vul een datum in, zoals 8 juli 2019.', []],
	[
		'29 februari 2019',
		'29 februari 2019 bestaat niet: februari heeft in 2019 28 dagen. Bedoel je 28 februari 2019 of 1 maart 2019?',
		['28 februari 2019', '1 maart 2019'],
	],
	[
		'31 april 2019',
		'31 april 2019 bestaat niet: april heeft 30 dagen. Bedoel je 30 april 2019 of 1 mei 2019?',
		['30 april 2019', '1 mei 2019'],
	],
	[
		'32 mei 2019',
		'32 mei 2019 bestaat niet: mei heeft 31 dagen. Bedoel je 31 mei 2019 of 1 juni 2019?',
		['31 mei 2019', '1 juni 2019'],
	],
	[
		'32 december 2019',
		'32 december 2019 bestaat niet: december heeft 31 dagen. Bedoel je 31 december 2019 of 1 januari 2020?',
		['31 december 2019', '1 januari 2020'],
	],
	[
		'13 juni 2918',
		'Het jaar 2918 kan niet kloppen. Bedoel je 13 juni 2018 of 13 juni 2019?',
		['13 juni 2018', '13 juni 2019'],
	],
	[
		'eind 2109',
		'Het jaar 2109 kan niet kloppen. Bedoel je eind 2019 of eind 2009?',
		['eind 2019', 'eind 2009'],
	],
	[
		'13-6-2918',
		'Het jaar 2918 kan niet kloppen. Bedoel je 13 juni 2018 of 13 juni 2019?',
		['13 juni 2018', '13 juni 2019'],
	],
	['8-7-19', 'Schrijf het jaar met vier cijfers. Bedoel je 8 juli 2019?', ['8 juli 2019']],
	["juli '19", 'Schrijf het jaar met vier cijfers. Bedoel je juli 2019?', ['juli 2019']],
	['8 juli', 'Schrijf het jaar erbij. Bedoel je 8 juli 2026?', ['8 juli 2026']],
	['8 july 2019', 'Schrijf de maand in het Nederlands. Bedoel je 8 juli 2019?', ['8 juli 2019']],
	['March 2018', 'Schrijf de maand in het Nederlands. Bedoel je maart 2018?', ['maart 2018']],
	['july 8, 2019', 'Schrijf eerst de dag en dan de maand. Bedoel je 8 juli 2019?', ['8 juli 2019']],
	['febuari 2017', 'De maand febuari kennen we niet. Bedoel je februari 2017?', ['februari 2017']],
	['7-20-2019', 'Maand 20 bestaat niet. Bedoel je 20 juli 2019?', ['20 juli 2019']],
	['0 mei 2019', 'Een maand begint met dag 1. Bedoel je 1 mei 2019?', ['1 mei 2019']],
	[
		'27-23 juli 2017',
		'Het begin ligt na het eind. Bedoel je 23 juli 2017 - 27 juli 2017?',
		['23 juli 2017 - 27 juli 2017'],
	],
	[
		'23-32 juli 2017',
		'32 juli 2017 bestaat niet: juli heeft 31 dagen. Bedoel je 31 juli 2017 of 1 augustus 2017?',
		['31 juli 2017', '1 augustus 2017'],
	],
])('refuses %j with a suggestion', (tekst, zin, voorstellen) => {
	expect(fout(tekst)).toEqual({ ok: false, fout: zin, voorstellen });
});

test.each(['ooit', 'volgende week', '2019-13-01x', '????', '12', 'eind juli en zo'])(
	'says that it does not understand %j',
	(tekst) => {
		expect(fout(tekst).fout).not.toBe('');
	},
);

test('a suggestion is a date that can be read', () => {
	const geweigerd = [
		'29 februari 2019',
		'13 juni 2918',
		'8-7-19',
		'8 july 2019',
		'27-23 juli 2017',
	];
	for (const voorstel of geweigerd.flatMap((tekst) => fout(tekst).voorstellen)) {
		expect(goed(voorstel).ok).toBe(true);
	}
});

describe('what is strange gets a warning and stays as it was written', () => {
	test.each([
		['8 april 2018', '8 april 2018 is een zondag. Klopt dat?'],
		['14 april 2017', '14 april 2017 is Goede Vrijdag. Klopt dat?'],
		['26 april 2014', '26 april 2014 is Koningsdag. Klopt dat?'],
		['30 mei 2019', '30 mei 2019 is Hemelvaartsdag. Klopt dat?'],
		['di 8 juli 2019', '8 juli 2019 is een maandag, geen dinsdag.'],
		['8 juli 2019', undefined],
		['1 januari 2019', undefined],
		['31 december 2017', undefined],
		['eind 2018', undefined],
	])('%s', (tekst, waarschuwing) => {
		expect(goed(tekst).waarschuwing).toBe(waarschuwing);
	});
});

/** Every written date of the example werkplaats that is not one of the exact days above. */
const VOORBEELD = [
	...['18 februari 2016', '22 september 2016', '1 december 2016', '12 december 2016'],
	...['9 februari 2017', '21 maart 2017', '3 april 2017', '10 april 2017', '14 april 2017'],
	...['16 mei 2017', '22 mei 2017', '26 mei 2017', '29 mei 2017', '21 september 2017'],
	...['2 oktober 2017', '26 oktober 2017', '20 maart 2018', '8 april 2018', '24 april 2018'],
	...['7 mei 2018', '26 juni 2018', '2 oktober 2018', '3 oktober 2018', '18 oktober 2018'],
	...['1 november 2018', '05-11-2018', '26 november 2018', '27 november 2018', '6 december 2018'],
	...['17 januari 2019', '21 januari 2019', '28-01-2019', '14 maart 2019', '25 april 2019'],
	...['16-05-2019', '23 mei 2019', '14 juni 2019', '2 juli 2019', '08 juli 2019'],
	...['2 september 2019', '10 oktober 2019', '31 oktober 2019', '28 november 2019'],
	...['9 december 2019', '11 december 2019', '12 december 2019'],
	...['2016', 'eind 2018', 'begin 2019', 'eind 2019', 'eind 2017', 'voorjaar 2018', 'april 2018'],
	...['September 2018', 'Najaar 2018', 'September 2019', 'maart 2020', 'april 2017'],
	...['januari 2016', 'juli 2017', 'augustus 2017', 'december 2019', 'januari 2020'],
	...['tussen december 2017 en september 2018', 'januari 2018 t/m november 2019'],
	...['oktober 2017 - juli 2019', 'november 2017 - juli 2019', 'februari-maart 2017'],
	...['2013-2016', '2012-2016', 'eind december', '13 juni 2918'],
];

test('every date of the example werkplaats is read, or refused for a reason', () => {
	const geweigerd = VOORBEELD.filter((tekst) => !leesDatum(tekst, { rand: 'begin', nu: NU }).ok);
	expect(geweigerd).toEqual(['eind december', '13 juni 2918']);
});

test('what is shown can be read again and means the same', () => {
	for (const tekst of VOORBEELD.filter((t) => leesDatum(t, { rand: 'begin' }).ok)) {
		const { datum } = goed(tekst);
		const opnieuw = goed(toonDatum(datum)).datum;
		expect({ ...opnieuw, geschreven: '' }).toEqual({ ...datum, geschreven: '' });
	}
});

test('dates sort by their first possible day, and first ≤ day ≤ last always holds', () => {
	const data = VOORBEELD.map((tekst) => leesDatum(tekst, { rand: 'eind', nu: NU }))
		.filter((gelezen) => gelezen.ok)
		.map((gelezen) => gelezen.datum)
		.sort(vergelijkDatum);
	for (const [i, { eerste, dag, laatste }] of data.entries()) {
		expect(eerste <= dag && dag <= laatste).toBe(true);
		expect((data[i - 1]?.eerste ?? '') <= eerste).toBe(true);
	}
});
