import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { unsentText } from './unsent.ts';

const paragraph = (doc: Y.Doc, text: string) => {
	const content = new Y.XmlText(text);
	const element = new Y.XmlElement('paragraph');
	element.insert(0, [content]);
	doc.getXmlFragment('tekst').push([element]);
	return content;
};
const clock = (doc: Y.Doc, client: number) => Y.getState(doc.store, client);

test('only my own text, and of that only what the server has not', () => {
	const theirs = new Y.Doc();
	theirs.clientID = 2;
	paragraph(theirs, 'Van een ander.');
	const doc = new Y.Doc();
	doc.clientID = 1;
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs));
	const first = paragraph(doc, 'Dit is er al.');
	const has = new Map([[1, clock(doc, 1)]]);
	first.insert(13, ' En dit');
	first.insert(20, ' niet.');
	paragraph(doc, 'Een tweede stuk.');
	const weg = paragraph(doc, 'Weer weggehaald');
	weg.delete(0, 15);
	const needed = new Map([[1, clock(doc, 1)]]);
	expect(unsentText(doc, needed, has)).toBe('En dit niet.\nEen tweede stuk.');
	expect(unsentText(doc, needed, needed)).toBe('');
});

test('in the order of the document, whatever was written first; a word is not cut in two', () => {
	const doc = new Y.Doc();
	doc.clientID = 1;
	const first = paragraph(doc, 'De lat is er.');
	const second = paragraph(doc, 'Einde');
	const has = new Map([[1, clock(doc, 1)]]);
	second.insert(5, ' van het stuk');
	// "latten": the editor took the t that was there for the first or the second of the new word
	first.insert(6, 'en');
	first.insert(5, 't');
	first.insert(0, 'Nu: ');
	const needed = new Map([[1, clock(doc, 1)]]);
	expect(first.toJSON()).toBe('Nu: De latten is er.');
	expect(unsentText(doc, needed, has)).toBe('Nu: \ntten\n van het stuk');
});
