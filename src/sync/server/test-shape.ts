import * as Y from 'yjs';
import type { Shape } from '../kind.ts';

/** For tests: a text as in a verslag, and a map beside it. */
export const SHAPE: Shape = {
	version: 1,
	roots: { tekst: 'xml', staat: 'map' },
	elements: {
		paragraph: [],
		heading: ['level'],
		bulletList: [],
		listItem: [],
		tableCell: ['colwidth'],
		taskItem: ['checked'],
	},
	marks: ['bold', 'italic', 'link', 'voorstelErbij'],
	maxAttribute: 2048,
	allowsValue: (key, value) => key !== 'href' || /^https:/.test(String(value)),
};

/** Everything in a document that its shape does not name; empty is well. */
export function outsideShape(doc: Y.Doc): string[] {
	const wrong: string[] = [];
	for (const [name, type] of doc.share) {
		const root = SHAPE.roots[name];
		if (!root && (type._start || type._map.size > 0)) wrong.push(`root ${name}`);
		if (root === 'xml') inXml(type, 1, wrong);
	}
	return wrong;
}

type Type = Pick<Y.XmlFragment, '_start' | '_map'>;

function inXml(type: Type, depth: number, wrong: string[]) {
	if (depth > 32) return void wrong.push('depth');
	const element = type instanceof Y.XmlElement ? type.nodeName : undefined;
	const isText = type instanceof Y.XmlText;
	if (element && !Object.hasOwn(SHAPE.elements, element)) wrong.push(`element ${element}`);
	for (const [key, item] of type._map)
		if (!item.deleted && !(element && SHAPE.elements[element]?.includes(key)))
			wrong.push(`attribute ${key}`);
	for (let item = type._start; item; item = item.right) {
		if (item.deleted) continue;
		const { content } = item;
		if (content instanceof Y.ContentType && !isText) {
			if (content.type instanceof Y.XmlElement || content.type instanceof Y.XmlText)
				inXml(content.type, depth + 1, wrong);
			else wrong.push(`type ${content.type.constructor.name}`);
		} else if (
			!isText ||
			!(content instanceof Y.ContentString || content instanceof Y.ContentFormat)
		)
			wrong.push(content.constructor.name);
	}
}
