import { beforeEach, describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { leesBord } from './document.ts';
import { haalGroepWeg, maakGroep, noemGroep } from './document.groep.ts';
import { bronVan } from './document.tekst.ts';
import { bind } from './naamveld.ts';
import { eenBord, groepId, samen, scherm } from './test-bord.ts';

/** A field as a browser has it: who sets its value moves the caret to the end. */
class Veld extends EventTarget {
	#value = '';
	selectionStart: number | null = 0;
	selectionEnd: number | null = 0;
	get value() {
		return this.#value;
	}
	set value(value: string) {
		this.#value = value;
		this.setSelectionRange(value.length, value.length);
	}
	setSelectionRange(begin: number | null, eind: number | null) {
		this.selectionStart = begin;
		this.selectionEnd = eind;
	}
	/** As somebody who types, at a place. */
	typ(at: number, erbij: string, weg = 0) {
		this.#value = this.#value.slice(0, at) + erbij + this.#value.slice(at + weg);
		this.setSelectionRange(at + erbij.length, at + erbij.length);
		this.dispatchEvent(new Event('input'));
	}
	/** The value with the caret in it. */
	get zoals() {
		return `${this.value.slice(0, this.selectionEnd!)}|${this.value.slice(this.selectionEnd!)}`;
	}
}

const A = groepId(1);
const naam = (doc: Y.Doc) => leesBord(doc).groepen[0]?.naam;

describe('a field that several people type in', () => {
	let joke: Y.Doc;
	let bram: Y.Doc;
	let veld: Veld;
	let stop: () => void;
	beforeEach(() => {
		joke = eenBord(2);
		maakGroep(joke, { id: A, briefjeIds: [], naam: 'De brief' });
		bram = scherm(joke, 3);
		veld = new Veld();
		stop = bind(veld as never, bronVan(joke, 'groepen', { id: A, veld: 'naam' }), () => true);
	});

	test('shows what is there, and writes no more than what was typed', () => {
		expect(veld.value).toBe('De brief');
		noemGroep(bram, { id: A, naam: 'De brief in de la' });
		veld.typ(3, 'blauwe ');
		samen(joke, bram);
		expect(naam(bram)).toBe('De blauwe brief in de la');
		expect(veld.zoals).toBe('De blauwe |brief in de la');
	});
	test('the caret stays where it was when another types before it, and after it', () => {
		veld.setSelectionRange(3, 3);
		noemGroep(bram, { id: A, naam: 'Altijd: De brief' });
		samen(joke, bram);
		expect(veld.zoals).toBe('Altijd: De |brief');
		noemGroep(bram, { id: A, naam: 'Altijd: De brieven' });
		samen(joke, bram);
		expect(veld.zoals).toBe('Altijd: De |brieven');
	});
	test('while a character is composed nothing moves; then both are in it', () => {
		veld.dispatchEvent(new Event('compositionstart'));
		veld.typ(8, '´');
		noemGroep(bram, { id: A, naam: 'Nu: De brief' });
		samen(joke, bram);
		expect(veld.zoals).toBe('De brief´|');
		veld.typ(8, 'é', 1);
		expect(veld.zoals).toBe('De briefé|');
		veld.dispatchEvent(new Event('compositionend'));
		samen(joke, bram);
		expect(veld.zoals).toBe('Nu: De briefé|');
		expect(naam(bram)).toBe('Nu: De briefé');
	});
	test('what it belongs to is gone: what was typed stays in the field', () => {
		haalGroepWeg(bram, A);
		samen(joke, bram);
		veld.typ(0, 'Toch ');
		expect(veld.value).toBe('Toch De brief');
		expect(leesBord(joke).groepen).toEqual([]);
	});
	test('who let go of it hears nothing any more', () => {
		stop();
		noemGroep(joke, { id: A, naam: 'Anders' });
		expect(veld.value).toBe('De brief');
		veld.typ(0, 'x');
		expect(naam(joke)).toBe('Anders');
	});
});
