import { expect, test } from 'vitest';
import { leesKeuze } from './keuze.ts';
import { padVan, vrijPad } from './pad.ts';
import { bezoeken, keer } from './woorden.ts';

const lees = (van: string, tot: string) => {
	const { keuze, fouten } = leesKeuze({ periodeId: '', van, tot });
	return [keuze.van, keuze.tot, fouten.van, fouten.tot];
};

test('from the first possible day to the last; what is no day is said where it was typed', () => {
	expect(lees('', '')).toEqual([undefined, undefined, '', '']);
	expect(lees('oktober 2018', 'december 2019')).toEqual(['2018-10-01', '2019-12-31', '', '']);
	expect(lees('31 juni 2018', '2019')[2]).toMatch(/^31 juni 2018 bestaat niet/);
	expect(lees('2019', '2018')[3]).toBe('Deze dag ligt voor de eerste. Kijk de data na.');
	expect(lees('x'.repeat(81), '')[2]).toBe('Schrijf de datum korter.');
});

test.each([
	['42 bezoeken', { aantal: 42, circa: false, tenMinste: false }],
	['1 bezoek', { aantal: 1, circa: false, tenMinste: false }],
	['0 bezoeken', { aantal: 0, circa: false, tenMinste: false }],
	['ten minste circa 60 bezoeken', { aantal: 60, circa: true, tenMinste: true }],
	['niet geteld', { aantal: 0, circa: false, tenMinste: true }],
])('%s', (woorden, som) => expect(bezoeken(som)).toBe(woorden));

test('one and many by the word of the werkplaats', () => {
	const woord = { enkelvoud: 'netwerkcafé', meervoud: 'netwerkcafés' };
	expect([keer(1, woord), keer(2, woord)]).toEqual(['1 netwerkcafé', '2 netwerkcafés']);
});

test('a title makes an address, each its own', () => {
	expect(padVan("Zoals de ouden zongen… (I): 'één' café")).toBe('zoals-de-ouden-zongen-i-een-cafe');
	expect(padVan('…')).toBe('bijeenkomst');
	expect(padVan('x'.repeat(200))).toHaveLength(60);
	const bezet = new Set(['de-brief', 'de-brief-2']);
	expect(vrijPad('De brief', (pad) => bezet.has(pad))).toBe('de-brief-3');
});
