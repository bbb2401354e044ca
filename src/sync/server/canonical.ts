import { createHash } from 'node:crypto';
import * as Y from 'yjs';

/**
 * A hash of what a document holds, equal for two documents that say the same, whatever order their
 * maps were filled in. It reads the structs themselves, so that it needs no shape, and goes by its
 * own stack, so that it fails on no depth.
 */
export function contentHash(doc: Y.Doc): string {
	const hash = createHash('sha256');
	const names = [...doc.share.keys()].sort();
	for (const name of names) {
		const type = doc.share.get(name)!;
		// a root that was asked for and never filled is not there for another
		if (!type._start && type._map.size === 0) continue;
		hash.update(`root ${JSON.stringify(name)}`);
		hashType(type, hash);
	}
	return hash.digest('hex');
}

type Type = NonNullable<ReturnType<Y.Doc['share']['get']>>;
type Todo = Type | string;

function hashType(root: Type, hash: ReturnType<typeof createHash>) {
	const stack: Todo[] = [root];
	for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
		if (typeof at === 'string') hash.update(at);
		else stack.push(...partsOf(at).reverse());
	}
}

function partsOf(type: Type): Todo[] {
	const parts: Todo[] = [type instanceof Y.XmlElement ? `<${type.nodeName}>` : '('];
	for (const key of [...type._map.keys()].sort()) {
		const item = type._map.get(key)!;
		if (!item.deleted) parts.push(`${JSON.stringify(key)}=`, ...contentOf(item));
	}
	let text = '';
	for (let item = type._start; item; item = item.right) {
		if (item.deleted) continue;
		if (item.content instanceof Y.ContentString) text += item.content.str;
		else {
			if (text) parts.push(JSON.stringify(text));
			text = '';
			parts.push(...contentOf(item));
		}
	}
	if (text) parts.push(JSON.stringify(text));
	parts.push(')');
	return parts;
}

function contentOf({ content }: Y.Item): Todo[] {
	if (content instanceof Y.ContentType) return [content.type];
	if (content instanceof Y.ContentFormat)
		return [`{${JSON.stringify(content.key)}:${JSON.stringify(content.value)}}`];
	// a key of a map holds its last value only
	return [JSON.stringify(content.getContent())];
}
