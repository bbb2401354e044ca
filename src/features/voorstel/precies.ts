import { prosemirrorToYXmlFragment } from '@tiptap/y-tiptap';
import type { Mark, Node, ResolvedPos } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { AddMarkStep, RemoveMarkStep, ReplaceStep, type Step } from '@tiptap/pm/transform';
import * as Y from 'yjs';

/**
 * Writes the steps of a transaction to Yjs exactly where they happen. The binding compares texts
 * instead: of two equal letters next to each other it may take the other one, and so give the
 * letter of one person the mark of another. What is written here it finds equal, and leaves.
 * Stops at the first step that is more than words and marks; the rest is for the binding.
 *
 * Two people who began at once in an empty block each made a text of their own in it. The binding
 * would put all in the first, and so undo or double what is being typed in the second. Of such a
 * block it is told what it has become (`known`); `onlyShared` leaves all other blocks to it.
 */
export function schrijfPrecies(
	root: Y.XmlFragment,
	tr: Transaction,
	{ known, onlyShared = false }: { known?: Map<unknown, unknown>; onlyShared?: boolean } = {},
): void {
	const shared = new Map<Y.XmlElement, number>();
	for (const [index, step] of tr.steps.entries()) {
		const place = plekVan(root, tr.docs[index]!, step);
		if (!place || (onlyShared && place.texts.length === 1)) return;
		schrijfStap(place, step);
		if (place.texts.length > 1)
			shared.set(place.element, tr.mapping.slice(index).map(place.begin, -1));
	}
	for (const [element, begin] of shared) known?.set(element, tr.doc.resolve(begin).parent);
}

type Stap = ReplaceStep | AddMarkStep | RemoveMarkStep;

const isWoorden = (step: Step): step is Stap =>
	step instanceof ReplaceStep
		? step.slice.content.content.every((node) => node.isText)
		: step instanceof AddMarkStep || step instanceof RemoveMarkStep;

function schrijfStap(place: Plek, step: Step) {
	if (step instanceof ReplaceStep) {
		const { text, index } = bij(place);
		let at = index;
		for (const part of delen(place)) part.text.delete(part.index, part.length);
		for (const node of step.slice.content.content) {
			text.insert(at, node.text ?? '', formatOf(node.marks));
			at += node.nodeSize;
		}
	} else if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) {
		const attributes = formatOf([step.mark]);
		if (step instanceof RemoveMarkStep)
			for (const key of Object.keys(attributes)) attributes[key] = null;
		for (const { text, index, length } of delen(place)) text.format(index, length, attributes);
	}
}

/** A stretch of one block, and the texts of Yjs that hold its words. */
interface Plek {
	element: Y.XmlElement;
	texts: Y.XmlText[];
	from: number;
	to: number;
	/** Where the words of the block begin in the document. */
	begin: number;
}

/** Undefined when it is not that simple. */
function plekVan(root: Y.XmlFragment, doc: Node, step: Step): Plek | undefined {
	if (!isWoorden(step)) return undefined;
	const [$from, $to] = [doc.resolve(step.from), doc.resolve(step.to)];
	if (!$from.parent.isTextblock || !$from.sameParent($to)) return undefined;
	const element = elementVan(root, $from);
	const texts = element?.toArray() ?? [];
	if (!element || texts.length === 0) return undefined;
	if (!texts.every((text) => text instanceof Y.XmlText)) return undefined;
	if (!isGelijk(texts, $from.parent)) return undefined;
	const [from, to] = [$from.parentOffset, $to.parentOffset];
	return { element, texts, from, to, begin: $from.start() };
}

export function elementVan(root: Y.XmlFragment, $pos: ResolvedPos): Y.XmlElement | undefined {
	let element: Y.XmlFragment = root;
	for (let depth = 0; depth < $pos.depth; depth++) {
		const child: unknown = element.get($pos.index(depth));
		if (!(child instanceof Y.XmlElement)) return undefined;
		element = child;
	}
	return element instanceof Y.XmlElement ? element : undefined;
}

function isGelijk(texts: readonly Y.XmlText[], parent: Node): boolean {
	const pieces = texts.flatMap((text) => text.toDelta() as { insert: unknown }[]);
	if (texts.length === 1 && pieces.length !== parent.childCount) return false;
	return pieces.map(({ insert }) => insert).join('') === parent.textContent;
}

/** Where new words go: behind the letter before them. */
function bij({ texts, from }: Plek): { text: Y.XmlText; index: number } {
	let index = from;
	for (const text of texts) {
		if (index <= text.length) return { text, index };
		index -= text.length;
	}
	return { text: texts.at(-1)!, index: texts.at(-1)!.length };
}

function delen({ texts, from, to }: Plek) {
	let begin = 0;
	return texts.flatMap((text) => {
		const [a, b] = [Math.max(from - begin, 0), Math.min(to - begin, text.length)];
		begin += text.length;
		return a < b ? [{ text, index: a, length: b - a }] : [];
	});
}

const formats = new WeakMap<Mark, Record<string, object | null>>();

/** Marks as the binding writes them: one that may overlap itself has a hash in its key. */
export function formatOf(marks: readonly Mark[]): Record<string, object | null> {
	return Object.assign({}, ...marks.map(formatOfOne)) as Record<string, object | null>;
}

function formatOfOne(mark: Mark): Record<string, object | null> {
	const known = formats.get(mark);
	if (known) return known;
	const { schema } = mark.type;
	const text = schema.nodes['paragraph']!.create(null, schema.text('x', [mark]));
	const { doc } = new Y.Doc().getXmlFragment('x');
	const root = prosemirrorToYXmlFragment(
		schema.topNodeType.create(null, text),
		doc!.getXmlFragment('x'),
	);
	const [piece] = ((root.get(0) as Y.XmlElement).get(0) as Y.XmlText).toDelta() as {
		attributes: Record<string, object>;
	}[];
	formats.set(mark, piece!.attributes);
	return piece!.attributes;
}
