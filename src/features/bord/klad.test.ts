import { beforeEach, expect, test } from 'vitest';
import { Klad, type Kladblok } from './klad.svelte.ts';

let vel: Map<string, string>;
let blok: Kladblok;
beforeEach(() => {
	vel = new Map();
	blok = {
		getItem: (naam) => vel.get(naam) ?? null,
		setItem: (naam, tekst) => void vel.set(naam, tekst),
		removeItem: (naam) => void vel.delete(naam),
	};
});
const kladIn = (naam = 'bord ik mij') => {
	const klad = new Klad();
	klad.bewaarIn(naam, blok);
	return klad;
};
const inhoud = ({ tekst, soort, fase }: Klad) => ({ tekst, soort, fase });

test('what is written keeps the phase in which it was begun', () => {
	const klad = new Klad();
	klad.schrijf('De huismeester belde', 'delen');
	klad.schrijf('De huismeester belde gewoon aan', 'duiden');
	expect(klad.fase).toBe('delen');
	klad.schrijf('', 'duiden');
	klad.schrijf('Iets anders', 'duiden');
	expect(klad.fase).toBe('duiden');
});

test('it is there again on the page that is loaded anew, of the same one at the same table', () => {
	const klad = kladIn();
	klad.schrijf('De huismeester', 'delen');
	klad.kies('feit');
	expect(inhoud(kladIn())).toEqual({ tekst: 'De huismeester', soort: 'feit', fase: 'delen' });
	expect(inhoud(kladIn('bord ander mij'))).toEqual({ tekst: '', soort: '', fase: '' });
});

test('laid down, nothing is left of it', () => {
	const klad = kladIn();
	klad.schrijf('Eerst', 'delen');
	klad.leeg();
	expect(inhoud(klad)).toEqual({ tekst: '', soort: '', fase: '' });
	expect(vel.size).toBe(0);
});

test('the words as they lie there are not begun, and not kept', () => {
	const klad = kladIn('bord ik briefje');
	klad.zoals({ tekst: 'Zo ligt het er', soort: 'feit' });
	expect(vel.size).toBe(0);
	klad.schrijf('Zo ligt het er nu', 'delen');
	expect(kladIn('bord ik briefje').tekst).toBe('Zo ligt het er nu');
});

test('what was typed before the script was there goes before what was kept', () => {
	kladIn().schrijf('Van daarnet', 'delen');
	const klad = new Klad();
	klad.schrijf('Van nu', 'duiden');
	klad.bewaarIn('bord ik mij', blok);
	expect(klad.tekst).toBe('Van nu');
	expect(kladIn().tekst).toBe('Van nu');
});

test('a browser that keeps nothing, or something else under that name, is no trouble', () => {
	vel.set('samenspel-klad bord ik mij', '{"tekst": 3}');
	expect(kladIn().tekst).toBe('');
	blok.setItem = () => {
		throw new Error('vol');
	};
	const klad = kladIn();
	klad.schrijf('Toch', 'delen');
	expect(klad.tekst).toBe('Toch');
});
