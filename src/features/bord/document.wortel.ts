import * as Y from 'yjs';
import { isId } from './id.ts';

/** What only the server writes comes first. */
export const OWN = ['stand', 'briefjes', 'uitslag', 'redenen'] as const;
export const ROOTS = [...OWN, 'plek', 'groepen', 'inzichten', 'afspraken'] as const;
export type Wortel = (typeof ROOTS)[number];

export const wortel = (doc: Y.Doc, name: Wortel): Y.Map<unknown> => doc.getMap(name);

/** The things under a root, without what has no id or is no thing. */
export function dingen(doc: Y.Doc, name: Wortel): [string, Y.Map<unknown>][] {
	return [...wortel(doc, name)].filter(
		(entry): entry is [string, Y.Map<unknown>] => isId(entry[0]) && entry[1] instanceof Y.Map,
	);
}
