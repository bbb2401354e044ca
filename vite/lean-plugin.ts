import type { Plugin } from 'vite';

/** What the parts of the editor can do and nothing here asks for: reading and writing Markdown. */
const UNUSED = new Set([
	'markdownOptions',
	'markdownTokenizer',
	'markdownTokenName',
	'parseMarkdown',
	'renderMarkdown',
]);

/** What one can tell the editor to do, and nothing here and in its parts does. */
const UNTOLD = new Set([
	'clearContent',
	'cut',
	'deleteNode',
	'enter',
	'forEach',
	'insertDefaultBlock',
	'joinDown',
	'joinItemBackward',
	'joinTextblockBackward',
	'joinTextblockForward',
	'joinUp',
	'keyboardShortcut',
	'resetAttributes',
	'selectParentNode',
	'setContent',
	'setNodeSelection',
	'setTextDirection',
	'unsetAllMarks',
	'unsetTextDirection',
	'updateDecorations',
]);

interface Syntax {
	type?: string;
	start?: number;
	end?: number;
	key?: { name?: string };
	value?: { body?: { type?: string } };
}

/** In `name: () => name` a module says what it has. */
const isUnused = ({ type, key, value }: Syntax): boolean =>
	type === 'Property' &&
	(UNUSED.has(key?.name ?? '') ||
		(UNTOLD.has(key?.name ?? '') && value?.body?.type === 'Identifier'));

/** The properties with such a name, wherever they stand in the code. */
function* unusedIn(syntax: unknown): Generator<{ start: number; end: number }> {
	if (typeof syntax !== 'object' || syntax === null) return;
	const { start, end } = syntax as Syntax;
	if (isUnused(syntax as Syntax)) {
		yield { start: start!, end: end! };
		return;
	}
	for (const child of Object.values(syntax)) yield* unusedIn(child);
}

/**
 * What is fetched together is one file: that packs better than dozens of small ones. `editor` is
 * only for who may write in a text, so nothing that a page to read needs may be in it; nor what a
 * bord needs, which has a line and no text: who reads along on a phone gets the least.
 */
const TOGETHER: Record<string, Record<string, string>> = {
	volg: {
		'src/sync/':
			'name. client/follow. client/giveup. client/listen. client/reconnect. client/backoff. client/wakeup.',
	},
	lezer: { 'src/sync/client/': 'read.' },
	lijn: { 'node_modules/': 'y-protocols', 'src/sync/': 'client' },
	lees: {
		'src/sync/': 'client/read.',
	},
	editor: {
		'node_modules/': '@tiptap prosemirror- orderedmap w3c-keyname',
		'src/features/opmerking/': 'anker. citaat.',
		'src/features/verslag/': 'document.',
		'src/features/tekst/': 'schema. nodes. marks. tabel. binding. document. ids. place.',
		'src/features/voorstel/': 'besluit. bewaak. herstel. modus. plek. precies. regel. stap.',
		'src/features/schrijfblad/':
			'editor.svelte. extensions. keys. slash. input-rules. paste. paste-clean. placeholder. ' +
			'carets. flags. announce. uploads. block-views. opdrachten. toolbar. Gereedschap.',
	},
	schil: {
		'@lucide/svelte/dist/': 'Icon context utils/ defaultAttributes',
		'@lucide/svelte/dist/icons/':
			'x. check. loader-circle. circle-alert. circle-check. triangle-alert. info. arrow-left. ' +
			'chevron-down.',
		'src/ui/':
			'Button. Banner. Toast. toast.svelte. palette. CommandPalette. SkipLink. OpenPage. ' +
			'formcontext. Form. ErrorSummary. FieldFrame. TwoValues. Field. Unfold. Tag. Avatar. ' +
			'initials. Naamlabel. kleed. Kleed. EmptyState.',
	},
};

/** Whether a module stands in one of these folders under one of these beginnings. */
const isIn = (folders: Record<string, string>) => (id: string) =>
	Object.entries(folders).some(([folder, names]) => {
		const at = id.lastIndexOf(folder);
		return at >= 0 && names.split(' ').some((name) => id.startsWith(name, at + folder.length));
	});

const client = {
	build: {
		// a link brings the code of its page when somebody points at it; a list of what every page
		// needs before that would be in the first bytes of each of them
		modulePreload: {
			resolveDependencies: (_file: string, deps: string[]) =>
				deps.filter((dep) => dep.endsWith('.css')),
		},
		rolldownOptions: {
			// a file of a page may also hold what others need of it
			preserveEntrySignatures: 'allow-extension' as const,
			// making a part of the editor does nothing by itself: what is not used, goes
			treeshake: { manualPureFunctions: ['Node.create', 'Mark.create', 'Extension.create'] },
			output: {
				codeSplitting: {
					includeDependenciesRecursively: false,
					groups: Object.entries(TOGETHER).map(([name, folders]) => ({
						name,
						test: isIn(folders),
					})),
				},
			},
		},
	},
};

/** Makes what the browser gets as small as it can be without anybody missing something. */
export function lean(): Plugin {
	return {
		name: 'samenspel:lean',
		apply: 'build',
		config: () => ({ environments: { client } }),
		applyToEnvironment: ({ name }) => name === 'client',
		transform: {
			filter: { id: /@tiptap\/(core|extension-[^/]+)\/dist\/|lib0\/dom\.js/ },
			handler(code, id) {
				// checks of kinds of elements, which nobody here asks for, bring along a whole language
				if (id.includes('lib0/'))
					return {
						code: code.replaceAll('= $.$custom(', '= /* @__PURE__ */ $.$custom('),
						map: null,
					};
				// an object is never lean by itself: which of its properties are asked for, nobody can see
				let lean = '';
				let from = 0;
				for (const { start, end } of unusedIn(this.parse(code))) {
					lean += code.slice(from, start);
					from = code[end] === ',' ? end + 1 : end;
				}
				return { code: lean + code.slice(from), map: null };
			},
		},
	};
}
