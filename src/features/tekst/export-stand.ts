import type { TekstNode } from './node.ts';

const isProposed = (node: TekstNode) => node.marks?.some(({ type }) => type === 'voorstelErbij');
const isVoorstel = (type: string) => type === 'voorstelErbij' || type === 'voorstelWeg';

/** The text as it stands: as if every proposal were refused. What is only proposed is not said yet. */
export function zonderVoorstellen(node: TekstNode): TekstNode {
	const { content, marks, ...rest } = node;
	const kept = marks?.filter(({ type }) => !isVoorstel(type));
	return {
		...rest,
		...(kept?.length && { marks: kept }),
		...(content && {
			content: content.filter((child) => !isProposed(child)).map(zonderVoorstellen),
		}),
	};
}
