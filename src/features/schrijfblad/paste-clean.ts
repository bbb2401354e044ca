/** What Word and the web put on the clipboard, before the schema reads it: structure, no styling. */

const ASIDE = 'data-stijl';

interface WordItem {
	element: Element;
	/** Word numbers its lists: `l0`. Two that touch are still two. */
	list: string;
	level: number;
	ordered: boolean;
}

/**
 * Before it is read at all: the policy of the page reports each `style`, also in a document that
 * nobody sees. What it said is kept aside, for Google Docs has its bold in there and Word its lists.
 */
export const setStylesAside = (html: string): string =>
	html
		.replace(/<style\b[^]*?(<\/style\s*>|$)/gi, '')
		.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, ` ${ASIDE}=`));

/** In place, on an inert document: nothing in it runs or loads. */
export function cleanPasted(root: Element): void {
	// by script, which the policy allows, and only to be read by the rules of the schema
	for (const styled of root.querySelectorAll<HTMLElement>(`[${ASIDE}]`))
		if (styled.style) styled.style.cssText = styled.getAttribute(ASIDE) ?? '';
	if (root.querySelector('[data-pm-slice]') || root.matches('[data-pm-slice]')) return;
	for (const unseen of root.querySelectorAll(`[${ASIDE}*="mso-hide:all" i], [hidden], svg, math`))
		unseen.remove();
	for (const title of root.querySelectorAll('p.MsoTitle')) rename(title, 'h1');
	wordLists(root);
	shiftHeadings(root);
}

function rename(element: Element, name: string): void {
	const made = element.ownerDocument.createElement(name);
	made.append(...element.childNodes);
	element.replaceWith(made);
}

/** The title of the page is the only h1; what comes in starts one lower, and keeps its order. */
function shiftHeadings(root: Element): void {
	const down = root.querySelector('h1') ? 1 : 0;
	for (const heading of [...root.querySelectorAll('h1, h2, h3, h4, h5, h6')])
		rename(heading, `h${Math.min(Number(heading.tagName[1]) + down, 4)}`);
}

/** Word has no lists on its clipboard: only paragraphs that carry a level and a drawn sign. */
function wordLists(root: Element): void {
	const items = [...root.querySelectorAll(`p[${ASIDE}*="mso-list" i]`)];
	for (const run of runsOf(items)) {
		const first = run[0]!.element;
		const parent = first.parentElement;
		if (!parent) continue;
		const place = first.ownerDocument.createElement('div');
		parent.insertBefore(place, first);
		place.replaceWith(nested(run, place.ownerDocument));
	}
}

/** Paragraphs that follow each other are one list. */
function runsOf(paragraphs: Element[]): WordItem[][] {
	const runs: WordItem[][] = [];
	let last: Element | undefined;
	for (const element of paragraphs) {
		const item = readItem(element);
		if (!item) continue;
		const follows = last !== undefined && element.previousElementSibling === last;
		if (follows && runs.at(-1)![0]!.list === item.list) runs.at(-1)!.push(item);
		else runs.push([item]);
		last = element;
	}
	return runs;
}

function readItem(element: Element): WordItem | undefined {
	const style = element.getAttribute(ASIDE) ?? '';
	const [, list = '', digit] = /mso-list:\s*(l\d+)[^;]*level(\d)/i.exec(style) ?? [];
	const level = Number(digit);
	if (!level) return undefined;
	const sign = signOf(element);
	return {
		element,
		list,
		level: Math.min(level, 6),
		ordered: /^\(?(\d+|[a-z]{1,3})[.)]/i.test(sign),
	};
}

/** The drawn sign stands in `mso-list:Ignore`; it goes, for the list draws its own. */
function signOf(element: Element): string {
	const sign = element.querySelector(
		`[${ASIDE}*="mso-list:ignore" i], [${ASIDE}*="mso-list: ignore" i]`,
	);
	const text = sign?.textContent?.trim() ?? '';
	sign?.remove();
	return text;
}

function nested(items: WordItem[], doc: Document): Element {
	const open: { list: Element; level: number }[] = [];
	const [{ level: first, ordered }] = items as [WordItem];
	const root = doc.createElement(ordered ? 'ol' : 'ul');
	open.push({ list: root, level: first });
	for (const { element, level, ordered: numbered } of items) {
		while (open.length > 1 && open.at(-1)!.level > level) open.pop();
		if (level > open.at(-1)!.level) {
			const list = doc.createElement(numbered ? 'ol' : 'ul');
			(open.at(-1)!.list.lastElementChild ?? open.at(-1)!.list).append(list);
			open.push({ list, level });
		}
		const item = doc.createElement('li');
		const words = doc.createElement('p');
		words.append(...element.childNodes);
		item.append(words);
		open.at(-1)!.list.append(item);
		element.remove();
	}
	return root;
}
