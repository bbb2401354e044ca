import type { Extensions, Node } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { ListKeymap } from '@tiptap/extension-list';
import { Dropcursor } from '@tiptap/extensions/drop-cursor';
import { Gapcursor } from '@tiptap/extensions/gap-cursor';
import { Calm } from '#features/tekst/binding.ts';
import { TEKST_ROOT, TEKST_SHAPE } from '#features/tekst/document.ts';
import { NodeIds } from '#features/tekst/ids.ts';
import { TEKST_NODES } from '#features/tekst/schema.ts';
import { PUT_BACK } from '#sync/client/options.ts';
import { ActiepuntView } from './actiepunt-view.ts';
import { AfbeeldingView, BesluitView, withTickAsItIs } from './block-views.ts';
import { Carets } from './carets.ts';
import type { EditorOptions, TekstEditor } from './editor.svelte.ts';
import { InputRules } from './input-rules.ts';
import { Keys } from './keys.ts';
import { Paste } from './paste.ts';
import { Placeholder } from './placeholder.ts';
import { SlashKey } from './slash.ts';

/** The nodes with their fields; the schema itself knows no browser. */
function nodes({ mensen, afbeeldingen }: EditorOptions): Extensions {
	const drawn: Readonly<Record<string, (node: Node) => Node>> = {
		actiepunt: (node) =>
			node.extend({ addNodeView: () => (props) => new ActiepuntView(props, mensen) }),
		besluit: (node) => node.extend({ addNodeView: () => (props) => new BesluitView(props) }),
		afbeelding: (node) =>
			node.extend({ addNodeView: () => (props) => new AfbeeldingView(props, afbeeldingen) }),
		taskItem: withTickAsItIs,
	};
	return TEKST_NODES.map((extension) => drawn[extension.name]?.(extension as Node) ?? extension);
}

/** All that the editor does with a text. */
export const behaviour = (tekst: TekstEditor, options: EditorOptions): Extensions => [
	...nodes(options),
	Placeholder.configure({ words: options.leeg }),
	Keys.configure({ toSelection: () => tekst.toSelection() }),
	ListKeymap,
	Gapcursor,
	Dropcursor.configure({ class: 'tekst-hierheen', color: false }),
	InputRules,
	NodeIds,
	Paste.configure({
		refuse: (sentence) => (tekst.melding = sentence),
		images: (files, place) => tekst.addImages(files, place),
		eigen: tekst.uploads.eigen,
		keepAnew: (afbeeldingen) => tekst.keepAnew(afbeeldingen),
	}),
	SlashKey.configure({
		changed: (slash) => (tekst.slash = slash),
		key: (event) => tekst.slashKey(event),
	}),
	Carets.configure({ awareness: options.live.awareness }),
	Collaboration.configure({
		document: options.live.doc,
		field: TEKST_ROOT,
		// an undo of a block does not take along what somebody else wrote in it
		yUndoOptions: {
			protectedNodes: new Set(Object.keys(TEKST_SHAPE.elements)),
			trackedOrigins: [PUT_BACK],
		},
	}),
	Calm,
];
