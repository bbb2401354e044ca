import fc from 'fast-check';
import { Fragment, Slice } from '@tiptap/pm/model';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { guard } from '#sync/server/guard.ts';
import { TEKST_ROOT, TEKST_SHAPE } from '#features/tekst/document.ts';
import { tekstSchema } from '#features/tekst/schema.ts';
import {
	aanTafel,
	alinea,
	lijst,
	merk,
	SANNE,
	Schrijver,
	tekst,
	TYGO,
	wie,
	wisselUit,
	woorden,
} from './test-voorstel.ts';
import type { TekstNode } from '#features/tekst/node.ts';
import { ERBIJ, metVoorstellen, WEG, zonderVoorstellen } from './voorstel.ts';
import { withoutProposals } from './bewaak.ts';
import { beslis, voorstellenIn } from './besluit.ts';
import { zonderWeg } from './getypt.ts';
import { LegeRegels } from './leeg.ts';
import { nieuweRegel, overGrens, WEIGERING } from './regel.ts';

const BRIEF = tekst(
	{ type: 'heading', attrs: { level: 2 }, content: [woorden('Casus: De brief in de la')] },
	alinea('Joke vertelt over haar ', woorden('buurvrouw', { type: 'bold' }), '.'),
	lijst([alinea('een')], [alinea('twee'), lijst([alinea('diep')])]),
	alinea(),
	{ type: 'blockquote', content: [alinea('Niet uit onwil.')] },
	{
		type: 'table',
		content: [
			{
				type: 'tableRow',
				content: [
					{ type: 'tableCell', attrs: { colspan: 1, rowspan: 1 }, content: [alinea('cel')] },
					{ type: 'tableCell', attrs: { colspan: 1, rowspan: 1 }, content: [alinea()] },
				],
			},
		],
	},
	{
		type: 'taskList',
		content: [{ type: 'taskItem', attrs: { checked: false }, content: [alinea('bellen')] }],
	},
);

/** The words, with [+added+] and [-to be taken away-]. */
function zoals({ state }: Schrijver): string {
	const parts: string[] = [];
	state.doc.descendants((node) => {
		if (node.isTextblock) parts.push('|');
		const has = (name: string) => node.marks.some((mark) => mark.type.name === name);
		let text = node.text ?? '';
		if (has(ERBIJ)) text = `[+${text}+]`;
		if (has(WEG)) text = `[-${text}-]`;
		parts.push(text);
	});
	return parts.join('');
}

const tygo = (...content: TekstNode[]) => aanTafel(tekst(...content), TYGO)[0]!;

describe('what somebody does becomes a proposal', () => {
	test('typed words are added, one proposal as long as they touch', () => {
		const one = tygo(alinea('De huismeester komt er al.'));
		const at = one.plek(' komt');
		one.stelVoor((tr) => tr.insertText(' Ali', at));
		one.stelVoor((tr) => tr.insertText('!', at + 4));
		expect(zoals(one)).toBe('|De huismeester[+ Ali!+] komt er al.');
		expect(voorstellenIn(one.state.doc)).toMatchObject([{ door: TYGO, erbij: ' Ali!', weg: '' }]);
		expect(one.state.selection.from).toBe(at + 5);
	});

	test('words of others stay, struck through; own words really go', () => {
		const one = tygo(alinea('Hij mag bellen.'));
		const at = one.plek('mag');
		one.stelVoor((tr) => tr.insertText('kan', at, at + 3));
		expect(zoals(one)).toBe('|Hij [-mag-][+kan+] bellen.');
		expect(voorstellenIn(one.state.doc)).toMatchObject([{ erbij: 'kan', weg: 'mag' }]);
		one.stelVoor((tr) => tr.delete(at + 3, at + 6));
		expect(zoals(one)).toBe('|Hij [-mag-] bellen.');
	});

	test('backspace goes on to the left over what is already proposed to go', () => {
		const one = tygo(alinea('brief'));
		one.zetCursor(6);
		for (let times = 0; times < 3; times++) {
			const { from } = one.state.selection;
			one.stelVoor((tr) => tr.delete(from - 1, from));
		}
		expect(zoals(one)).toBe('|br[-ief-]');
		expect(one.state.selection.from).toBe(3);
	});

	test('delete goes on to the right', () => {
		const one = tygo(alinea('brief'));
		one.zetCursor(1);
		for (let times = 0; times < 2; times++) {
			const { from } = one.state.selection;
			one.stelVoor((tr) => tr.delete(from, from + 1));
		}
		expect(zoals(one)).toBe('|[-br-]ief');
	});

	test('another form is the words again, in that form', () => {
		const one = tygo(alinea('heel belangrijk'));
		const bold = tekstSchema().marks['bold']!.create();
		one.stelVoor((tr) => tr.addMark(6, 16, bold));
		expect(zoals(one)).toBe('|heel [-belangrijk-][+belangrijk+]');
		expect(metVoorstellen(one.json)).toEqual(
			tekst(alinea('heel ', woorden('belangrijk', { type: 'bold' }))),
		);
	});

	test('several pasted paragraphs: the first here, the others below', () => {
		const one = tygo(alinea('begin'), alinea('eind'));
		const schema = tekstSchema();
		const node = (text: string) => schema.nodes['paragraph']!.create(null, schema.text(text));
		const slice = new Slice(Fragment.fromArray([node('een'), node('twee')]), 1, 1);
		one.stelVoor((tr) => tr.replace(6, 6, slice));
		expect(zoals(one)).toBe('|begin[+een+]|[+twee+]|eind');
	});

	test('dragged words go there and come here', () => {
		const one = tygo(alinea('een twee'), alinea('drie'));
		one.stelVoor((tr) => {
			const slice = tr.doc.slice(1, 5);
			tr.delete(1, 5);
			tr.replace(tr.mapping.map(15), tr.mapping.map(15), slice);
		});
		expect(zoals(one)).toBe('|[-een -]twee|drie[+een +]');
	});

	test('behind the words of somebody else, never in them', () => {
		const [a, b] = aanTafel(tekst(alinea('begin eind')), TYGO, SANNE) as [Schrijver, Schrijver];
		a.stelVoor((tr) => tr.insertText('midden', 7));
		wisselUit(a, b);
		b.stelVoor((tr) => tr.insertText('X', b.plek('dden')));
		expect(zoals(b)).toBe('|begin [+midden+][+X+]eind');
	});
});

describe('words inside what somebody proposed to take away', () => {
	const struck = () =>
		aanTafel(tekst(alinea('een ', woorden('twee drie', merk(WEG, SANNE)), '.')), TYGO)[0]!;

	test('who writes: they stand without that mark, and stay when the others go', () => {
		const one = struck();
		one.typ((tr) => {
			tr.insertText('e', one.plek('twee') + 3);
			expect(zonderWeg(tr)).toBe(true);
		});
		expect(zoals(one)).toBe('|een [-twe-]e[-e drie-].');
		one.schrijf((tr) => void beslis(tr, 'neem-over', () => true));
		expect(zoals(one)).toBe('|een e.');
	});

	test('who proposes: they are an own proposal, and that of the other stays whole', () => {
		const one = struck();
		one.stelVoor((tr) => tr.insertText('e', one.plek('twee') + 3));
		expect(zoals(one)).toBe('|een [-twe-][+e+][-e drie-].');
	});

	test('words that are moved keep it', () => {
		const one = struck();
		one.typ((tr) => {
			const at = one.plek('twee');
			const slice = tr.doc.slice(at, at + 4);
			tr.delete(at, at + 4)
				.setMeta('uiEvent', 'drop')
				.replace(1, 1, slice);
			expect(zonderWeg(tr)).toBe(false);
		});
		expect(zoals(one)).toBe('|[-twee-]een [- drie-].');
	});
});

describe('Enter, Backspace and Delete between blocks', () => {
	const enter = (one: Schrijver, at: number) => {
		one.zetCursor(at);
		return one.doe(nieuweRegel(one.state, wie(one.door)));
	};

	test('at the end: an own paragraph; in the middle not', () => {
		const one = tygo(alinea('een twee'));
		expect(enter(one, 4)).toBe(WEIGERING.splitsen);
		expect(enter(one, 9)).toBeUndefined();
		one.stelVoor((tr) => tr.insertText('drie', one.state.selection.from));
		expect(zoals(one)).toBe('|een twee|[+drie+]');
		expect(zonderVoorstellen(one.json)).toEqual(tekst(alinea('een twee')));
	});

	test('at the start: a line above, to write in', () => {
		const one = tygo(alinea('een twee'));
		enter(one, 1);
		one.stelVoor((tr) => tr.insertText('nul', one.state.selection.from));
		expect(zoals(one)).toBe('|[+nul+]|een twee');
	});

	test('a line without a word goes with who leaves it; one with words stays', () => {
		const one = tygo(alinea('een'), lijst([alinea('item')]));
		const leeg = new LegeRegels();
		const root = one.doc.getXmlFragment(TEKST_ROOT);
		const regel = (words: string) => {
			enter(one, one.plek(words) + words.length);
			leeg.neem(root, one.state);
		};
		for (const words of ['een', 'item']) {
			regel(words);
			expect(leeg.ruimOp(root, one.state)).toBeUndefined();
			one.zetCursor(1);
			one.doe({ tr: leeg.ruimOp(root, one.state)! });
			expect(zoals(one)).toBe('|een|item');
			expect(leeg.ruimOp(root, one.state)).toBeUndefined();
		}
		regel('een');
		one.stelVoor((tr) => tr.insertText('twee', one.state.selection.from));
		one.zetCursor(1);
		expect(leeg.ruimOp(root, one.state)).toBeUndefined();
		expect(zoals(one)).toBe('|een|[+twee+]|item');
	});

	test('own words behind the cursor go along', () => {
		const one = tygo(alinea('een'));
		one.stelVoor((tr) => tr.insertText('twee', 4));
		enter(one, 6);
		expect(zoals(one)).toBe('|een[+tw+]|[+ee+]');
		expect(one.doe(overGrens(one.state, wie(TYGO), -1)!)).toBeUndefined();
		expect(zoals(one)).toBe('|een[+twee+]');
	});

	test('in a list: an own item, and a second Enter ends the list', () => {
		const one = tygo(lijst([alinea('een')]), alinea('na'));
		enter(one, one.plek('een') + 3);
		expect(one.json.content?.[0]?.content).toHaveLength(2);
		enter(one, one.state.selection.from);
		expect(one.json.content?.map((block) => block.type)).toEqual([
			'bulletList',
			'paragraph',
			'paragraph',
		]);
		expect(one.state.selection.$from.parent.content.size).toBe(0);
	});

	test('paragraphs of others are not joined', () => {
		const one = tygo(alinea('een'), alinea('twee'));
		one.zetCursor(one.plek('twee'));
		expect(one.doe(overGrens(one.state, wie(TYGO), -1)!)).toBe(WEIGERING.samenvoegen);
		one.zetCursor(one.plek('een') + 3);
		expect(one.doe(overGrens(one.state, wie(TYGO), 1)!)).toBe(WEIGERING.samenvoegen);
	});

	test('what is no text is not proposed', () => {
		const [one] = aanTafel(BRIEF, TYGO) as [Schrijver];
		const task = one.plek('bellen') - 2;
		expect(one.stelVoor((tr) => tr.setNodeAttribute(task, 'checked', true))).toBe(WEIGERING.bouw);
		expect(one.stelVoor((tr) => tr.delete(0, 0).setNodeMarkup(0, null, { level: 3 }))).toBe(
			WEIGERING.bouw,
		);
	});
});

describe('deciding', () => {
	test('take over one, refuse another, all of one person', () => {
		const [a, b] = aanTafel(tekst(alinea('een twee'), alinea('drie')), TYGO, SANNE) as [
			Schrijver,
			Schrijver,
		];
		a.stelVoor((tr) => tr.insertText('nul ', 1));
		a.stelVoor((tr) => tr.delete(a.plek('twee'), a.plek('twee') + 4));
		b.stelVoor((tr) => tr.delete(b.plek('drie'), b.plek('drie') + 4));
		wisselUit(a, b);
		const [first, second] = voorstellenIn(b.state.doc);
		b.schrijf((tr) => void beslis(tr, 'neem-over', ({ id }) => id === first!.id));
		b.schrijf((tr) => void beslis(tr, 'wijs-af', ({ id }) => id === second!.id));
		expect(zoals(b)).toBe('|nul een twee|[-drie-]');
		b.schrijf((tr) => void beslis(tr, 'neem-over', ({ door }) => door === SANNE));
		expect(b.json).toEqual(tekst(alinea('nul een twee')));
	});

	test('a block of which all words go, goes; a cell stays', () => {
		const all = (node: TekstNode): TekstNode =>
			node.type === 'text'
				? { ...node, marks: [merk(WEG, TYGO)] }
				: { ...node, ...(node.content && { content: node.content.map(all) }) };
		const gone = metVoorstellen(all(BRIEF));
		expect(gone.content?.map(({ type }) => type)).toEqual(['paragraph', 'table']);
		const [one] = aanTafel(all(BRIEF), TYGO) as [Schrijver];
		one.schrijf((tr) => void beslis(tr, 'neem-over', () => true));
		expect(one.state.doc.textContent).toBe('');
		expect(zonderVoorstellen(all(BRIEF)).content).toHaveLength(BRIEF.content!.length);
	});

	test('proposals of one may stay while those of others are left out', () => {
		const both = tekst(
			alinea('een ', woorden('a', merk(ERBIJ, TYGO)), woorden('b', merk(ERBIJ, SANNE))),
		);
		expect(zonderVoorstellen(both, TYGO)).toEqual(
			tekst(alinea('een ', woorden('a', merk(ERBIJ, TYGO)))),
		);
	});
});

/** Anything a keyboard, a mouse and a clipboard can do; numbers pick the places. */
const daadUit = (...daden: string[]) =>
	fc.tuple(
		fc.constantFrom(...daden),
		fc.double({ min: 0, max: 1, noNaN: true }),
		fc.double({ min: 0, max: 0.3, noNaN: true }),
		fc.constantFrom('a', 'e', 'een', ' ', 'twee drie'),
	);
type Daad = ReturnType<typeof daadUit> extends fc.Arbitrary<infer T> ? T : never;
const daad = daadUit(
	'typ',
	'wis',
	'vervang',
	'plak',
	'enter',
	'vet',
	'trek-in',
	'terug',
	'vooruit',
);

function doe(one: Schrijver, [what, place, length, text]: Daad) {
	const schema = tekstSchema();
	const size = one.state.doc.content.size;
	one.zetCursor(Math.floor(place * size), Math.min(size, Math.floor((place + length) * size)));
	const { from, to } = one.state.selection;
	const line = (words: string) => schema.nodes['paragraph']!.create(null, schema.text(words));
	const lines = new Slice(Fragment.fromArray([line(text), line('regel')]), 1, 1);
	if (what === 'typ') one.stelVoor((tr) => tr.insertText(text, to));
	if (what === 'wis') one.stelVoor((tr) => tr.delete(from, to));
	if (what === 'vervang') one.stelVoor((tr) => tr.insertText(text, from, to));
	if (what === 'plak') one.stelVoor((tr) => tr.replaceRange(from, to, lines));
	if (what === 'vet') one.stelVoor((tr) => tr.addMark(from, to, schema.marks['bold']!.create()));
	if (what === 'enter') one.doe(nieuweRegel(one.state, wie(one.door)));
	if (what === 'trek-in') {
		const own = voorstellenIn(one.state.doc).filter(({ door }) => door === one.door);
		const pick = own[Math.floor(place * own.length)];
		if (pick) one.schrijf((tr) => void beslis(tr, 'trek-in', ({ id }) => id === pick.id));
	}
	if (what === 'terug' || what === 'vooruit') {
		const way = what === 'terug' ? -1 : 1;
		const $at = one.state.selection.$from;
		one.zetCursor(way < 0 ? $at.start() : $at.end());
		const done = overGrens(one.state, wie(one.door), way);
		if (done) one.doe(done);
	}
}

test('whatever somebody proposes, all else stays as it was', () => {
	fc.assert(
		fc.property(fc.array(daad, { minLength: 1, maxLength: 25 }), (daden) => {
			const [one] = aanTafel(BRIEF, TYGO) as [Schrijver];
			const before = withoutProposals(one.doc, TYGO);
			for (const each of daden) {
				doe(one, each);
				expect(withoutProposals(one.doc, TYGO)).toBe(before);
			}
		}),
		{ numRuns: 150 },
	);
});

/** One text for two: in an empty paragraph they might both begin, which is for the binding to mend. */
const VOL = tekst(
	{ type: 'heading', attrs: { level: 2 }, content: [woorden('Casus')] },
	alinea('een ', woorden('twee', { type: 'bold' }), ' eend'),
	lijst([alinea('een')], [alinea('twee')]),
);
const rondes = (what: fc.Arbitrary<Daad>, maxLength: number) =>
	fc.array(fc.tuple(fc.array(what, { maxLength }), fc.array(what, { maxLength })), {
		maxLength: 4,
	});

test.each<[string, (root: Y.XmlFragment) => void]>([
	['a letter without a mark', (root) => textIn(root, 1).insert(0, 'x')],
	['a letter gone', (root) => textIn(root, 1).delete(0, 1)],
	['another mark on words of others', (root) => textIn(root, 1).format(0, 3, { italic: {} })],
	[
		'a link on words of others',
		(root) => textIn(root, 1).format(0, 3, { link: { href: 'https://x.nl/' } }),
	],
	[
		'words of others called own',
		(root) => textIn(root, 1).format(0, 3, { [ERBIJ]: merk(ERBIJ, TYGO).attrs }),
	],
	[
		'words added as somebody else',
		(root) => textIn(root, 1).insert(0, 'x', { [ERBIJ]: merk(ERBIJ, SANNE).attrs }),
	],
	[
		'own words added as somebody else too',
		(root) => {
			const [mine, theirs] = [merk(ERBIJ, TYGO).attrs, merk(ERBIJ, SANNE).attrs];
			textIn(root, 1).insert(0, 'x', { [ERBIJ]: mine, [`${ERBIJ}--AAAAAAAA`]: theirs });
		},
	],
	[
		'words taken away as somebody else',
		(root) => textIn(root, 1).format(0, 3, { [WEG]: merk(WEG, SANNE).attrs }),
	],
	[
		'an added word of somebody else made own',
		(root) => textIn(root, 2).format(0, 1, { [ERBIJ]: merk(ERBIJ, TYGO).attrs }),
	],
	[
		'an added word of somebody else taken over',
		(root) => textIn(root, 2).format(0, 1, { [ERBIJ]: null }),
	],
	['an added word of somebody else gone', (root) => textIn(root, 2).delete(0, 1)],
	['a proposal to take away gone', (root) => textIn(root, 2).format(1, 1, { [WEG]: null })],
	['another heading', (root) => element(root, 0).setAttribute('level', 3 as unknown as string)],
	[
		'the place of a point of the agenda',
		(root) => element(root, 0).setAttribute('agendapunt', SANNE),
	],
	['a block gone', (root) => root.delete(0, 1)],
	[
		'a block moved',
		(root) => (root.insert(0, [root.get(1).clone() as Y.XmlElement]), root.delete(2, 1)),
	],
	['a picture', (root) => root.insert(0, [new Y.XmlElement('afbeelding')])],
	['a line', (root) => root.insert(0, [new Y.XmlElement('horizontalRule')])],
	['an empty heading', (root) => root.insert(0, [new Y.XmlElement('heading')])],
	['own words where no words may be', (root) => element(root, 3).insert(0, [own()])],
	[
		'a paragraph where no paragraph may be',
		(root) => element(root, 3).insert(0, [new Y.XmlElement('paragraph')]),
	],
	[
		'the first paragraph of an item gone',
		(root) => (element(root, 3).get(0) as Y.XmlElement).delete(0, 1),
	],
	[
		'checked off',
		(root) =>
			(element(root, 4).get(0) as Y.XmlElement).setAttribute('checked', true as unknown as string),
	],
])('what is forged is seen: %s', (_what, forge) => {
	const proposed = tekst(
		{ type: 'heading', attrs: { level: 2 }, content: [woorden('Casus')] },
		alinea('Niet uit onwil.'),
		alinea(woorden('s', merk(ERBIJ, SANNE)), woorden('w', merk(WEG, SANNE))),
		lijst([alinea(), lijst([alinea('diep')])]),
		{
			type: 'taskList',
			content: [{ type: 'taskItem', attrs: { checked: false }, content: [alinea('bellen')] }],
		},
	);
	const [one] = aanTafel(proposed, TYGO) as [Schrijver];
	const before = withoutProposals(one.doc, TYGO);
	one.doc.transact(() => forge(one.doc.getXmlFragment(TEKST_ROOT)));
	expect(withoutProposals(one.doc, TYGO)).not.toBe(before);
});

const element = (root: Y.XmlFragment, index: number) => root.get(index) as Y.XmlElement;
/** The keys of marks on it are with a hash: what is taken away is taken away under that key. */
function textIn(root: Y.XmlFragment, index: number): Y.XmlText {
	const text = element(root, index).get(0) as Y.XmlText;
	const { format } = text;
	text.format = (at, length, attributes) => {
		const known = (text.toDelta() as { attributes?: object }[]).flatMap((piece) =>
			Object.keys(piece.attributes ?? {}),
		);
		const keys = Object.entries(attributes as Record<string, unknown>).map(([key, value]) => [
			value === null ? (known.find((one) => one.startsWith(key)) ?? key) : key,
			value,
		]);
		format.call(text, at, length, Object.fromEntries(keys));
	};
	return text;
}
function own(): Y.XmlText {
	const text = new Y.XmlText();
	text.insert(0, 'x', { [ERBIJ]: merk(ERBIJ, TYGO).attrs });
	return text;
}

test('two who propose at once never touch what the other wrote', () => {
	const what = daadUit('typ', 'wis', 'vervang', 'vet', 'trek-in');
	fc.assert(
		fc.property(rondes(what, 6), (all) => {
			const [a, b] = aanTafel(VOL, TYGO, SANNE) as [Schrijver, Schrijver];
			for (const [left, right] of all) {
				for (const each of left) doe(a, each);
				for (const each of right) doe(b, each);
				const mine = withoutProposals(a.doc, SANNE);
				wisselUit(a, b);
				expect(withoutProposals(a.doc, SANNE)).toBe(mine);
			}
		}),
		{ numRuns: 100 },
	);
});

test('two who do anything at once end with the same text', () => {
	fc.assert(
		fc.property(rondes(daad, 4), (all) => {
			const [a, b] = aanTafel(BRIEF, TYGO, SANNE) as [Schrijver, Schrijver];
			for (const [left, right] of all) {
				for (const each of left) doe(a, each);
				for (const each of right) doe(b, each);
				wisselUit(a, b);
			}
			wisselUit(a, b);
			expect(a.json).toEqual(b.json);
		}),
		{ numRuns: 40 },
	);
});

test('what a proposal writes may come in at the server', () => {
	const [one] = aanTafel(BRIEF, 'tygotygotygotygotygo') as [Schrijver];
	const server = new Y.Doc();
	Y.applyUpdate(server, Y.encodeStateAsUpdate(one.doc));
	const sent: Uint8Array[] = [];
	one.doc.on('update', (update: Uint8Array) => sent.push(update));
	one.stelVoor((tr) => tr.insertText('kan', 2, 5));
	expect(sent.length).toBeGreaterThan(0);
	for (const update of sent) {
		expect(() => guard(server, update, { shape: TEKST_SHAPE })).not.toThrow();
		Y.applyUpdate(server, update);
	}
});
