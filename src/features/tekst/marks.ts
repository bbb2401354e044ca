import { Mark } from '@tiptap/core';
import { veiligAdres } from './adres.ts';

/** A link of which only the address is kept: where it opens is the same for all. */
export const Link = Mark.create({
	name: 'link',
	priority: 1000,
	keepOnSplit: false,
	inclusive: false,
	addAttributes: () => ({ href: { default: null } }),
	parseHTML: () => [
		{
			tag: 'a[href]',
			getAttrs: (dom) => {
				const href = veiligAdres(dom.getAttribute('href'));
				return href ? { href } : false;
			},
		},
	],
	renderHTML: ({ mark }) => {
		const href = veiligAdres(mark.attrs['href']);
		return href
			? ['a', { href, rel: 'noopener noreferrer nofollow', target: '_blank' }, 0]
			: ['span', 0];
	},
});

/** Who proposed what, when: what it does is in voorstel.ts. */
const voorstelAttributes = (data: string) => () => ({
	id: { default: '', parseHTML: () => '', renderHTML: () => ({ [data]: '' }) },
	door: { default: '', rendered: false },
	op: { default: '', rendered: false },
});

/** Text that somebody proposes to add. A pasted copy is plain text: hence no parseHTML. */
export const VoorstelErbij = Mark.create({
	name: 'voorstelErbij',
	// overlaps itself: so two people never write one format key, and neither can undo the other's
	excludes: '',
	inclusive: false,
	addAttributes: voorstelAttributes('data-voorstel-erbij'),
	renderHTML: ({ HTMLAttributes }) => ['ins', HTMLAttributes, 0],
});

/** Text that somebody proposes to take away. */
export const VoorstelWeg = Mark.create({
	name: 'voorstelWeg',
	excludes: '',
	inclusive: false,
	addAttributes: voorstelAttributes('data-voorstel-weg'),
	renderHTML: ({ HTMLAttributes }) => ['del', HTMLAttributes, 0],
});
