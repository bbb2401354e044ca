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

const ESCAPES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};
/** Control characters are no text; the rest of what means something in HTML is written out. */
export const escapeHtml = (text: string): string =>
	// eslint-disable-next-line no-control-regex
	text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '').replace(/[&<>"']/g, (c) => ESCAPES[c]!);

const TAGS: Record<string, string> = {
	bold: 'strong',
	italic: 'em',
	underline: 'u',
	strike: 's',
	voorstelErbij: 'ins',
	voorstelWeg: 'del',
};

function marked(text: string, mark: TekstMark): string {
	const href = hrefOf(mark);
	if (href) return `<a href="${escapeHtml(href)}" rel="noopener noreferrer">${text}</a>`;
	const tag = TAGS[mark.type];
	return tag ? `<${tag}>${text}</${tag}>` : text;
}

const BLOCKS: Record<string, string> = {
	paragraph: 'p',
	bulletList: 'ul',
	listItem: 'li',
	taskList: 'ul class="taken"',
	blockquote: 'blockquote',
	tableRow: 'tr',
};

const wrap = (tag: string, content: string) => `<${tag}>${content}</${tag.split(' ')[0]}>`;
const box = (isDone: boolean) => (isDone ? '☑ <span>(klaar)</span> ' : '☐ ');

function cell(tag: 'th' | 'td', node: TekstNode, content: string): string {
	const spans = (['colspan', 'rowspan'] as const)
		.map((name) => ({ name, value: attrNumber(node, name, 1) }))
		.filter(({ value }) => value > 1)
		.map(({ name, value }) => ` ${name}="${value}"`);
	return wrap(`${tag}${tag === 'th' ? ' scope="col"' : ''}${spans.join('')}`, content);
}

function actiepunt(node: TekstNode, content: string): string {
	const bij = bijActie(node, toonDag);
	const isDone = node.attrs?.['klaar'] === true;
	return `<p class="actie">${box(isDone)}<strong>Actie:</strong> ${content}${bij ? ` <em>(${escapeHtml(bij)})</em>` : ''}</p>`;
}

function afbeelding(node: TekstNode, { beelden }: Pick<Stuk, 'beelden'>): string {
	const alt = escapeHtml(attrText(node, 'alt'));
	const beeld = beelden.get(attrText(node, 'id'));
	if (!beeld) return alt ? `<p><em>Afbeelding: ${alt}</em></p>` : '';
	const { breedte, hoogte } = beeld;
	return `<p><img src="${dataUrl(beeld)}" alt="${alt}" width="${breedte}" height="${hoogte}"></p>`;
}

/** The HTML of a text; nothing in it is markup but what stands here. */
export function blockHtml(node: TekstNode, stuk: Pick<Stuk, 'beelden'>, depth = 0): string {
	if (depth > DEPTH) return '';
	if (node.type === 'text')
		return (node.marks ?? []).reduceRight(marked, escapeHtml(node.text ?? ''));
	const content = (node.content ?? []).map((child) => blockHtml(child, stuk, depth + 1)).join('');
	const tag = BLOCKS[node.type];
	if (tag) return wrap(tag, content);
	switch (node.type) {
		case 'doc':
			return content;
		case 'heading':
			return wrap(`h${attrNumber(node, 'level', 2)}`, content);
		case 'orderedList':
			return wrap(`ol start="${attrNumber(node, 'start', 1)}"`, content);
		case 'taskItem':
			return wrap('li', `${box(node.attrs?.['checked'] === true)}${content}`);
		case 'hardBreak':
			return '<br>';
		case 'horizontalRule':
			return '<hr>';
		case 'table':
			return wrap('table', content);
		case 'tableHeader':
			return cell('th', node, content);
		case 'tableCell':
			return cell('td', node, content);
		case 'actiepunt':
			return actiepunt(node, content);
		case 'besluit':
			return `<p class="besluit"><strong>Besluit:</strong> ${content}</p>`;
		case 'afbeelding':
			return afbeelding(node, stuk);
		default:
			return '';
	}
}

/** Paper, and a screen that looks like it. Nothing is fetched: the typefaces are those at hand. */
const STYLE = `
@page { size: A4; margin: 20mm; }
body { font: 11pt/1.5 'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', system-ui, sans-serif; color: #16241e; background: #fff; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: break-word; }
h1, h2, h3, h4 { font-family: 'Averia Serif Libre', Georgia, serif; line-height: 1.2; break-after: avoid; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; } dd { margin: 0; }
table { border-collapse: collapse; width: 100%; } th, td { border: 1px solid #77756a; padding: .25rem .5rem; text-align: left; vertical-align: top; }
thead { display: table-header-group; } tr, blockquote { break-inside: avoid; }
img { max-width: 100%; height: auto; } .taken { list-style: none; padding-left: 0; } .taken p { display: inline; }
.taken span, .actie span { font-size: .8em; } .status { font-weight: 700; }
.actie, .besluit { border-left: 3px solid #12523d; padding-left: .75rem; }
footer { margin-top: 2rem; border-top: 1px solid #77756a; font-size: .85em; }
@media print { body { margin: 0; padding: 0; max-width: none; } a[href^='http']::after { content: ' (' attr(href) ')'; font-size: .85em; } }
`;

export function htmlOf(stuk: Stuk): string {
	const { titel, werkplaats, gemaakt, feiten, status } = stuk;
	const rows = feiten.map(
		({ label, waarde }) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(waarde)}</dd>`,
	);
	return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeHtml(titel)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(titel)}</h1>
<dl>${rows.join('')}</dl>
<p class="status">${escapeHtml(status)}</p>
${blockHtml(gradeHeadings(stuk.tekst), stuk)}
</main>
<footer>${escapeHtml(werkplaats)} · ${escapeHtml(gemaakt)}</footer>
</body>
</html>
`;
}
