import { createHash } from 'node:crypto';
import * as Y from 'yjs';

type Type = NonNullable<ReturnType<Y.Doc['share']['get']>>;
/** What still has to be written: a type, or what stands between two. */
type Todo = Type | string;

/**
 * A hash of what a document says, equal for two that say the same: whatever order their maps were
 * filled in, and whichever marks around no text one of them has tidied up already. It reads the
 * structs themselves, so that it needs no shape, and goes by its own stack, so that no depth fails.
 */
export function contentHash(doc: Y.Doc): string {
	const hash = createHash('sha256');
	for (const name of [...doc.share.keys()].sort()) {
		const root = doc.share.get(name)!;
		// a root that was asked for and never filled is not there for another
		if (!root._start && root._map.size === 0) continue;
		const stack: Todo[] = [root, `root ${JSON.stringify(name)}`];
		for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
			if (typeof at === 'string') hash.update(at);
			else stack.push(...partsOf(at).reverse());
		}
	}
	return hash.digest('hex');
}

function partsOf(type: Type): Todo[] {
	const begin = type instanceof Y.XmlElement ? `<${type.nodeName}>` : '(';
	const parts: Todo[] = [begin];
	for (const key of [...type._map.keys()].sort()) {
		const item = type._map.get(key)!;
		if (!item.deleted) parts.push(`${JSON.stringify(key)}=`, partOf(item));
	}
	const runs = new Runs(parts);
	for (let item = type._start; item; item = item.right) if (!item.deleted) runs.add(item);
	runs.flush();
	parts.push(')');
	return parts;
}

/** Text under the same marks is one, however it was typed. */
class Runs {
	readonly #parts: Todo[];
	readonly #marks = new Map<string, string>();
	#text = '';
	#under = '';

	constructor(parts: Todo[]) {
		this.#parts = parts;
	}

	add(item: Y.Item) {
		const { content } = item;
		if (content instanceof Y.ContentFormat) return this.#mark(content);
		if (!(content instanceof Y.ContentString)) {
			this.flush();
			return void this.#parts.push(this.#now(), partOf(item));
		}
		const under = this.#now();
		if (under !== this.#under) this.flush();
		this.#under = under;
		this.#text += content.str;
	}

	flush() {
		if (this.#text) this.#parts.push(this.#under + JSON.stringify(this.#text));
		this.#text = '';
	}

	#mark({ key, value }: Y.ContentFormat) {
		if (value === null) this.#marks.delete(key);
		else this.#marks.set(key, JSON.stringify(value));
	}

	#now() {
		if (this.#marks.size === 0) return '';
		return JSON.stringify([...this.#marks].sort(([a], [b]) => (a < b ? -1 : 1)));
	}
}

/** The last value of what an item holds: a key of a map has no other. */
const partOf = ({ content }: Y.Item): Todo =>
	content instanceof Y.ContentType ? content.type : JSON.stringify(content.getContent());
