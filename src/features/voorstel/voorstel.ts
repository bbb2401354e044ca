import type { TekstMark, TekstNode } from '#features/tekst/node.ts';

/** A proposal in a text: somebody proposes to add these words, or to take those away. */

export const ERBIJ = 'voorstelErbij';
export const WEG = 'voorstelWeg';

/** What both marks carry. `id` groups what was proposed in one go. */
export interface VoorstelMerk {
	id: string;
	door: string;
	op: string;
}

export const isVoorstelNaam = (name: string) => name === ERBIJ || name === WEG;
export const isVoorstel = (mark: TekstMark) => isVoorstelNaam(mark.type);

export const doorVan = (mark: TekstMark) => String(mark.attrs?.['door'] ?? '');

/** Blocks that go when a proposal to add all of their text is refused: what may be proposed. */
export const VERDWIJNT_ERBIJ: ReadonlySet<string> = new Set([
	'paragraph',
	'listItem',
	'taskItem',
	'bulletList',
	'orderedList',
	'taskList',
]);
/** And when all of it is taken away. A cell, a besluit or an actiepunt stays. */
export const VERDWIJNT_WEG: ReadonlySet<string> = new Set([
	...VERDWIJNT_ERBIJ,
	'heading',
	'blockquote',
]);
const NOOIT_LEEG = new Set(['tableCell', 'tableHeader', 'blockquote']);

interface Besluit {
	/** What becomes of a piece of text: undefined when it goes. */
	marks(marks: TekstMark[]): TekstMark[] | undefined;
	verdwijnt: ReadonlySet<string>;
}

/** The text as if every proposal was refused, but those of `keepDoor`. */
export function zonderVoorstellen(node: TekstNode, keepDoor?: string): TekstNode {
	return besloten(node, {
		verdwijnt: VERDWIJNT_ERBIJ,
		marks: (marks) => {
			const judged = marks.filter((mark) => isVoorstel(mark) && doorVan(mark) !== keepDoor);
			if (judged.some((mark) => mark.type === ERBIJ)) return undefined;
			return marks.filter((mark) => !judged.includes(mark));
		},
	});
}

/** The text as if every proposal was taken over. */
export function metVoorstellen(node: TekstNode): TekstNode {
	return besloten(node, {
		verdwijnt: VERDWIJNT_WEG,
		marks: (marks) =>
			marks.some((mark) => mark.type === WEG)
				? undefined
				: marks.filter((mark) => !isVoorstel(mark)),
	});
}

function besloten(node: TekstNode, besluit: Besluit): TekstNode {
	return blijft(node, besluit) ?? { type: node.type, ...(node.attrs && { attrs: node.attrs }) };
}

/** The node with only what stays of it; undefined when nothing of it stays. */
function blijft(node: TekstNode, besluit: Besluit): TekstNode | undefined {
	if (node.type === 'text') {
		const marks = besluit.marks(node.marks ?? []);
		const { marks: _before, ...rest } = node;
		return marks && (marks.length > 0 ? { ...rest, marks } : rest);
	}
	if (!node.content) return node;
	const content = samen(node.content.flatMap((child) => blijft(child, besluit) ?? []));
	if (content.length === 0 && node.content.length > 0) return leeg(node, besluit);
	return { ...node, content };
}

/** A block of which everything went: gone with it, or empty when it may not be missed. */
function leeg({ content: _gone, ...node }: TekstNode, { verdwijnt }: Besluit) {
	if (verdwijnt.has(node.type)) return undefined;
	return NOOIT_LEEG.has(node.type) ? { ...node, content: [{ type: 'paragraph' }] } : node;
}

/** Text that is alike again after a decision is one piece. */
function samen(nodes: TekstNode[]): TekstNode[] {
	const result: TekstNode[] = [];
	for (const node of nodes) {
		const last = result.at(-1);
		if (last?.type === 'text' && node.type === 'text' && gelijk(last.marks, node.marks))
			result[result.length - 1] = { ...last, text: `${last.text ?? ''}${node.text ?? ''}` };
		else result.push(node);
	}
	return result;
}

const gelijk = (a: TekstMark[] = [], b: TekstMark[] = []) =>
	JSON.stringify(a) === JSON.stringify(b);
