import type { Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import { WEG } from './voorstel.ts';

/**
 * What is typed inside words that somebody proposed to take away takes over their marks. Nobody
 * proposed to take the new words away, and they would go when the old ones do: they stand without
 * that mark. Words that are moved keep it. True when there were any.
 */
export function zonderWeg(tr: Transaction): boolean {
	const weg = tr.doc.type.schema.marks[WEG]!;
	if (tr.getMeta('uiEvent') === 'drop') return false;
	let any = false;
	for (const [index, step] of [...tr.steps.entries()]) {
		if (!(step instanceof ReplaceStep)) continue;
		const { content, size } = step.slice;
		if (!content.content.every((node) => node.isText)) continue;
		if (!content.content.some((node) => weg.isInSet(node.marks))) continue;
		const later = tr.mapping.slice(index + 1);
		tr.removeMark(later.map(step.from, 1), later.map(step.from + size, -1), weg);
		any = true;
	}
	return any;
}
