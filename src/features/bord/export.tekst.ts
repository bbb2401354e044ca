import type { TekstNode } from '#features/tekst/node.ts';
import {
	bijBriefje,
	kopVan,
	VAN_NIEMAND,
	type BladBriefje,
	type BladInzicht,
	type BordBlad,
} from './blad.ts';
import { INZICHT_SOORTEN } from './soort.ts';

/** A bord as a text: groepen with what lies in them, and no picture. */

const text = (words: string, mark?: string): TekstNode => ({
	type: 'text',
	text: words,
	...(mark && { marks: [{ type: mark }] }),
});

/** Lines stay lines. */
const regels = (words: string): TekstNode[] =>
	words
		.split('\n')
		.flatMap((regel, index) => [
			...(index > 0 ? [{ type: 'hardBreak' }] : []),
			...(regel ? [text(regel)] : []),
		]);

const paragraph = (...content: TekstNode[]): TekstNode => ({
	type: 'paragraph',
	...(content.length > 0 && { content }),
});
const heading = (level: number, words: string): TekstNode => ({
	type: 'heading',
	attrs: { level },
	content: [text(words)],
});
const list = (items: TekstNode[][]): TekstNode[] =>
	items.length > 0
		? [
				{
					type: 'bulletList',
					content: items.map((content) => ({ type: 'listItem', content })),
				},
			]
		: [];
const deel = (kop: string, content: readonly TekstNode[]): TekstNode[] =>
	content.length > 0 ? [heading(2, kop), ...content] : [];

function briefjeItem(briefje: BladBriefje): TekstNode[] {
	const bij = bijBriefje(briefje);
	return [paragraph(...regels(briefje.tekst), ...(bij ? [text(` (${bij})`, 'italic')] : []))];
}

function inzichtItem({ soort, tekst, tegen, uit }: BladInzicht): TekstNode[] {
	const naam = INZICHT_SOORTEN[soort];
	const kop = text(`${naam.charAt(0).toUpperCase()}${naam.slice(1)}: `, 'bold');
	return [
		paragraph(kop, ...regels(tekst)),
		...(tegen ? [paragraph(text('Daartegenover: ', 'bold'), ...regels(tegen))] : []),
		...(uit.length > 0 ? [paragraph(text(`Komt uit: ${uit.join('; ')}`, 'italic'))] : []),
	];
}

const row = (type: 'tableHeader' | 'tableCell', ...cells: string[]): TekstNode => ({
	type: 'tableRow',
	content: cells.map((words) => ({ type, content: [paragraph(...regels(words))] })),
});

function afsprakenTabel({ afspraken }: BordBlad): TekstNode[] {
	if (afspraken.length === 0) return [];
	const head = row('tableHeader', 'Wat', 'Wie', 'Wanneer', 'Het helpt als');
	const rows = afspraken.map(({ wat, wie, wanneer, effect }) =>
		row('tableCell', wat, wie || VAN_NIEMAND, wanneer, effect),
	);
	return [{ type: 'table', content: [head, ...rows] }];
}

export function bladTekst(blad: BordBlad): TekstNode {
	const groepen = blad.groepen.flatMap((groep) => [
		heading(3, kopVan(groep)),
		...list(groep.briefjes.map(briefjeItem)),
	]);
	return {
		type: 'doc',
		content: [
			...deel('Groepen', groepen),
			...deel('Losse briefjes', list(blad.los.map(briefjeItem))),
			...deel('Inzichten', list(blad.inzichten.map(inzichtItem))),
			...deel('Afspraken', afsprakenTabel(blad)),
		],
	};
}
