import { expect, test } from 'vitest';
import { Klad } from './klad.svelte.ts';

const een = 'a'.repeat(20);
const ander = 'b'.repeat(20);

test('what is written keeps its id and the phase in which it was begun', () => {
	const klad = new Klad();
	klad.tekst = 'De huismeester belde';
	klad.begin(een, 'delen');
	klad.tekst = 'De huismeester belde gewoon aan';
	klad.begin(ander, 'duiden');
	expect([klad.id, klad.fase]).toEqual([een, 'delen']);
});

test('what was typed while it was sent is the next briefje', () => {
	const klad = new Klad();
	klad.tekst = 'Eerst';
	klad.begin(een, 'delen');
	klad.soort = 'feit';
	klad.zend();
	klad.tekst = 'Eerst en nog iets';
	klad.klaar();
	expect(klad.tekst).toBe('en nog iets');
	expect([klad.id, klad.fase, klad.soort]).toEqual(['', '', '']);
});

test('other words in its place stay too', () => {
	const klad = new Klad();
	klad.tekst = 'Eerst';
	klad.zend();
	klad.tekst = 'Iets anders';
	klad.klaar();
	expect(klad.tekst).toBe('Iets anders');
});

test('laid down, nothing is left of it', () => {
	const klad = new Klad();
	klad.tekst = 'Eerst';
	klad.zend();
	klad.klaar();
	expect(klad.tekst).toBe('');
});
