import { veiligAdres } from '#features/tekst/adres.ts';
import type { TekstMark, TekstNode } from '#features/tekst/node.ts';

/** A text on its way out, with what has to be known about it outside. The same for every format. */
export interface Stuk {
	titel: string;
	/** Whose it is; below every page. */
	werkplaats: string;
	/** "21 november 2026": of the file, not of the text. */
	gemaakt: string;
	/** "Team", "Datum", "Plaats": what stands above the text. */
	feiten: readonly { label: string; waarde: string }[];
	/** "Concept", or who decided when that this is it. */
	status: string;
	tekst: TekstNode;
	beelden: ReadonlyMap<string, Beeld>;
}

/** A picture as every program can show it. */
export interface Beeld {
	bytes: Uint8Array;
	soort: 'png' | 'jpg';
	breedte: number;
	hoogte: number;
}

export const attrText = (node: TekstNode, name: string): string => {
	const value = node.attrs?.[name];
	return typeof value === 'string' ? value : '';
};

export const attrNumber = (node: TekstNode, name: string, otherwise: number): number => {
	const value = node.attrs?.[name];
	return typeof value === 'number' && Number.isInteger(value) ? value : otherwise;
};

/** Where a link goes; undefined for any other mark, and for an address that is none. */
export const hrefOf = ({ type, attrs }: TekstMark): string | undefined =>
	type === 'link' ? veiligAdres(attrs?.['href']) : undefined;

/** Nested to this depth a text is an attack, not a text. */
export const DEPTH = 40;

export const dataUrl = ({ bytes, soort }: Beeld) =>
	`data:image/${soort === 'jpg' ? 'jpeg' : 'png'};base64,${Buffer.from(bytes).toString('base64')}`;

/** "Anna, voor 1 december 2026": what hangs on an actiepunt besides its text. */
export function bijActie(node: TekstNode, dag: (iso: string) => string): string {
	const wanneer = attrText(node, 'wanneer');
	return [attrText(node, 'wie'), wanneer && `voor ${dag(wanneer)}`].filter(Boolean).join(', ');
}

const VISIBLE = /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u;
/** Whether there is anything to read or hear in it. */
export const isVisible = (text: string): boolean => VISIBLE.test(text);
export const hasContent = (node: TekstNode): boolean =>
	node.type === 'afbeelding' || isVisible(node.text ?? '') || (node.content ?? []).some(hasContent);

/**
 * Headings without a step that is left out: who hears a text finds its way by them. One without
 * words leads nowhere, and is an empty line.
 */
export function gradeHeadings(tekst: TekstNode): TekstNode {
	let last = 1;
	const grade = (node: TekstNode): TekstNode => {
		if (node.type === 'heading' && !hasContent(node)) return { ...node, type: 'paragraph' };
		if (node.type === 'heading') {
			last = Math.min(Math.max(attrNumber(node, 'level', 2), 2), last + 1, 4);
			return { ...node, attrs: { ...node.attrs, level: last } };
		}
		return node.content ? { ...node, content: node.content.map(grade) } : node;
	};
	return grade(tekst);
}
