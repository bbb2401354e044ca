import type { Editor } from '@tiptap/core';

/** What a person can do to a text, by its name: the same in toolbar, menu and behind `/`. */
export type Naam =
	| 'alinea'
	| 'kop'
	| 'tussenkop'
	| 'kleine kop'
	| 'vet'
	| 'cursief'
	| 'onderstrepen'
	| 'doorhalen'
	| 'lijst'
	| 'genummerde lijst'
	| 'afvinklijst'
	| 'citaat'
	| 'actie'
	| 'besluit'
	| 'tabel'
	| 'lijn'
	| 'ongedaan maken'
	| 'opnieuw';

type Run = (editor: Editor) => boolean;
/** The focus at once: the command of Tiptap waits for a frame, and a key may come before that. */
function chain(editor: Editor) {
	editor.view.focus();
	return editor.chain();
}

const RUN: Readonly<Record<Naam, Run>> = {
	alinea: (editor) => chain(editor).clearNodes().run(),
	kop: (editor) => chain(editor).toggleHeading({ level: 2 }).run(),
	tussenkop: (editor) => chain(editor).toggleHeading({ level: 3 }).run(),
	'kleine kop': (editor) => chain(editor).toggleHeading({ level: 4 }).run(),
	vet: (editor) => chain(editor).toggleBold().run(),
	cursief: (editor) => chain(editor).toggleItalic().run(),
	onderstrepen: (editor) => chain(editor).toggleUnderline().run(),
	doorhalen: (editor) => chain(editor).toggleStrike().run(),
	lijst: (editor) => chain(editor).toggleBulletList().run(),
	'genummerde lijst': (editor) => chain(editor).toggleOrderedList().run(),
	afvinklijst: (editor) => chain(editor).toggleTaskList().run(),
	citaat: (editor) => chain(editor).toggleBlockquote().run(),
	actie: (editor) => chain(editor).toggleNode('actiepunt', 'paragraph').run(),
	besluit: (editor) => chain(editor).toggleNode('besluit', 'paragraph').run(),
	tabel: (editor) => chain(editor).insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run(),
	lijn: (editor) => chain(editor).setHorizontalRule().run(),
	'ongedaan maken': (editor) => chain(editor).undo().run(),
	opnieuw: (editor) => chain(editor).redo().run(),
};

export const voerUit = (editor: Editor, naam: Naam): boolean => RUN[naam](editor);

const IS: Partial<Record<Naam, (editor: Editor) => boolean>> = {
	kop: (editor) => editor.isActive('heading', { level: 2 }),
	tussenkop: (editor) => editor.isActive('heading', { level: 3 }),
	'kleine kop': (editor) => editor.isActive('heading', { level: 4 }),
	vet: (editor) => editor.isActive('bold'),
	cursief: (editor) => editor.isActive('italic'),
	onderstrepen: (editor) => editor.isActive('underline'),
	doorhalen: (editor) => editor.isActive('strike'),
	lijst: (editor) => editor.isActive('bulletList'),
	'genummerde lijst': (editor) => editor.isActive('orderedList'),
	afvinklijst: (editor) => editor.isActive('taskList'),
	citaat: (editor) => editor.isActive('blockquote'),
	actie: (editor) => editor.isActive('actiepunt'),
	besluit: (editor) => editor.isActive('besluit'),
};

export type Actief = Naam | 'link' | 'in tabel';

/** Which of them hold where the caret stands. */
export const actieveIn = (editor: Editor): Actief[] => [
	...(Object.keys(IS) as Naam[]).filter((naam) => IS[naam]?.(editor)),
	...(editor.isActive('link') ? (['link'] as const) : []),
	...(editor.isActive('table') ? (['in tabel'] as const) : []),
];

export type TabelNaam =
	| 'rij erboven'
	| 'rij eronder'
	| 'kolom links'
	| 'kolom rechts'
	| 'rij weghalen'
	| 'kolom weghalen'
	| 'tabel weghalen';

const TABEL: Readonly<Record<TabelNaam, Run>> = {
	'rij erboven': (editor) => chain(editor).addRowBefore().run(),
	'rij eronder': (editor) => chain(editor).addRowAfter().run(),
	'kolom links': (editor) => chain(editor).addColumnBefore().run(),
	'kolom rechts': (editor) => chain(editor).addColumnAfter().run(),
	'rij weghalen': (editor) => chain(editor).deleteRow().run(),
	'kolom weghalen': (editor) => chain(editor).deleteColumn().run(),
	'tabel weghalen': (editor) => chain(editor).deleteTable().run(),
};
export const TABEL_NAMEN = Object.keys(TABEL) as TabelNaam[];
export const wijzigTabel = (editor: Editor, naam: TabelNaam): boolean => TABEL[naam](editor);

/** Behind `/`: with other words by which one may look for it. */
export const SLASH: readonly { naam: Naam | 'afbeelding'; ook: string; uitleg: string }[] = [
	{ naam: 'kop', ook: 'titel h2', uitleg: 'Begin een nieuw deel' },
	{ naam: 'tussenkop', ook: 'h3', uitleg: 'Een kop binnen een deel' },
	{ naam: 'actie', ook: 'actiepunt taak todo wie', uitleg: 'Wie doet wat, en wanneer' },
	{ naam: 'besluit', ook: 'afspraak', uitleg: 'Wat jullie hebben besloten' },
	{ naam: 'lijst', ook: 'punten opsomming', uitleg: 'Met een punt voor elke regel' },
	{ naam: 'genummerde lijst', ook: 'nummers 123', uitleg: 'Met een nummer voor elke regel' },
	{ naam: 'afvinklijst', ook: 'vinkjes checklist', uitleg: 'Om af te vinken' },
	{ naam: 'citaat', ook: 'quote uitspraak', uitleg: 'Wat iemand zei' },
	{ naam: 'tabel', ook: 'rijen kolommen', uitleg: 'Met rijen en kolommen' },
	{ naam: 'afbeelding', ook: 'foto plaatje', uitleg: 'Een foto van dit apparaat' },
	{ naam: 'lijn', ook: 'streep', uitleg: 'Tussen twee delen' },
	{ naam: 'alinea', ook: 'tekst gewoon', uitleg: 'Weer gewone tekst' },
];

/** What fits what was typed behind `/`; first what begins with it. */
export function zoekOpdracht(query: string) {
	const words = query.trim().toLowerCase();
	const begins = SLASH.filter(({ naam }) => naam.startsWith(words));
	const also = SLASH.filter(
		({ naam, ook }) =>
			!naam.startsWith(words) && `${naam} ${ook}`.split(' ').some((word) => word.startsWith(words)),
	);
	return [...begins, ...also];
}
