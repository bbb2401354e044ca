import {
	Document,
	Footer,
	HeadingLevel,
	ImageRun,
	Packer,
	PageNumber,
	Paragraph,
	Table,
	TableCell,
	TableRow,
	TabStopType,
	TextRun,
	WidthType,
	type FileChild,
	type IParagraphOptions,
} from 'docx';
import { toonDag } from '#features/datum/toon.ts';
import { box, clean, plain, runs } from './docx-run.server.ts';
import { bullets, numbers, STYLES } from './docx-style.server.ts';
import { hasHead, placeCells, type PlacedCell } from './table.server.ts';
import {
	attrNumber,
	attrText,
	bijActie,
	DEPTH,
	gradeHeadings,
	type Stuk,
} from './export.server.ts';
import type { TekstNode } from '#features/tekst/node.ts';

const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3];
/** Pixels between the margins. */
const WIDEST = 600;
/** Twentieths of a point: the text is 170 mm wide. */
const PAGE_WIDTH = 9638;
const BULLETS = 'punten';

/** How deep in lists, and what a paragraph gets from what it stands in. */
interface Place {
	depth: number;
	paragraph: Partial<Omit<IParagraphOptions, 'numbering'>> & {
		numbering?: { reference: string; level: number };
	};
}

/** Each numbered list begins anew, at its own number. */
interface Out {
	stuk: Stuk;
	starts: number[];
}

const blocks = (nodes: readonly TekstNode[] | undefined, out: Out, place: Place): FileChild[] =>
	(nodes ?? []).flatMap((child) => block(child, out, { ...place, depth: place.depth + 1 }));

/** The first paragraph of an item carries its sign; what follows stands under it. */
function list(node: TekstNode, out: Out, place: Place): FileChild[] {
	const { numbering: outer } = place.paragraph;
	const level = outer ? outer.level + 1 : 0;
	const isNumbered = node.type === 'orderedList';
	if (isNumbered) out.starts.push(Math.max(0, attrNumber(node, 'start', 1)));
	const reference = isNumbered ? `nummers-${out.starts.length}` : BULLETS;
	const numbering = { reference, level: Math.min(level, 8) };
	return (node.content ?? []).flatMap((item) => {
		const [first, ...rest] = item.content ?? [];
		const sign = item.type === 'taskItem' ? [box(item.attrs?.['checked'] === true)] : [];
		const words = [...sign, ...(first?.type === 'paragraph' ? runs(first) : [])];
		const others = first?.type === 'paragraph' ? rest : (item.content ?? []);
		const inner = { depth: place.depth + 1, paragraph: { numbering } };
		return [
			new Paragraph({ numbering, children: words }),
			...others.flatMap((child) =>
				/List$/.test(child.type)
					? list(child, out, inner)
					: block(child, out, { depth: place.depth + 2, paragraph: { indent: { left: 720 } } }),
			),
		];
	});
}

function table(node: TekstNode, out: Out, place: Place): FileChild[] {
	const { columns, rows } = placeCells(node);
	if (columns === 0) return [];
	const cell = ({ node: one, colspan, rowspan }: PlacedCell) => {
		const isHead = one.type === 'tableHeader';
		const inner = { depth: place.depth + 2, paragraph: isHead ? { style: 'Kopcel' } : {} };
		const children = blocks(one.content, out, inner) as Paragraph[];
		return new TableCell({
			columnSpan: colspan,
			rowSpan: rowspan,
			// a cell without a paragraph makes a file that does not open
			children: children.at(-1) instanceof Paragraph ? children : [...children, new Paragraph('')],
		});
	};
	return [
		new Table({
			width: { size: PAGE_WIDTH, type: WidthType.DXA },
			columnWidths: Array.from({ length: columns }, () => Math.floor(PAGE_WIDTH / columns)),
			rows: rows.map(
				(row, index) =>
					new TableRow({
						...(index === 0 && hasHead(rows) && { tableHeader: true }),
						cantSplit: true,
						children: row.map(cell),
					}),
			),
		}),
		// two tables without a paragraph between become one
		new Paragraph(''),
	];
}

function afbeelding(node: TekstNode, { stuk }: Out): Paragraph[] {
	const alt = attrText(node, 'alt');
	const beeld = stuk.beelden.get(attrText(node, 'id'));
	if (!beeld)
		return alt
			? [new Paragraph({ children: [plain(`Afbeelding: ${alt}`, { italics: true })] })]
			: [];
	const scale = Math.min(1, WIDEST / beeld.breedte);
	const image = new ImageRun({
		type: beeld.soort,
		data: beeld.bytes,
		transformation: {
			width: Math.round(beeld.breedte * scale),
			height: Math.round(beeld.hoogte * scale),
		},
		altText: { title: '', description: clean(alt), name: 'Afbeelding' },
	});
	return [new Paragraph({ children: [image] })];
}

function actiepunt(node: TekstNode, { paragraph }: Place): Paragraph {
	const bij = bijActie(node, toonDag);
	return new Paragraph({
		...paragraph,
		style: 'Punt',
		children: [
			box(node.attrs?.['klaar'] === true),
			plain('Actie: ', { bold: true }),
			...runs(node),
			...(bij ? [plain(` (${bij})`, { italics: true })] : []),
		],
	});
}

function block(node: TekstNode, out: Out, place: Place): FileChild[] {
	if (place.depth > DEPTH) return [];
	const { paragraph } = place;
	switch (node.type) {
		case 'paragraph':
			return [new Paragraph({ ...paragraph, children: runs(node) })];
		case 'heading':
			return [
				new Paragraph({ heading: LEVELS[attrNumber(node, 'level', 2) - 2], children: runs(node) }),
			];
		case 'bulletList':
		case 'orderedList':
		case 'taskList':
			return list(node, out, place);
		case 'blockquote':
			return blocks(node.content, out, { ...place, paragraph: { style: 'Citaat' } });
		case 'horizontalRule':
			return [new Paragraph({ thematicBreak: true })];
		case 'table':
			return table(node, out, place);
		case 'actiepunt':
			return [actiepunt(node, place)];
		case 'besluit': {
			const children = [plain('Besluit: ', { bold: true }), ...runs(node)];
			return [new Paragraph({ ...paragraph, style: 'Punt', children })];
		}
		case 'afbeelding':
			return afbeelding(node, out);
		default:
			return blocks(node.content, out, place);
	}
}

const footer = ({ werkplaats, gemaakt }: Stuk) =>
	new Footer({
		children: [
			new Paragraph({
				tabStops: [{ type: TabStopType.RIGHT, position: PAGE_WIDTH }],
				children: [
					plain(`${werkplaats} · ${gemaakt}\t`),
					new TextRun({
						children: ['Bladzijde ', PageNumber.CURRENT, ' van ', PageNumber.TOTAL_PAGES],
					}),
				],
			}),
		],
	});

export async function docxOf(stuk: Stuk): Promise<Uint8Array<ArrayBuffer>> {
	const out: Out = { stuk, starts: [] };
	const text = blocks(gradeHeadings(stuk.tekst).content, out, { depth: 0, paragraph: {} });
	const facts = stuk.feiten.map(
		({ label, waarde }) =>
			new Paragraph({ children: [plain(`${label}: `, { bold: true }), plain(waarde)] }),
	);
	const doc = new Document({
		title: clean(stuk.titel),
		creator: clean(stuk.werkplaats),
		description: '',
		styles: STYLES,
		numbering: {
			config: [
				{ reference: BULLETS, levels: bullets() },
				...out.starts.map((start, index) => ({
					reference: `nummers-${index + 1}`,
					levels: numbers(start),
				})),
			],
		},
		sections: [
			{
				properties: { page: { margin: { top: 1134, right: 1134, bottom: 1134, left: 1134 } } },
				footers: { default: footer(stuk) },
				children: [
					new Paragraph({ heading: HeadingLevel.TITLE, children: [plain(stuk.titel)] }),
					...facts,
					new Paragraph({ children: [plain(stuk.status, { bold: true })] }),
					...text,
				],
			},
		],
	});
	return new Uint8Array(await Packer.toBuffer(doc));
}
