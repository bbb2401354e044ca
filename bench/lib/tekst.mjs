// The document all targets get: the shape of a verslag, one paragraph with one text in it.
// Clients type into that text, so what a target stores and checks is what it has in life.
import * as Y from 'yjs';

export const ROOT = 'tekst';
/** Structs before the first character: the element and the text. */
export const HEAD = 2;

export function emptyText(doc) {
	const text = new Y.XmlText();
	const paragraph = new Y.XmlElement('paragraph');
	doc.transact(() => {
		doc.getXmlFragment(ROOT).insert(0, [paragraph]);
		paragraph.insert(0, [text]);
	});
	return text;
}

export const theText = (doc) => doc.getXmlFragment(ROOT).get(0)?.get(0);
export const textOf = (doc) => theText(doc)?.toString() ?? '';

/** The first update of a document: `count` line feeds, one paragraph for each who types. */
export function seedUpdate(client, count) {
	const doc = new Y.Doc();
	doc.clientID = client;
	emptyText(doc).insert(0, '\n'.repeat(count));
	return Buffer.from(Y.encodeStateAsUpdate(doc));
}
