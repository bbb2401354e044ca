import * as encoding from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Shape } from '../kind.ts';
import { applyGuarded, guard } from './guard.ts';
import { Reject } from './reject.ts';

const SHAPE: Shape = {
	version: 1,
	roots: { tekst: 'xml', staat: 'map' },
	elements: { paragraph: [], heading: ['level'], tableCell: ['colwidth'], bulletList: [] },
	marks: ['bold', 'link'],
	maxAttribute: 2048,
	allowsValue: (key, value) => key !== 'href' || /^https:/.test(String(value)),
};

const MINE = 7;
const THEIRS = 9;

/** A document with one paragraph of somebody else, as the server has it. */
function stored() {
	const doc = new Y.Doc();
	doc.clientID = THEIRS;
	const paragraph = new Y.XmlElement('paragraph');
	paragraph.insert(0, [new Y.XmlText('Dag allemaal')]);
	doc.getXmlFragment('tekst').insert(0, [paragraph]);
	return doc;
}

/** What I send after an edit of a copy of the document. */
function edited(edit: (doc: Y.Doc) => void, base = stored()) {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(base));
	doc.clientID = MINE;
	const before = Y.encodeStateVector(doc);
	doc.transact(() => edit(doc));
	return Y.encodeStateAsUpdate(doc, before);
}

const textOf = (doc: Y.Doc) =>
	(doc.getXmlFragment('tekst').get(0) as Y.XmlElement).get(0) as Y.XmlText;

/** Bytes of an update, written by hand. */
function bytes(write: (to: encoding.Encoder) => void) {
	const to = encoding.createEncoder();
	write(to);
	return encoding.toUint8Array(to);
}
const numbers = (...all: number[]) =>
	bytes((to) => all.forEach((one) => encoding.writeVarUint(to, one)));

function reasonOf(update: Uint8Array, owns?: (client: number) => boolean, doc = stored()) {
	const before = Y.encodeStateAsUpdate(doc);
	try {
		guard(doc, update, { owns, shape: SHAPE });
	} catch (error) {
		expect(error).toBeInstanceOf(Reject);
		return (error as Reject).reason;
	} finally {
		expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
	}
	return 'passed';
}

const isMine = (client: number) => client === MINE;

describe('what an honest editor sends passes', () => {
	const honest: [string, (doc: Y.Doc) => void][] = [
		['typing', (doc) => textOf(doc).insert(3, ' en welkom')],
		['deleting what another wrote', (doc) => textOf(doc).delete(0, 4)],
		['a mark', (doc) => textOf(doc).format(0, 3, { bold: {} })],
		[
			'a mark with attributes',
			(doc) => textOf(doc).format(0, 3, { link: { href: 'https://x.nl' } }),
		],
		['a mark that overlaps itself', (doc) => textOf(doc).format(0, 3, { 'link--aGkhIQ==': {} })],
		[
			'a heading',
			(doc) => {
				const heading = new Y.XmlElement('heading');
				heading.setAttribute('level', 2 as never);
				heading.insert(0, [new Y.XmlText('Kop')]);
				doc.getXmlFragment('tekst').push([heading]);
			},
		],
		[
			'a list in a list',
			(doc) => {
				const inner = new Y.XmlElement('bulletList');
				const outer = new Y.XmlElement('bulletList');
				outer.insert(0, [inner, new Y.XmlText('a')]);
				doc.getXmlFragment('tekst').insert(0, [outer]);
			},
		],
		[
			'widths of columns',
			(doc) => {
				const cell = new Y.XmlElement('tableCell');
				cell.setAttribute('colwidth', [120, 80] as never);
				doc.getXmlFragment('tekst').insert(1, [cell]);
			},
		],
		[
			'a key of a map, twice',
			(doc) => {
				doc.getMap('staat').set('a', 1);
				doc.getMap('staat').set('a', 'twee');
			},
		],
		['a map in a map', (doc) => doc.getMap('staat').set('a', new Y.Map([['b', 1]]))],
		[
			'what is deleted again at once',
			(doc) => {
				textOf(doc).insert(0, 'weg');
				textOf(doc).delete(0, 3);
			},
		],
	];
	test.each(honest)('%s', (_, edit) => {
		const doc = stored();
		const update = edited(edit);
		expect(reasonOf(update, isMine)).toBe('passed');
		expect(applyGuarded(doc, update)).toBe(true);
		expect(reasonOf(update, () => false, doc)).toBe('passed');
	});
	test('which client ids gain something', () => {
		expect(
			guard(
				stored(),
				edited((doc) => textOf(doc).insert(0, 'x')),
			),
		).toEqual([MINE]);
		expect(
			guard(
				stored(),
				edited((doc) => textOf(doc).delete(0, 1)),
			),
		).toEqual([]);
	});
});

describe('what may hurt others is refused', () => {
	const hostile: [string, Uint8Array, string][] = [
		['nothing', new Uint8Array(), 'malformed'],
		['half an update', edited((doc) => textOf(doc).insert(0, 'x')).slice(0, -3), 'malformed'],
		['a number of structs that allocates', numbers(1, 2 ** 25, 1, 0), 'malformed'],
		['a struct of no length', numbers(1, 1, MINE, 0, 0, 0, 0), 'length'],
		['a struct that is too long', numbers(1, 1, MINE, 0, 0, 1_000_001, 0), 'length'],
		['a gap said aloud', numbers(1, 1, MINE, 0, 10, 5, 0), 'gap'],
		['a gap', numbers(1, 1, MINE, 5, 0, 1, 0), 'gap'],
		['a clock out of reach', numbers(1, 1, MINE, 2 ** 31, 0, 1, 0), 'range'],
		['a client id that is no number of 32 bits', numbers(1, 1, 2 ** 32, 0, 0, 1, 0), 'range'],
		['a struct under the id of another', numbers(1, 1, THEIRS, 14, 0, 1, 0), 'foreign'],
		['a deletion of what is not there', numbers(0, 1, THEIRS, 1, 0, 50), 'deletes'],
		['a deletion of no length', numbers(0, 1, THEIRS, 1, 0, 0), 'deletes'],
		['a deletion over another', numbers(0, 1, THEIRS, 2, 0, 2, 1, 2), 'deletes'],
		['a deletion before another', numbers(0, 1, THEIRS, 2, 4, 1, 0, 1), 'deletes'],
		['another root', edited((doc) => doc.getMap('geheim').set('a', 1)), 'root'],
		['a root as something else', edited((doc) => doc.getMap('tekst').set('a', 1)), 'place'],
		['text in a fragment', edited((doc) => doc.getText('tekst').insert(0, 'a')), 'place'],
		['text in a map', edited((doc) => doc.getText('staat').insert(0, 'a')), 'place'],
		[
			'an element nobody knows',
			edited((doc) => doc.getXmlFragment('tekst').insert(0, [new Y.XmlElement('script')])),
			'element',
		],
		[
			'an attribute nobody knows',
			edited((doc) =>
				(doc.getXmlFragment('tekst').get(0) as Y.XmlElement).setAttribute('onclick', 'x'),
			),
			'attribute',
		],
		['an attribute on text', edited((doc) => textOf(doc).setAttribute('x', 'y')), 'place'],
		[
			'a hook',
			edited((doc) => doc.getXmlFragment('tekst').insert(0, [new Y.XmlHook('x') as never])),
			'content',
		],
		['a subdocument', edited((doc) => doc.getMap('staat').set('a', new Y.Doc())), 'content'],
		['bytes', edited((doc) => doc.getMap('staat').set('a', new Uint8Array(3))), 'content'],
		['an embed', edited((doc) => textOf(doc).insertEmbed(0, { src: 'x' })), 'content'],
		['a mark nobody knows', edited((doc) => textOf(doc).format(0, 2, { kleur: 'rood' })), 'mark'],
		[
			'a link that runs',
			edited((doc) => textOf(doc).format(0, 2, { link: { href: 'javascript:alert(1)' } })),
			'value',
		],
		[
			'an attribute that is too long',
			edited((doc) => textOf(doc).format(0, 2, { link: { title: 'é'.repeat(1025) } })),
			'value',
		],
		['an object as an attribute', edited((doc) => doc.getMap('staat').set('a', { b: 1 })), 'value'],
		[
			'a key of JavaScript itself',
			edited((doc) => doc.getMap('staat').set('__proto__', 1)),
			'attribute',
		],
		[
			'a list without end',
			edited((doc) => doc.getMap('staat').set('a', new Array(500).fill(1))),
			'value',
		],
		[
			'too deep',
			edited((doc) => {
				let at: Y.XmlFragment = doc.getXmlFragment('tekst');
				for (let depth = 0; depth < 40; depth++) {
					const next = new Y.XmlElement('bulletList');
					at.insert(0, [next]);
					at = next;
				}
			}),
			'depth',
		],
	];
	test.each(hostile)('%s', (_, update, reason) => {
		expect(reasonOf(update, isMine)).toBe(reason);
	});

	test('a neighbour that is not there, that is itself, or that lies beside it in turn', () => {
		const beside = (client: number, clock: number) =>
			bytes((to) => {
				for (const n of [1, 1, MINE, 0]) encoding.writeVarUint(to, n);
				encoding.writeUint8(to, 4 | 0x80);
				encoding.writeVarUint(to, client);
				encoding.writeVarUint(to, clock);
				encoding.writeVarString(to, 'x');
				encoding.writeVarUint(to, 0);
			});
		expect(reasonOf(beside(THEIRS, 99), isMine)).toBe('reference');
		expect(reasonOf(beside(MINE, 0), isMine)).toBe('reference');
		expect(reasonOf(beside(THEIRS, 3), isMine)).toBe('passed');
		const inTurn = bytes((to) => {
			encoding.writeVarUint(to, 2);
			for (const [client, other] of [
				[8, 7],
				[7, 8],
			] as const) {
				for (const n of [1, client, 0]) encoding.writeVarUint(to, n);
				encoding.writeUint8(to, 4 | 0x80);
				encoding.writeVarUint(to, other);
				encoding.writeVarUint(to, 0);
				encoding.writeVarString(to, 'x');
			}
			encoding.writeVarUint(to, 0);
		});
		expect(reasonOf(inTurn)).toBe('reference');
	});

	test('neighbours that were never side by side', () => {
		const base = stored();
		const { client, clock } = textOf(base)._start!.id;
		const between = (left: number | null, right: number | null) =>
			bytes((to) => {
				for (const n of [1, 1, MINE, 0]) encoding.writeVarUint(to, n);
				encoding.writeUint8(to, 4 | (left === null ? 0 : 0x80) | (right === null ? 0 : 0x40));
				for (const at of [left, right])
					if (at !== null) for (const n of [client, clock + at]) encoding.writeVarUint(to, n);
				encoding.writeVarString(to, 'x');
				encoding.writeVarUint(to, 0);
			});
		expect(reasonOf(between(1, 2), isMine)).toBe('passed');
		expect(reasonOf(between(null, 0), isMine)).toBe('passed');
		expect(reasonOf(between(11, null), isMine)).toBe('passed');
		expect(reasonOf(between(1, 4), isMine)).toBe('order');
		expect(reasonOf(between(4, 1), isMine)).toBe('order');
		expect(reasonOf(between(null, 3), isMine)).toBe('order');
	});

	test('neighbours in different things', () => {
		const base = stored();
		base.getXmlFragment('tekst').push([new Y.XmlText('tweede')]);
		const second = base.getXmlFragment('tekst').get(1) as Y.XmlText;
		const left = textOf(base)._start!.id;
		const right = second._start!.id;
		const update = bytes((to) => {
			for (const n of [1, 1, MINE, 0]) encoding.writeVarUint(to, n);
			encoding.writeUint8(to, 4 | 0x80 | 0x40);
			for (const { client, clock } of [left, right]) {
				encoding.writeVarUint(to, client);
				encoding.writeVarUint(to, clock);
			}
			encoding.writeVarString(to, 'x');
			encoding.writeVarUint(to, 0);
		});
		expect(reasonOf(update, isMine, base)).toBe('place');
	});
});

describe('what only the server writes', () => {
	const OWN: Shape = { ...SHAPE, roots: { stand: 'map', plek: 'map' }, own: ['stand'] };

	/** A table with the phase, one briefje that lies open, and where it lies. */
	function table() {
		const doc = new Y.Doc();
		doc.clientID = THEIRS;
		doc.getMap('stand').set('fase', 'delen');
		const briefje = new Y.Map();
		doc.getMap('stand').set('een', briefje);
		briefje.set('tekst', 'De huismeester belde gewoon aan');
		doc.getMap('plek').set('een', 'groep:n');
		return doc;
	}

	function refused(edit: (doc: Y.Doc) => void, base = table()) {
		const update = edited(edit, base);
		try {
			guard(base, update, { shape: OWN });
		} catch (error) {
			return (error as Reject).reason;
		}
		return 'passed';
	}

	const briefjeIn = (doc: Y.Doc) => doc.getMap('stand').get('een') as Y.Map<string>;

	test.each<[string, (doc: Y.Doc) => void]>([
		['another value', (doc) => doc.getMap('stand').set('fase', 'doen')],
		['a new key', (doc) => doc.getMap('stand').set('twee', 'zelf gelegd')],
		['a key of something in it', (doc) => briefjeIn(doc).set('tekst', 'Iets anders')],
		['something new in something in it', (doc) => briefjeIn(doc).set('wie', 'Sanne')],
		['taking it away', (doc) => doc.getMap('stand').delete('een')],
		['taking away a part of it', (doc) => briefjeIn(doc).delete('tekst')],
		[
			'a value that was taken away again at once',
			(doc) => {
				doc.getMap('stand').set('fase', 'doen');
				doc.getMap('stand').delete('fase');
			},
		],
		[
			'among what may be changed',
			(doc) => {
				doc.getMap('plek').set('een', 'elders:n');
				doc.getMap('stand').set('fase', 'doen');
			},
		],
	])('no client changes it: %s', (_, edit) => expect(refused(edit)).toBe('own'));

	test('what stands beside it changes freely', () => {
		expect(refused((doc) => doc.getMap('plek').set('een', 'elders:n'))).toBe('passed');
		expect(refused((doc) => doc.getMap('plek').delete('een'))).toBe('passed');
	});

	test('what the server took away itself may be named again', () => {
		const base = table();
		base.getMap('stand').delete('een');
		base.getMap('stand').set('fase', 'duiden');
		const late = new Y.Doc();
		Y.applyUpdate(late, Y.encodeStateAsUpdate(base));
		late.getMap('plek').set('een', 'elders:n');
		const answer = Y.encodeStateAsUpdate(late, Y.encodeStateVector(base));
		expect(() => guard(base, answer, { shape: OWN })).not.toThrow();
	});
});

test('what cannot be applied after all leaves a document that says so', () => {
	const doc = stored();
	expect(applyGuarded(doc, numbers(1, 1, MINE, 5, 0, 1, 0))).toBe(false);
	expect(applyGuarded(stored(), new Uint8Array([1]))).toBe(false);
});
