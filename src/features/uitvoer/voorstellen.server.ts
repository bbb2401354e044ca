import type { TekstNode } from '#features/tekst/node.ts';
import { ERBIJ, WEG } from '#features/voorstel/voorstel.ts';

/**
 * What is proposed, in a file: between brackets, with a word. A line at the words is not heard, and
 * on paper it may mean anything.
 */
const WOORDEN: [mark: string, woord: string][] = [
	[ERBIJ, 'erbij'],
	[WEG, 'weg'],
];

const text = (words: string): TekstNode => ({ type: 'text', text: words });

/** How it is shown, for who reads the file. */
export const VOORSTELZIN: TekstNode = {
	type: 'paragraph',
	content: [
		text('Voorstellen staan tussen haken: [erbij: nieuwe woorden] en [weg: oude woorden].'),
	],
};

/** "erbij", "weg", both, or nothing. */
const watVan = ({ marks = [] }: TekstNode): string =>
	WOORDEN.filter(([name]) => marks.some(({ type }) => type === name))
		.map(([, woord]) => woord)
		.join(' en ');

interface Stuk {
	wat: string;
	nodes: TekstNode[];
}

/** What is proposed in one go, also when part of it is bold. */
function stukkenIn(content: readonly TekstNode[]): Stuk[] {
	const stukken: Stuk[] = [];
	for (const node of content) {
		const wat = watVan(node);
		const last = stukken.at(-1);
		if (last?.wat === wat) last.nodes.push(node);
		else stukken.push({ wat, nodes: [node] });
	}
	return stukken;
}

/** The spaces at the edges stay outside, as they do at other brackets. */
function tussenHaken({ wat, nodes }: Stuk): TekstNode[] {
	const words = nodes.map((node) => node.text ?? '').join('');
	if (!words.trim()) return [text(`[${wat}: spatie]`)];
	const [before = ''] = /^\s*/.exec(words)!;
	const [after = ''] = /\s*$/.exec(words)!;
	let at = 0;
	const inner = nodes.flatMap((node) => {
		const own = node.text ?? '';
		const from = Math.max(0, before.length - at);
		const to = Math.min(own.length, words.length - after.length - at);
		at += own.length;
		return from < to ? { ...node, text: own.slice(from, to) } : [];
	});
	return [text(`${before}[${wat}: `), ...inner, text(`]${after}`)];
}

/** The text with what is proposed in it, told apart from what stands. */
export const metHaken = (node: TekstNode): TekstNode =>
	node.content
		? {
				...node,
				content: stukkenIn(node.content).flatMap((stuk) =>
					stuk.wat ? tussenHaken(stuk) : stuk.nodes.map(metHaken),
				),
			}
		: node;
