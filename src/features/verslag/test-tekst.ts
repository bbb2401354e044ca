import type { TekstMark, TekstNode } from '#features/tekst/node.ts';

/** For tests: a text as people write it, in a few words of code. */

export const t = (text: string, ...marks: TekstMark[]): TekstNode =>
	marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text };

const inline = (content: (string | TekstNode)[]): Pick<TekstNode, 'content'> => {
	const nodes = content
		.filter((part) => part !== '')
		.map((p) => (typeof p === 'string' ? t(p) : p));
	return nodes.length > 0 ? { content: nodes } : {};
};

export const p = (...content: (string | TekstNode)[]): TekstNode => ({
	type: 'paragraph',
	...inline(content),
});

export const kop = (text: string, level = 2): TekstNode => ({
	type: 'heading',
	attrs: { level },
	...inline([text]),
});

export const lijst = (...items: (string | TekstNode)[]): TekstNode => ({
	type: 'bulletList',
	content: items.map((item) => ({
		type: 'listItem',
		content: [typeof item === 'string' ? p(item) : item],
	})),
});

export const actie = (id: string, text: string, attrs: Partial<Record<string, string>> = {}) =>
	({
		type: 'actiepunt',
		attrs: { id, wie: '', wieId: '', wanneer: '', klaar: false, ...attrs },
		...inline([text]),
	}) as TekstNode;

export const besluit = (id: string, text: string): TekstNode => ({
	type: 'besluit',
	attrs: { id },
	...inline([text]),
});

export const doc = (...content: TekstNode[]): TekstNode => ({ type: 'doc', content });

export const voorstel = (type: 'voorstelErbij' | 'voorstelWeg', id: string): TekstMark => ({
	type,
	attrs: { id, door: 'persoonzonderrolxxxx', op: '2018-06-11T12:00:00.000Z' },
});
