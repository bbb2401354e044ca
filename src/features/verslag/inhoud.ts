import type { TekstNode } from '#features/tekst/node.ts';
import { nodesIn, textOf } from './punten.ts';

export interface Kop {
	/** The how-manieth heading of the text it is. */
	nummer: number;
	niveau: 2 | 3 | 4;
	tekst: string;
}

/** The headings of a text, to jump to; an empty one is somebody about to write. */
export const koppenOf = (tekst: TekstNode): Kop[] =>
	[...nodesIn(tekst)]
		.filter((node) => node.type === 'heading')
		.map((node, nummer): Kop => {
			const niveau = node.attrs?.level;
			return { nummer, niveau: niveau === 3 || niveau === 4 ? niveau : 2, tekst: textOf(node) };
		})
		.filter((kop) => kop.tekst !== '');
