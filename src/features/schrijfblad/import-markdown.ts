import { Marked, type Tokens } from 'marked';

/** Lists of tasks as the editor knows them: a box is no element of a text. */
const taken = new Marked({
	gfm: true,
	renderer: {
		list({ ordered, start, items }: Tokens.List) {
			const isTask = items.length > 0 && items.every(({ task }) => task);
			const content = items.map((item) => this.listitem(item)).join('');
			if (isTask) return `<ul data-type="taskList">${content}</ul>`;
			return ordered ? `<ol start="${start || 1}">${content}</ol>` : `<ul>${content}</ul>`;
		},
		listitem({ task, checked, tokens }: Tokens.ListItem) {
			const words = tokens.filter(({ type }) => type !== 'checkbox');
			const content = this.parser.parse(words);
			if (!task) return `<li>${content}</li>`;
			const block = content.startsWith('<p>') ? content : `<p>${content}</p>`;
			return `<li data-type="taskItem" data-checked="${checked === true}">${block}</li>`;
		},
		checkbox: () => '',
		// HTML in Markdown is text here: what is meant by it is not for us to guess
		html: ({ text }: Tokens.HTML | Tokens.Tag) => escape(text),
	},
});

const escape = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Markdown as HTML for the paste of the editor, which keeps of it what a text may be. */
export function markdownToHtml(markdown: string): string {
	// properties of a file of notes, which are no text
	const text = markdown.replace(/^\uFEFF?---\r?\n[^]*?\r?\n---\r?\n/, '');
	return taken.parse(text, { async: false });
}
