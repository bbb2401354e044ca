import { getSchema, type Extensions } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { HorizontalRule } from '@tiptap/extension-horizontal-rule';
import { Italic } from '@tiptap/extension-italic';
import { BulletList, ListItem, OrderedList, TaskItem, TaskList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Strike } from '@tiptap/extension-strike';
import { TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { Text } from '@tiptap/extension-text';
import { Underline } from '@tiptap/extension-underline';
import type { Schema } from '@tiptap/pm/model';
import { Link, VoorstelErbij, VoorstelWeg } from './marks.ts';
import { Actiepunt, Afbeelding, Besluit } from './nodes.ts';
import { Table } from './tabel.ts';

/** In a cell no headings, quotes and tables: those do not read in a column of a phone. */
const CELL = '(paragraph | list | actiepunt | besluit | afbeelding)+';

/** Of a cell only how far it reaches; parents bring width and alignment, which are styling. */
const cellAttributes = () => {
	const reach = (name: string, max: number) => ({
		default: 1,
		parseHTML: (element: HTMLElement) =>
			Math.min(Math.max(Math.trunc(Number(element.getAttribute(name))) || 1, 1), max),
	});
	return { colspan: reach('colspan', 100), rowspan: reach('rowspan', 1000) };
};

/**
 * A heading may be the place of a point of the agenda. That never comes from what is pasted: a copy,
 * also one of this very text, is a heading of its own.
 */
const Kop = Heading.extend({
	addAttributes() {
		return {
			...this.parent?.(),
			agendapunt: {
				default: null,
				keepOnSplit: false,
				parseHTML: () => null,
				renderHTML: ({ agendapunt }: Record<string, unknown>) =>
					agendapunt ? { 'data-agendapunt': agendapunt } : {},
			},
		};
	},
}).configure({ levels: [2, 3, 4] });

/**
 * What a live text is made of, without a browser: the same nodes and marks as TEKST_SHAPE.
 * The editor adds behaviour to these; it never adds a node.
 */
export const TEKST_NODES: Extensions = [
	Document,
	Text,
	Paragraph,
	Kop,
	Blockquote,
	HardBreak,
	HorizontalRule,
	Bold,
	Italic,
	Underline,
	Strike,
	Link,
	VoorstelErbij,
	VoorstelWeg,
	BulletList,
	OrderedList.extend({
		addAttributes: () => ({
			start: {
				default: 1,
				parseHTML: (element: HTMLElement) =>
					Math.min(Math.trunc(Number(element.getAttribute('start') ?? 1)) || 1, 100_000),
			},
		}),
	}),
	ListItem,
	TaskList,
	TaskItem.configure({
		nested: true,
		a11y: { checkboxLabel: (node) => node.firstChild?.textContent || 'Leeg punt' },
	}),
	Table,
	TableRow,
	TableHeader.extend({ content: CELL, addAttributes: cellAttributes }),
	TableCell.extend({ content: CELL, addAttributes: cellAttributes }),
	Actiepunt,
	Besluit,
	Afbeelding,
];

let schema: Schema | undefined;

/** The schema of a live text; made once. */
export const tekstSchema = (): Schema => (schema ??= getSchema(TEKST_NODES));
