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
 */
export function schrijfPrecies(root: Y.XmlFragment, tr: Transaction): void {
	for (const [index, step] of tr.steps.entries())
		if (!schrijfStap(root, tr.docs[index]!, step)) return;
}

function schrijfStap(root: Y.XmlFragment, doc: Node, step: Step): boolean {
	if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) {
		const place = plekIn(root, doc.resolve(step.from), doc.resolve(step.to));
		if (!place) return false;
		const attributes = formatOf([step.mark]);
		if (step instanceof RemoveMarkStep)
			for (const key of Object.keys(attributes)) attributes[key] = null;
		place.text.format(place.index, step.to - step.from, attributes);
		return true;
	}
	if (!(step instanceof ReplaceStep) || !step.slice.content.content.every((node) => node.isText))
		return false;
	const place = plekIn(root, doc.resolve(step.from), doc.resolve(step.to));
	if (!place) return false;
	const { text, index } = place;
	if (step.to > step.from) text.delete(index, step.to - step.from);
	let at = index;
	for (const node of step.slice.content.content) {
		text.insert(at, node.text ?? '', formatOf(node.marks));
		at += node.nodeSize;
	}
	return true;
}

/** The one piece of text of Yjs that holds both positions; undefined when it is not that simple. */
function plekIn(
	root: Y.XmlFragment,
	$from: ResolvedPos,
	$to: ResolvedPos,
): { text: Y.XmlText; index: number } | undefined {
	if (!$from.parent.isTextblock || !$from.sameParent($to)) return undefined;
	let element: Y.XmlFragment | undefined = root;
	for (let depth = 0; depth < $from.depth; depth++) {
		const child: unknown = element.get($from.index(depth));
		if (!(child instanceof Y.XmlElement)) return undefined;
		element = child;
	}
	const text: unknown = element.get(0);
	const whole = element.length === 1 && text instanceof Y.XmlText;
	if (!whole || text.toDelta().length !== $from.parent.childCount) return undefined;
	return text.length === $from.parent.content.size
		? { text, index: $from.parentOffset }
		: undefined;
}

const formats = new WeakMap<Mark, Record<string, object | null>>();

/** Marks as the binding writes them: one that may overlap itself has a hash in its key. */
function formatOf(marks: readonly Mark[]): Record<string, object | null> {
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
