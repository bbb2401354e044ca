import { describe, expect, test } from 'vitest';
import { leesImport, toonVoorbeeld, type Bekend, type Invoerrij } from './import.ts';
import { leesTabel } from './tabel.ts';

describe('a table', () => {
	test.each([
		[
			'Naam;Organisatie\nJoke;SOL',
			[
				['Naam', 'Organisatie'],
				['Joke', 'SOL'],
			],
		],
		[
			'Naam,Organisatie\r\nJoke,SOL\r\n',
			[
				['Naam', 'Organisatie'],
				['Joke', 'SOL'],
			],
		],
		[
			'Naam\tOrganisatie\nJoke\tSOL',
			[
				['Naam', 'Organisatie'],
				['Joke', 'SOL'],
			],
		],
		[
			'\ufeffNaam;Uren\n"Vries; Joke de";2,5',
			[
				['Naam', 'Uren'],
				['Vries; Joke de', '2,5'],
			],
		],
		['"een ""echte"" naam";x', [['een "echte" naam', 'x']]],
		['"op twee\nregels";x', [['op twee\nregels', 'x']]],
		[
			'a;b\n\n;\nc;',
			[
				['a', 'b'],
				['c', ''],
			],
		],
		['', []],
	])('%j', (tekst, rijen) => {
		expect(leesTabel(tekst)).toEqual(rijen);
	});
	test('a formula is text, and what is more than a list is left out', () => {
		expect(leesTabel('=1+1;Sarıkaş 😀')).toEqual([['=1+1', 'Sarıkaş 😀']]);
		const groot = leesTabel(
			Array.from({ length: 3000 }, () => 'a;'.repeat(50) + 'x'.repeat(900)).join('\n'),
		);
		expect(groot).toHaveLength(2000);
		expect(groot[0]).toHaveLength(30);
		expect(leesTabel('y'.repeat(900))[0]![0]).toHaveLength(500);
	});
});

describe('what will happen', () => {
	const mens = (id: string, voornaam: string, achternaam = '', email = '') => ({
		id,
		voornaam,
		tussenvoegsel: '',
		achternaam,
		email,
	});
	const kent: Bekend = {
		personen: [
			mens('marjolijn', 'Marjolijn', 'Masselink', 'm@voorbeeld.example'),
			mens('chantal', 'Chantal'),
			mens('jan1', 'Jan', 'Jansen'),
			mens('jan2', 'Jan', 'Jansen'),
		],
		organisaties: [{ id: 'sol', naam: 'SOL', aliassen: [] }],
		lijst: [
			{
				regelId: 'regel-1',
				erbij: true,
				persoonId: 'chantal',
				naam: 'Chantal',
				organisatieNaam: '',
				perspectief: 'beleid',
				van: '',
				tot: '',
			},
			{
				regelId: 'regel-2',
				erbij: true,
				persoonId: null,
				naam: 'Tinie',
				organisatieNaam: 'SOL',
				perspectief: 'bewoner',
				van: '',
				tot: '',
			},
		],
	};
	const rij = (naam: string, part: Partial<Invoerrij> = {}): Invoerrij => ({
		naam,
		email: '',
		organisatie: '',
		perspectief: '',
		van: '',
		tot: '',
		...part,
	});
	const lees = (...rijen: Invoerrij[]) => leesImport(rijen, kent);

	test('who is known comes as themselves: by e-mail, or by exactly the name of one', () => {
		expect(lees(rij('M. Masselink', { email: 'M@Voorbeeld.example' }))[0]).toMatchObject({
			persoonId: 'marjolijn',
			wat: 'erbij',
			zin: '',
		});
		expect(lees(rij('marjolijn  masselink'))[0]!.persoonId).toBe('marjolijn');
		expect(lees(rij('Jan Jansen'))[0]!.persoonId).toBeNull();
	});
	test('a near name is said and not taken; a first name alone is like nobody', () => {
		expect(lees(rij('Marjolein Masselink'))[0]).toMatchObject({
			persoonId: null,
			wat: 'erbij',
			zin: 'Lijkt op Marjolijn Masselink. Kies wie het is.',
		});
		expect(lees(rij('Marjolijn'))[0]).toMatchObject({
			persoonId: null,
			naam: 'Marjolijn',
			zin: '',
		});
	});
	test('what stands there stays, changes when more is said, and counts once', () => {
		expect(lees(rij('Chantal'))[0]!.wat).toBe('staat er al');
		expect(lees(rij('Chantal', { van: '14.30' }))[0]).toMatchObject({
			wat: 'wordt gewijzigd',
			van: '14.30',
		});
		expect(lees(rij('Tinie', { organisatie: 'sol' }))[0]).toMatchObject({
			wat: 'staat er al',
			organisatieId: 'sol',
		});
		expect(lees(rij('Nieuw'), rij('nieuw')).map(({ wat }) => wat)).toEqual([
			'erbij',
			'dubbel in dit bestand',
		]);
	});
	test('somebody says who it is; who is not known here is not taken', () => {
		const zegt = (persoonId: string) =>
			leesImport([rij('Marjolein Masselink')], { ...kent, gekozen: new Map([[0, persoonId]]) });
		expect(zegt('marjolijn')).toMatchObject([{ persoonId: 'marjolijn', lijktOp: null, zin: '' }]);
		expect(zegt('chantal')).toMatchObject([{ persoonId: 'chantal', regelId: 'regel-1' }]);
		expect(zegt('elders')).toMatchObject([{ persoonId: null, lijktOp: { id: 'marjolijn' } }]);
	});
	test('who signed off and stands in the file was there', () => {
		const lijst = kent.lijst.map((op) => ({ ...op, erbij: false }));
		expect(leesImport([rij('Chantal')], { ...kent, lijst })).toMatchObject([
			{ wat: 'wordt gewijzigd', regelId: 'regel-1' },
		]);
	});
	test('the times of a file and of the list are one pair: nobody leaves before they come', () => {
		const lijst = kent.lijst.map((op) => ({ ...op, van: '14.30', tot: '15.30' }));
		const wordt = (part: Partial<Invoerrij>) =>
			leesImport([rij('Chantal', part)], { ...kent, lijst })[0]!.wat;
		expect(wordt({ van: '15.00' })).toBe('wordt gewijzigd');
		expect(wordt({ van: '15.30' })).toBe('kan niet');
		expect(wordt({ tot: '14.00' })).toBe('kan niet');
		expect(wordt({ van: '13.00', tot: '14.00' })).toBe('wordt gewijzigd');
	});
	test('is counted in one sentence', () => {
		expect(toonVoorbeeld(lees(rij('Bo'), rij('Bo'), rij('Chantal'), rij(''), rij('Ab')))).toBe(
			'2 mensen komen op de lijst, 1 staat er al, 1 regel is dubbel, 1 regel kan niet.',
		);
		expect(toonVoorbeeld([])).toBe('0 mensen komen op de lijst.');
	});
	test.each([
		[rij(' '), 'kan niet', 'Deze rij heeft geen naam.'],
		[rij('Bo', { van: 'laat' }), 'kan niet', 'Schrijf een tijd, bijvoorbeeld 14.00.'],
		[
			rij('Bo', { van: '15', tot: '14' }),
			'kan niet',
			'Iemand gaat weg voor hij komt. Kijk de tijden na.',
		],
		[
			rij('Bo', { van: '15', tot: '15.00' }),
			'kan niet',
			'Iemand gaat weg voor hij komt. Kijk de tijden na.',
		],
		[
			rij('Bo', { organisatie: 'Buurtkamer' }),
			'erbij',
			'Deze organisatie kennen we nog niet. De uren zijn nog toe te wijzen.',
		],
		[rij('Bo', { perspectief: 'ridder' }), 'erbij', 'Het perspectief ridder kennen we niet.'],
		[rij('Bo', { perspectief: 'Sociaal werk' }), 'erbij', ''],
	])('%o', (of, wat, zin) => {
		expect(lees(of)[0]).toMatchObject({ wat, zin });
	});
});
