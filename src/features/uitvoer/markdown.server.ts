import { toonDag } from '#features/datum/toon.ts';
import {
	attrNumber,
	attrText,
	bijActie,
	dataUrl,
	DEPTH,
	gradeHeadings,
	hrefOf,
	type Stuk,
} from './export.server.ts';
import type { TekstMark, TekstNode } from '#features/tekst/node.ts';

/** What would be read as markup, and what would begin a block at the start of a line. */
const escape = (text: string): string =>
	text
		.replace(/[\\`*_{}[\]<>|~]/g, '\\$&')
		.replace(/&(?=[a-zA-Z#])/g, '\\&')
		.replace(/^(\s*)([#+=-]|\d+[.)])/gm, (_, space: string, sign: string) =>
			/\d/.test(sign) ? `${space}${sign.slice(0, -1)}\\${sign.slice(-1)}` : `${space}\\${sign}`,
		);

const SIGNS: Record<string, string> = { bold: '**', italic: '*', strike: '~~' };

/** A sign must touch a word: the spaces at the edges stay outside. */
function marked(text: string, mark: TekstMark): string {
	const href = hrefOf(mark);
	if (href) return `[${text}](<${href.replace(/[<>]/g, encodeURIComponent)}>)`;
	const sign = SIGNS[mark.type];
	const [, before = '', inner = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(text) ?? [];
	return sign && inner ? `${before}${sign}${inner}${sign}${after}` : text;
}

const indent = (text: string, by: string) => text.replace(/\n(?=[^\n])/g, `\n${by}`);
const box = (isDone: boolean) => (isDone ? '[x]' : '[ ]');
const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ').trim();

interface Out {
	stuk: Stuk;
	/** Pictures stand at the end, where they do not stand in the way of who reads. */
	notes: string[];
}

function inline(node: TekstNode, out: Out, depth: number): string {
	return (node.content ?? [])
		.map((child) => {
			if (child.type === 'text')
				return (child.marks ?? []).reduceRight(marked, escape(child.text ?? ''));
			return child.type === 'hardBreak' ? '\\\n' : block(child, out, depth + 1);
		})
		.join('');
}

const blocks = (
	nodes: readonly TekstNode[] | undefined,
	out: Out,
	depth: number,
	between = '\n\n',
) =>
	(nodes ?? [])
		.map((child) => block(child, out, depth + 1))
		.filter(Boolean)
		.join(between);

function list(node: TekstNode, out: Out, depth: number): string {
	const start = attrNumber(node, 'start', 1);
	return (node.content ?? [])
		.map((item, index) => {
			const sign = node.type === 'orderedList' ? `${Math.max(0, start) + index}.` : '-';
			const task = item.type === 'taskItem' ? `${box(item.attrs?.['checked'] === true)} ` : '';
			const text = blocks(item.content, out, depth + 1);
			return `${sign} ${task}${indent(text, ' '.repeat(sign.length + 1))}`;
		})
		.join('\n');
}

/** In Markdown a table is a grid of lines: what spans stands in its first cell. */
function table(node: TekstNode, out: Out, depth: number): string {
	const rows = (node.content ?? []).map((row) =>
		(row.content ?? []).flatMap((cell) => [
			oneLine(blocks(cell.content, out, depth + 2, ' ').replaceAll('\\\n', ' ')),
			...Array.from({ length: Math.min(attrNumber(cell, 'colspan', 1), 100) - 1 }, () => ''),
		]),
	);
	const width = Math.max(1, ...rows.map((row) => row.length));
	const line = (row: string[]) =>
		`| ${Array.from({ length: width }, (_, column) => row[column] ?? '').join(' | ')} |`;
	const [head = [], ...rest] = rows;
	return [line(head), line(Array.from({ length: width }, () => '---')), ...rest.map(line)].join(
		'\n',
	);
}

function afbeelding(node: TekstNode, { stuk, notes }: Out): string {
	const alt = oneLine(escape(attrText(node, 'alt')));
	const beeld = stuk.beelden.get(attrText(node, 'id'));
	if (!beeld) return alt && `*Afbeelding: ${alt}*`;
	const name = `afbeelding-${notes.length + 1}`;
	notes.push(`[${name}]: ${dataUrl(beeld)}`);
	return `![${alt}][${name}]`;
}

function block(node: TekstNode, out: Out, depth: number): string {
	if (depth > DEPTH) return '';
	switch (node.type) {
		case 'paragraph':
			return inline(node, out, depth);
		case 'heading':
			return `${'#'.repeat(attrNumber(node, 'level', 2))} ${oneLine(inline(node, out, depth))}`;
		case 'bulletList':
		case 'orderedList':
		case 'taskList':
			return list(node, out, depth);
		case 'blockquote':
			return blocks(node.content, out, depth).replace(/^/gm, '> ');
		case 'horizontalRule':
			return '---';
		case 'table':
			return table(node, out, depth);
		case 'actiepunt': {
			const bij = bijActie(node, toonDag);
			const text = oneLine(inline(node, out, depth));
			return `- ${box(node.attrs?.['klaar'] === true)} **Actie:** ${text}${bij ? ` *(${escape(bij)})*` : ''}`;
		}
		case 'besluit':
			return `**Besluit:** ${oneLine(inline(node, out, depth))}`;
		case 'afbeelding':
			return afbeelding(node, out);
		default:
			return blocks(node.content, out, depth);
	}
}

export function markdownOf(stuk: Stuk): string {
	const out: Out = { stuk, notes: [] };
	const feiten = stuk.feiten.map(({ label, waarde }) => `- ${escape(label)}: ${escape(waarde)}`);
	const parts = [
		`# ${oneLine(escape(stuk.titel))}`,
		feiten.join('\n'),
		`**${escape(stuk.status)}**`,
		block(gradeHeadings(stuk.tekst), out, 0),
		`---\n\n${escape(stuk.werkplaats)} · ${stuk.gemaakt}`,
		out.notes.join('\n'),
	];
	return `${parts.filter(Boolean).join('\n\n')}\n`;
}
