/** A link into a text, by its words: `#tekst=…`. What was found is scrolled to and lights up. */

const LONGEST = 60;
const KEY = 'tekst=';
/** A browser without our script goes there by itself; it does not tell a script about this part. */
const DIRECTIVE = ':~:text=';
const HIGHLIGHT = 'gevonden';
const BLOCKS = 'p, h2, h3, h4, td, th, li, .actiepunt-tekst, .besluit-tekst';

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
/** In a text directive `-`, `,` and `&` have a meaning of their own. */
const encode = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D');

/** The words to look for: from `start` on, whole words, not more than are needed. */
export function citaatOf(tekst: string, start = 0): string {
	const rest = tekst.slice(start);
	if (rest.length <= LONGEST) return oneLine(rest);
	const space = rest.lastIndexOf(' ', LONGEST);
	return oneLine(rest.slice(0, space > 0 ? space : LONGEST));
}

export const passageHash = (citaat: string) =>
	`#${KEY}${encode(citaat)}${DIRECTIVE}${encode(citaat)}`;

/** Undefined for an address that asks for no passage. */
export function citaatFromHash(hash: string): string | undefined {
	const [part = ''] = hash.replace(/^#/, '').split(':~:');
	if (!part.startsWith(KEY)) return undefined;
	try {
		return oneLine(decodeURIComponent(part.slice(KEY.length))) || undefined;
	} catch {
		return undefined;
	}
}

/** Where the words begin and end, in text nodes; white space counts as one space. */
function rangeOf(block: Element, citaat: string): Range | undefined {
	const places: { node: Text; offset: number }[] = [];
	let text = '';
	const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const { data } = node as Text;
		for (let offset = 0; offset < data.length; offset++) {
			const letter = data.charAt(offset).replace(/\s/, ' ');
			if (letter === ' ' && text.endsWith(' ')) continue;
			text += letter;
			places.push({ node: node as Text, offset });
		}
	}
	const at = text.indexOf(citaat);
	const [from, to] = [places[at], places[at + citaat.length - 1]];
	if (at < 0 || !from || !to) return undefined;
	const range = document.createRange();
	range.setStart(from.node, from.offset);
	range.setEnd(to.node, to.offset + 1);
	return range;
}

/** Lights up words without touching the text: not every browser can, and then the place is enough. */
function light(range: Range) {
	if (typeof Highlight === 'undefined') return;
	if (!CSS.highlights.has(HIGHLIGHT)) document.adoptedStyleSheets.push(lit());
	CSS.highlights.set(HIGHLIGHT, new Highlight(range));
}

/** Made here: what builds our style does not know this way of pointing at words yet. */
function lit(): CSSStyleSheet {
	const sheet = new CSSStyleSheet();
	sheet.insertRule(
		`::highlight(${HIGHLIGHT}) { background-color: var(--color-warn-soft); color: var(--color-ink); }`,
	);
	return sheet;
}

/** Scrolls to the passage; false when somebody changed those words meanwhile. */
export function goToPassage(root: Element, citaat: string): boolean {
	const words = citaat.split(' ');
	const tries = [citaat, words.slice(0, 3).join(' '), words[0] ?? ''].filter(Boolean);
	for (const wanted of tries)
		for (const block of root.querySelectorAll(BLOCKS)) {
			const range = rangeOf(block, wanted);
			if (!range) continue;
			block.scrollIntoView({ block: 'center' });
			light(range);
			return true;
		}
	return false;
}
