import { expect, test } from 'vitest';
import { WERKVORMEN, naamVanWerkvorm, werkvormVan } from './bibliotheek.ts';
import { isStil } from './werkvorm.ts';

test('twenty-six werkvormen, each with a key and a name of its own', () => {
	expect(WERKVORMEN).toHaveLength(26);
	expect(new Set(WERKVORMEN.map(({ sleutel }) => sleutel)).size).toBe(26);
	expect(new Set(WERKVORMEN.map(({ naam }) => naam)).size).toBe(26);
	for (const { sleutel } of WERKVORMEN) expect(sleutel).toMatch(/^[a-z][a-z-]{3,30}$/);
});

test('each says what it is for, in which phase, and what is written down', () => {
	for (const { doel, fasen, vangst, groep, duur } of WERKVORMEN) {
		expect(fasen.length).toBeGreaterThan(0);
		expect([doel, vangst, groep, duur].every(Boolean)).toBe(true);
	}
});

test('in sentences of at most fifteen words', () => {
	const zinnen = WERKVORMEN.flatMap(({ doel, vangst, stappen }) =>
		[doel, vangst, ...stappen.map(({ titel }) => titel)].flatMap((tekst) => tekst.split(/[.?]\s*/)),
	);
	expect(zinnen.filter((zin) => zin.split(/\s+/).length > 15)).toEqual([]);
});

test('a story of a resident stays off the screen in the room; a wereldcafé does not', () => {
	const stil = WERKVORMEN.filter(isStil).map(({ sleutel }) => sleutel);
	expect(stil).toContain('casuistiekbespreking');
	expect(stil).toContain('spiegelbijeenkomst');
	expect(stil).toContain('omgekeerd-keukentafelgesprek');
	expect(stil).not.toContain('wereldcafe');
	expect(stil).toHaveLength(10);
});

test('a genogram says that no real one is drawn', () => {
	expect(JSON.stringify(werkvormVan('genogram')?.stappen)).toMatch(/geen echt genogram/);
});

test('what is not in the library has no name', () => {
	expect(naamVanWerkvorm('')).toBe('');
	expect(naamVanWerkvorm('bestaat-niet')).toBe('');
});
