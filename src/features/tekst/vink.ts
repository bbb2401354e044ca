import * as Y from 'yjs';
import { TEKST_ROOT } from './document.ts';

/**
 * Ticks an actiepunt off where it stands in a live text, or on again; nothing else changes.
 *
 * @returns whether it stands there
 */
export function vinkActiepunt(doc: Y.Doc, id: string, klaar: boolean): boolean {
	const stack: Y.XmlFragment[] = [doc.getXmlFragment(TEKST_ROOT)];
	for (let parent = stack.pop(); parent; parent = stack.pop())
		for (const child of parent.toArray()) {
			if (!(child instanceof Y.XmlElement)) continue;
			if (child.nodeName === 'actiepunt' && child.getAttribute('id') === id) {
				(child as Y.XmlElement<{ klaar: boolean }>).setAttribute('klaar', klaar);
				return true;
			}
			stack.push(child);
		}
	return false;
}
