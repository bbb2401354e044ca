import { describe, expect, test } from 'vitest';
import { bedragTekst, leesBedrag, leesUren, urenTekst } from './bedrag.ts';

describe('money as it is typed, to cents', () => {
	test.each([
		['2.500', 250000],
		['2500', 250000],
		['2500,00', 250000],
		['2500.00', 250000],
		['€ 2.500', 250000],
		['€2.500,-', 250000],
		['2.500 euro', 250000],
		['1.234.567,89', 123456789],
		['0,5', 50],
		['0', 0],
		['19,99', 1999],
	])('%s', (tekst, centen) => {
		expect(leesBedrag(tekst)).toEqual({ ok: true, waarde: centen });
	});

	test.each([
		['2,500', 'Bedoel je 2.500 of 2,5?'],
		['1,234.50', 'Bedoel je 1.234,5?'],
		['veel', 'Schrijf een bedrag in euro, zoals 2.500 of 2.500,50.'],
		['-100', 'Schrijf een bedrag in euro, zoals 2.500 of 2.500,50.'],
		['12.34.56', 'Schrijf een bedrag in euro, zoals 2.500 of 2.500,50.'],
		['999999999', 'Dit bedrag is te groot. Klopt het aantal nullen?'],
		['=1+1', 'Schrijf een bedrag in euro, zoals 2.500 of 2.500,50.'],
	])('%s is asked about', (tekst, fout) => {
		expect(leesBedrag(tekst)).toEqual({ ok: false, fout });
	});
});

describe('hours as they are typed, to minutes', () => {
	test.each([
		['12,5', 750],
		['12.5', 750],
		['40', 2400],
		['40 uur', 2400],
		['1.152', 69120],
		['7:30', 450],
		['0,33', 20],
	])('%s', (tekst, minuten) => {
		expect(leesUren(tekst)).toEqual({ ok: true, waarde: minuten });
	});

	test.each(['', 'twaalf', '-3', '1,2,3', '7:99', '9'.repeat(10)])('"%s" is refused', (tekst) => {
		expect(leesUren(tekst)).toMatchObject({ ok: false });
	});
});

test('numbers are written back as they are typed', () => {
	expect(urenTekst(750)).toBe('12,5');
	expect(urenTekst(69120)).toBe('1.152');
	expect(bedragTekst(250000)).toBe('2.500');
	expect(bedragTekst(250050)).toBe('2.500,50');
});
