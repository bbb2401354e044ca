import * as Y from 'yjs';

/** The heading above a place in the text, as it reads now. */
export function kopBoven(root: Y.XmlFragment, block: unknown): string {
	let kop = '';
	for (const child of root.toArray()) {
		if (child instanceof Y.XmlElement && child.nodeName === 'heading') kop = wordsOf(child);
		if (child === block) return kop;
	}
	return '';
}

const wordsOf = (element: Y.XmlElement) =>
	element
		.toArray()
		.map((child) =>
			child instanceof Y.XmlText
				? (child.toDelta() as { insert: unknown }[]).map(({ insert }) => insert).join('')
				: '',
		)
		.join('')
		.slice(0, 60);
