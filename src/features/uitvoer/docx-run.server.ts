import { ExternalHyperlink, TextRun, type IRunOptions, type ParagraphChild } from 'docx';
import { veiligAdres } from '#features/tekst/adres.ts';
import type { TekstNode } from '#features/tekst/node.ts';

// what XML cannot hold, and half a letter
export const clean = (text: string) =>
	// eslint-disable-next-line no-control-regex
	text.toWellFormed().replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '');

function run(node: TekstNode): ParagraphChild {
	const has = (type: string) => node.marks?.some((mark) => mark.type === type) ?? false;
	const link = node.marks?.find(({ type }) => type === 'link');
	const href = veiligAdres(link?.attrs?.['href']);
	const options: IRunOptions = {
		text: clean(node.text ?? ''),
		bold: has('bold'),
		italics: has('italic'),
		strike: has('strike') || has('voorstelWeg'),
		...((has('underline') || has('voorstelErbij')) && { underline: {} }),
		...(href && { style: 'Hyperlink' }),
	};
	const text = new TextRun(options);
	return href ? new ExternalHyperlink({ link: href, children: [text] }) : text;
}

export const runs = (node: TekstNode): ParagraphChild[] =>
	(node.content ?? []).flatMap((child) => {
		if (child.type === 'text') return run(child);
		return child.type === 'hardBreak' ? new TextRun({ break: 1 }) : [];
	});

export const plain = (text: string, options: IRunOptions = {}) =>
	new TextRun({ ...options, text: clean(text) });
export const box = (isDone: boolean) => plain(isDone ? '☑ ' : '☐ ');
