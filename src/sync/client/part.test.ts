import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { applyGuarded, guard } from '../server/guard.ts';
import { SHAPE } from '../server/test-shape.ts';
import { firstPart } from './part.ts';
import { covers } from './saved.ts';

/** One of three tabs does something somewhere, or gets what another did. */
const deed = fc.tuple(fc.nat(2), fc.constantFrom('block', 'type', 'erase', 'get'), fc.nat(1000));

function write(deeds: readonly [number, string, number][]): Y.Doc[] {
	const docs = [7, 3, 5].map((client) => {
		const doc = new Y.Doc();
		doc.clientID = client;
		return doc;
	});
	for (const [who, what, n] of deeds) {
		const doc = docs[who]!;
		const root = doc.getXmlFragment('tekst');
		const block = root.length > 0 ? (root.get(n % root.length) as Y.XmlElement) : undefined;
		const text = block?.get(0) as Y.XmlText | undefined;
		if (what === 'get')
			Y.applyUpdate(doc, Y.encodeStateAsUpdate(docs[n % 3]!, Y.encodeStateVector(doc)));
		else if (what === 'block' || !text) {
			const element = new Y.XmlElement('paragraph');
			element.insert(0, [new Y.XmlText(`blok ${n}`)]);
			root.insert(n % (root.length + 1), [element]);
		} else if (what === 'type') text.insert(n % (text.length + 1), `woorden${n}`);
		else if (text.length > 0) text.delete(n % text.length, 1);
	}
	for (const doc of docs) Y.applyUpdate(docs[0]!, Y.encodeStateAsUpdate(doc));
	return docs;
}

test('in parts, each can be taken in by itself, and together they are all there is', () => {
	fc.assert(
		fc.property(
			fc.array(deed, { maxLength: 60 }),
			fc.integer({ min: 1, max: 400 }),
			(deeds, most) => {
				const [all] = write(deeds) as [Y.Doc];
				const server = new Y.Doc();
				const take = (update: Uint8Array) => {
					expect(() => guard(server, update, { shape: SHAPE })).not.toThrow();
					expect(applyGuarded(server, update)).toBe(true);
				};
				for (;;) {
					const has = Y.decodeStateVector(Y.encodeStateVector(server));
					const update = Y.encodeStateAsUpdate(all, Y.encodeStateVector(has));
					const part = firstPart(update, has, most);
					// without an end: it always brings something, as long as there is anything
					if (covers(has, part.upTo)) {
						expect(Y.decodeUpdate(update).structs).toEqual([]);
						take(update);
						break;
					}
					take(part.update);
					const now = Y.decodeStateVector(Y.encodeStateVector(server));
					expect([...now].sort()).toEqual([...part.upTo].sort());
				}
				expect(server.getXmlFragment('tekst').toJSON()).toBe(all.getXmlFragment('tekst').toJSON());
				const deleted = (doc: Y.Doc) => Y.createDeleteSetFromStructStore(doc.store);
				expect(Y.equalDeleteSets(deleted(server), deleted(all))).toBe(true);
			},
		),
		{ numRuns: 150 },
	);
});

test('a part is about as large as was asked', () => {
	const doc = new Y.Doc();
	for (let n = 0; n < 500; n++) {
		const element = new Y.XmlElement('paragraph');
		element.insert(0, [new Y.XmlText('woorden '.repeat(20))]);
		doc.getXmlFragment('tekst').push([element]);
	}
	const { length } = firstPart(Y.encodeStateAsUpdate(doc), new Map(), 10_000).update;
	expect(length).toBeGreaterThan(9_000);
	expect(length).toBeLessThan(10_500);
});
