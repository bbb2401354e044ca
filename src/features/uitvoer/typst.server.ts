import { toonDag } from '#features/datum/toon.ts';
import {
	attrNumber,
	attrText,
	bijActie,
	DEPTH,
	gradeHeadings,
	hasContent,
	hrefOf,
	isVisible,
	type Stuk,
} from './export.server.ts';
import { hasHead, placeCells, type PlacedCell } from './table.server.ts';
import type { TekstMark, TekstNode } from '#features/tekst/node.ts';
import { printable, UNPRINTABLE } from '#server/pdf/fonts.ts';

/**
 * A text as source for Typst, which makes a PDF with tags: headings, lists and tables are that for
 * who hears it too. Every word of a text goes in as a string, so nothing that somebody wrote is code.
 */
export const literal = (text: string): string =>
	`"${text
		// eslint-disable-next-line no-control-regex
		.replace(/[\x00-\x1f\x7f\u2028\u2029]/g, ' ')
		.replaceAll('\\', '\\\\')
		.replaceAll('"', '\\"')}"`;

/** In markup: the semicolon ends it, whatever comes next. */
export const say = (text: string) => (text ? `#${literal(printable(text))};` : '');
export const call = (name: string, content: string, args = '') =>
	`#${name}${args && `(${args})`}[${content}];`;

/** In an empty cell, for its row to have a place in the tags: "blank", hears who hears it. */
export const BLANK = say('\u00a0');

const MARKS: Record<string, string> = {
	bold: 'strong',
	italic: 'emph',
	underline: 'underline',
	strike: 'strike',
	voorstelErbij: 'underline',
	voorstelWeg: 'strike',
};
/** Of lines at a word there is one: who hears the text could not tell two apart, says PDF/UA. */
const LINES = ['voorstelWeg', 'strike', 'link', 'voorstelErbij', 'underline'];

function marksOf(marks: readonly TekstMark[]) {
	const line = LINES.find((type) => marks.some((mark) => mark.type === type));
	return marks.filter(({ type }) => type === line || type === 'link' || !LINES.includes(type));
}

/** A link says once where it goes, for who reads it on paper. */
function marked(text: string, marks: readonly TekstMark[], seen: Set<string>): string {
	const isStruck = marks.some(({ type }) => MARKS[type] === 'strike');
	return marksOf(marks).reduceRight((inner, mark) => {
		const href = hrefOf(mark);
		if (!href) return MARKS[mark.type] ? call(MARKS[mark.type]!, inner) : inner;
		const link = call('link', isStruck ? inner : call('underline', inner), literal(href));
		if (seen.has(href)) return link;
		seen.add(href);
		return `${link}${call('footnote', say(href))}`;
	}, text);
}

interface Out {
	beelden: Stuk['beelden'];
	seen: Set<string>;
}

const box = (isDone: boolean) => `#vink(${isDone});`;
const content = (node: TekstNode, out: Out, depth: number): string =>
	(node.content ?? []).map((child) => block(child, out, depth + 1)).join('');
const items = (node: TekstNode, out: Out, depth: number) =>
	(node.content ?? []).map((item) => `[${block(item, out, depth + 1)}]`).join(', ');

const hasLink = ({ marks = [], content: inner = [] }: TekstNode): boolean =>
	marks.some(hrefOf) || inner.some(hasLink);

function table(node: TekstNode, out: Out, depth: number): string {
	const { columns, rows } = placeCells(node);
	if (columns === 0) return '';
	const cell = ({ node: one, ...place }: PlacedCell) => {
		const text = hasContent(one) ? content(one, out, depth + 2) : BLANK;
		const inner = one.type === 'tableHeader' ? call('strong', text) : text;
		const args = Object.entries(place).map(([name, value]) => `${name}: ${value}`);
		return `table.cell(${args.join(', ')})[${inner}]`;
	};
	const row = (cells: readonly PlacedCell[]) => cells.map(cell).join(', ');
	const [head, body] = hasHead(rows) ? [rows[0]!, rows.slice(1)] : [undefined, rows];
	// what stands once more on a next page is drawn only, and there nobody can follow a link
	const isRepeated = !head?.some(({ node: one }) => hasLink(one));
	const top = head && `table.header(repeat: ${isRepeated}, ${row(head)})`;
	const parts = [top, ...body.map(row)].filter(Boolean);
	return `#table(columns: (1fr,) * ${columns}, ${parts.join(', ')});`;
}

function afbeelding(node: TekstNode, { beelden }: Out): string {
	const alt = attrText(node, 'alt');
	const id = attrText(node, 'id');
	const beeld = beelden.get(id);
	if (!beeld) return alt ? call('par', call('emph', say(`Afbeelding: ${alt}`))) : '';
	// a point on paper per pixel on the screen, and never wider than the text
	const width = Math.min(beeld.breedte * 0.5, 480);
	const name = literal(`/${id}.${beeld.soort}`);
	return `#figure(image(${name}, width: ${width}pt, alt: ${literal(isVisible(alt) ? alt : 'Afbeelding')}));`;
}

const SIMPLE: Record<string, string> = { paragraph: 'par', blockquote: 'citaat' };

function block(node: TekstNode, out: Out, depth: number): string {
	if (depth > DEPTH) return '';
	if (node.type === 'text') return marked(say(node.text ?? ''), node.marks ?? [], out.seen);
	const simple = SIMPLE[node.type];
	if (simple) return call(simple, content(node, out, depth));
	switch (node.type) {
		case 'heading': {
			const level = attrNumber(node, 'level', 2) - 1;
			return call('heading', content(node, out, depth), `level: ${level}`);
		}
		case 'bulletList':
			return `#list(${items(node, out, depth)});`;
		case 'orderedList':
			return `#enum(start: ${Math.max(0, attrNumber(node, 'start', 1))}, ${items(node, out, depth)});`;
		case 'taskList':
			return `#list(marker: [], ${items(node, out, depth)});`;
		case 'taskItem': {
			// the sign stands in the line of the words it is about
			const [first, ...rest] = node.content ?? [];
			const line = first ? content(first, out, depth + 1) : '';
			const more = rest.map((child) => block(child, out, depth + 1)).join('');
			return `${call('par', `${box(node.attrs?.['checked'] === true)}${line}`)}${more}`;
		}
		case 'hardBreak':
			return '#linebreak();';
		case 'horizontalRule':
			return '#lijn;';
		case 'table':
			return table(node, out, depth);
		case 'actiepunt': {
			const bij = bijActie(node, toonDag);
			const text = `${box(node.attrs?.['klaar'] === true)}#strong[Actie:] ${content(node, out, depth)}`;
			return call('punt', `${text}${bij && ` ${call('emph', say(`(${bij})`))}`}`);
		}
		case 'besluit':
			return call('punt', `#strong[Besluit:] ${content(node, out, depth)}`);
		case 'afbeelding':
			return afbeelding(node, out);
		default:
			return content(node, out, depth);
	}
}

/** For letters and signs that the typefaces of the house do not have. */
const OTHER = '"DejaVu Sans", "Noto Emoji"';

/** A4, the typefaces and the colours of the house; what is drawn only is no part of the text. */
const STYLE = `
#set text(lang: "nl", region: "NL", font: ("Atkinson Hyperlegible Next", ${OTHER}), fallback: false, size: 11pt, fill: rgb("#16241e"))
#set par(leading: 0.65em, spacing: 1.1em)
#set list(marker: [•])
#show heading: set text(font: ("Averia Serif Libre", "Atkinson Hyperlegible Next", ${OTHER}), weight: "bold")
#show heading: set block(above: 1.6em, below: 0.8em, sticky: true)
#show title: set text(font: ("Averia Serif Libre", "Atkinson Hyperlegible Next", ${OTHER}), size: 22pt)
#set table(stroke: 0.5pt + rgb("#77756a"), inset: 6pt)
#show table.cell: set par(justify: false)
#let vink(klaar) = [#box(width: 0.8em, height: 0.8em, stroke: 0.8pt, baseline: 10%, if klaar { align(center + horizon, pdf.artifact(text(size: 0.7em, weight: "bold")[x])) })#h(0.35em)#if klaar [(klaar) ]]
#let citaat(body) = quote(block: true, body)
#let punt(body) = block(stroke: (left: 2pt + rgb("#12523d")), inset: (left: 8pt, y: 2pt), breakable: false, par(body))
#let lijn = pdf.artifact(line(length: 100%, stroke: 0.5pt + rgb("#77756a")))
`;

/** A document without a name cannot be told from another. */
const naamOf = (titel: string) => (isVisible(titel) ? titel : 'Zonder titel');

/** How a document of ours begins: what it is called, whose it is, and numbered pages. */
export const opening = ({
	titel,
	werkplaats,
	gemaakt,
}: Pick<Stuk, 'titel' | 'werkplaats' | 'gemaakt'>) =>
	`#set document(title: ${literal(naamOf(titel))}, author: ${literal(werkplaats)}, date: none)
#set page(paper: "a4", margin: 20mm, footer: context [#set text(size: 9pt)
${say(werkplaats)} · ${say(gemaakt)} #h(1fr) ${say('Bladzijde ')}#counter(page).display() ${say('van ')}#counter(page).final().first()])
${STYLE}
#title[${say(naamOf(titel))}];`;

/** "Datum: donderdag 11 juni 2026", one below the other. */
export const feitenOf = (feiten: Stuk['feiten']) =>
	feiten
		.map(({ label, waarde }) => call('par', `${call('strong', say(`${label}:`))} ${say(waarde)}`))
		.join('\n');

/** Says what a box in place of a letter means, when there is one. */
export const tekenzin = (text: string) =>
	text.includes(UNPRINTABLE)
		? call(
				'par',
				call('emph', say(`${UNPRINTABLE} staat voor een teken dat we niet kunnen afdrukken.`)),
			)
		: '';

export function typstOf(stuk: Stuk): string {
	const { feiten, status, beelden } = stuk;
	const text = block(gradeHeadings(stuk.tekst), { beelden, seen: new Set() }, 0);
	return `${opening(stuk)}
#block[#set par(spacing: 0.5em)
${feitenOf(feiten)}
${call('par', call('strong', say(status)))}]
${text}
${tekenzin(text)}
`;
}
