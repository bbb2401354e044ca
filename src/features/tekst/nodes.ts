import { Node } from '@tiptap/core';
import { isDag } from './wanneer.ts';

/** An attribute that stands in the HTML as `data-…`, and so survives copying within a text. */
const data = (name: string) => ({
	default: '',
	parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? '',
	renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: attributes[name] }),
});

const idAttribute = {
	default: '',
	parseHTML: (element: HTMLElement) => {
		const id = element.getAttribute('data-id') ?? '';
		return /^[a-z2-7]{20}$/.test(id) ? id : '';
	},
	renderHTML: (attributes: Record<string, unknown>) => ({ 'data-id': attributes['id'] }),
};

const size = (name: string, attribute: string) => ({
	default: null,
	parseHTML: (element: HTMLElement) => Number(element.getAttribute(attribute)) || null,
	renderHTML: (attributes: Record<string, unknown>) => ({ [attribute]: attributes[name] }),
});

/** Who does what, and when: one line of text with three things that can be asked of it. */
export const Actiepunt = Node.create({
	name: 'actiepunt',
	group: 'block',
	content: 'inline*',
	defining: true,
	addAttributes: () => ({
		id: idAttribute,
		wie: data('wie'),
		wieId: {
			default: '',
			parseHTML: (element: HTMLElement) => {
				const id = element.getAttribute('data-wie-id') ?? '';
				return /^[a-z2-7]{20}$/.test(id) ? id : '';
			},
			renderHTML: (attributes: Record<string, unknown>) => ({
				'data-wie-id': attributes['wieId'],
			}),
		},
		wanneer: {
			...data('wanneer'),
			parseHTML: (element: HTMLElement) => {
				const day = element.getAttribute('data-wanneer') ?? '';
				return isDag(day) ? day : '';
			},
		},
		klaar: {
			default: false,
			parseHTML: (element: HTMLElement) => element.getAttribute('data-klaar') === 'true',
			renderHTML: (attributes: Record<string, unknown>) => ({
				'data-klaar': String(attributes['klaar']),
			}),
		},
	}),
	parseHTML: () => [{ tag: 'div[data-actiepunt]' }],
	renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, 'data-actiepunt': '' }, 0],
});

export const Besluit = Node.create({
	name: 'besluit',
	group: 'block',
	content: 'inline*',
	defining: true,
	addAttributes: () => ({ id: idAttribute }),
	parseHTML: () => [{ tag: 'div[data-besluit]' }],
	renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, 'data-besluit': '' }, 0],
});

/** A picture that is kept here; one of another site is not shown, so it is not taken over. */
export const Afbeelding = Node.create({
	name: 'afbeelding',
	group: 'block',
	atom: true,
	draggable: true,
	addAttributes: () => ({
		id: idAttribute,
		alt: {
			default: '',
			parseHTML: (element: HTMLElement) => (element.getAttribute('alt') ?? '').slice(0, 1000),
		},
		breedte: size('breedte', 'width'),
		hoogte: size('hoogte', 'height'),
	}),
	parseHTML: () => [
		{
			tag: 'img[data-id]',
			getAttrs: (dom) => (/^[a-z2-7]{20}$/.test(dom.getAttribute('data-id') ?? '') ? null : false),
		},
	],
	renderHTML: ({ node, HTMLAttributes }) => [
		'img',
		{ ...HTMLAttributes, src: `/afbeeldingen/${String(node.attrs['id'])}` },
	],
});
