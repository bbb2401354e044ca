import { type Editor, findParentNodeClosestToPos, getExtensionField, Node } from '@tiptap/core';
import type { ResolvedPos, Schema } from '@tiptap/pm/model';
import {
	type Command,
	type EditorState,
	Plugin,
	TextSelection,
	type Transaction,
} from '@tiptap/pm/state';
import {
	addColumnAfter,
	addColumnBefore,
	addRowAfter,
	addRowBefore,
	CellSelection,
	deleteColumn,
	deleteRow,
	deleteTable,
	goToNextCell,
	tableEditing,
} from '@tiptap/pm/tables';

const tableAt = ($pos: ResolvedPos) =>
	findParentNodeClosestToPos($pos, (node) => node.type.name === 'table');

function newTable({ nodes }: Schema, rows: number, cols: number) {
	const row = (cell: string) =>
		nodes['tableRow']!.createChecked(
			null,
			Array.from({ length: cols }, () => nodes[cell]!.createAndFill()!),
		);
	return nodes['table']!.createChecked(
		null,
		Array.from({ length: rows }, (_, at) => row(at === 0 ? 'tableHeader' : 'tableCell')),
	);
}

/** When the last row or column goes, the caret stays in the table. */
const keepingCaret =
	(command: Command): Command =>
	(state, dispatch) => {
		const table = tableAt(state.selection.$from);
		const keep = (tr: Transaction) => {
			const at = table ? tr.mapping.map(table.pos) : -1;
			const node = at < 0 || tableAt(tr.selection.$from)?.pos === at ? null : tr.doc.nodeAt(at);
			if (node) tr.setSelection(TextSelection.near(tr.doc.resolve(at + node.nodeSize - 1), -1));
			dispatch?.(tr);
		};
		return command(state, dispatch && keep);
	};

/** Who chose every cell and deletes, means the table. */
function deleteWhole({ editor }: { editor: Editor }): boolean {
	const { selection } = editor.state;
	if (!(selection instanceof CellSelection)) return false;
	let cells = 0;
	tableAt(selection.ranges[0]!.$from)?.node.descendants((node) => {
		if (node.type.name === 'tableCell' || node.type.name === 'tableHeader') cells++;
		return node.type.name !== 'table';
	});
	return cells === selection.ranges.length && editor.commands.deleteTable();
}

interface Props {
	state: EditorState;
	dispatch: ((args?: Transaction) => unknown) | undefined;
}
const does =
	(command: Command) =>
	() =>
	({ state, dispatch }: Props) =>
		command(state, dispatch as Parameters<Command>[1]);

/** The table of the kit without what is not used here: widths, merged cells, Markdown. */
export const Table = Node.create({
	name: 'table',
	group: 'block',
	content: 'tableRow+',
	tableRole: 'table',
	isolating: true,
	parseHTML: () => [{ tag: 'table' }],
	renderHTML: () => ['div', { class: 'tableWrapper' }, ['table', ['tbody', 0]]],
	addCommands: () => ({
		insertTable:
			({ rows = 3, cols = 2 } = {}) =>
			({ tr, dispatch, editor }) => {
				const table = newTable(editor.schema, rows, cols);
				if (!dispatch) return true;
				const first = tr.selection.from + 1;
				tr.replaceSelectionWith(table).scrollIntoView();
				tr.setSelection(TextSelection.near(tr.doc.resolve(first)));
				return true;
			},
		addColumnBefore: does(addColumnBefore),
		addColumnAfter: does(addColumnAfter),
		deleteColumn: does(keepingCaret(deleteColumn)),
		addRowBefore: does(addRowBefore),
		addRowAfter: does(addRowAfter),
		deleteRow: does(keepingCaret(deleteRow)),
		deleteTable: does(deleteTable),
		goToNextCell: does(goToNextCell(1)),
		goToPreviousCell: does(goToNextCell(-1)),
	}),
	addKeyboardShortcuts: () => ({
		Tab: ({ editor }) =>
			editor.commands.goToNextCell() ||
			(editor.can().addRowAfter() && editor.chain().addRowAfter().goToNextCell().run()),
		'Shift-Tab': ({ editor }) => editor.commands.goToPreviousCell(),
		Backspace: deleteWhole,
		'Mod-Backspace': deleteWhole,
		Delete: deleteWhole,
		'Mod-Delete': deleteWhole,
	}),
	addProseMirrorPlugins: () => [tableEditing() as Plugin],
	extendNodeSchema: (extension) => ({ tableRole: getExtensionField(extension, 'tableRole') }),
});
