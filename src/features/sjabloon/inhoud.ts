import type { TekstNode } from '#features/tekst/node.ts';
import { zonderVoorstellen } from '#features/voorstel/voorstel.ts';

/** A picture belongs to the verslag it was put in: another one may not show it. */
const isEigen = (node: TekstNode) => node.type === 'afbeelding';

const withoutIds = (node: TekstNode): TekstNode => {
	const { content, attrs, ...rest } = node;
	const { agendapunt: _, ...own } = attrs ?? {};
	return {
		...rest,
		...(attrs && { attrs: 'id' in own ? { ...own, id: '' } : own }),
		...(content && { content: content.filter((child) => !isEigen(child)).map(withoutIds) }),
	};
};

/** What of a text goes into a sjabloon: no proposals, no pictures, nothing that names one node. */
export const alsSjabloon = (tekst: TekstNode): TekstNode => withoutIds(zonderVoorstellen(tekst));

/** A sjabloon as a text of its own: every actie and besluit with an id that nothing else has. */
export function metIds(node: TekstNode, newId: () => string): TekstNode {
	const { content, attrs } = node;
	return {
		...node,
		...(attrs && { attrs: attrs.id === '' ? { ...attrs, id: newId() } : attrs }),
		...(content && { content: content.map((child) => metIds(child, newId)) }),
	};
}
