import * as Y from 'yjs';
import { contentHash } from './canonical.ts';

const idOf = ({ client, clock }: Y.ID, at = 0) => `${client}:${clock + at}`;
/** What a letter or an element stands in, from the root on. */
const within = (item: Y.Item): string[] => {
	const parent = (item.parent as Y.AbstractType<unknown>)._item;
	return parent ? [...within(parent), idOf(parent.id)] : [];
};

/** Of one item: an id for each letter that it holds. */
function lettersOf({ id, content }: Y.Item): string[] {
	if (!(content instanceof Y.ContentString)) return [];
	return Array.from({ length: content.str.length }, (_, at) => idOf(id, at));
}

/**
 * Every letter that anybody ever wrote, by its id in Yjs: a token of its own, that no deletion
 * halves. It is there in the end unless somebody took it away, or what it stands in.
 */
export class Letters {
	readonly #wrote = new Map<string, readonly string[]>();
	readonly #tookAway = new Set<string>();

	/** Notes what is done in this copy itself, not what comes from others. */
	watch(doc: Y.Doc) {
		// here nothing that was deleted is cleared away yet
		doc.on('afterTransaction', (done: Y.Transaction) => {
			if (!done.local) return;
			for (const [client, ranges] of done.deleteSet.clients)
				for (const { clock, len } of ranges)
					for (let at = 0; at < len; at++) this.#tookAway.add(`${client}:${clock + at}`);
			for (const [client, to] of done.afterState) {
				const from = done.beforeState.get(client) ?? 0;
				if (from === to) continue;
				for (const item of doc.store.clients.get(client)!)
					if (item instanceof Y.Item && item.id.clock + item.length > from)
						for (const id of lettersOf(item)) this.#add(id, within(item));
			}
		});
	}

	#add(id: string, parents: readonly string[]) {
		if (!this.#wrote.has(id)) this.#wrote.set(id, parents);
	}

	get count() {
		return this.#wrote.size;
	}

	/** Letters that should be there and are not, and that are there and should not be. */
	compare(doc: Y.Doc): { lost: number; extra: number } {
		const found = new Set(inOrder(doc).flatMap(({ letters }) => letters));
		const isGone = (id: string) => this.#tookAway.has(id);
		const due = [...this.#wrote]
			.filter(([id, parents]) => !isGone(id) && !parents.some(isGone))
			.map(([id]) => id);
		const lost = due.filter((id) => !found.has(id)).length;
		return { lost, extra: found.size - (due.length - lost) };
	}
}

/** Everything that stands in the text, with what it stands in. */
function inOrder(doc: Y.Doc) {
	const all: { letters: string[]; said: string[] }[] = [];
	const walk = (type: Pick<Y.XmlFragment, '_start'>, parent: string) => {
		for (let item = type._start; item; item = item.right) {
			if (item.deleted) continue;
			const { content } = item;
			const letters = lettersOf(item);
			const text = content instanceof Y.ContentString ? content.str : '';
			const said = letters.map((id, at) => `${parent} ${id} ${text[at]}`);
			all.push({ letters, said });
			if (!(content instanceof Y.ContentType)) continue;
			const id = idOf(item.id);
			const { type } = content;
			const attributes =
				type instanceof Y.XmlElement
					? Object.entries(type.getAttributes() as object)
							.map(String)
							.sort()
					: [];
			said.push(`${parent} ${id} ${attributes.join()}`);
			walk(type as Y.XmlFragment, id);
		}
	};
	walk(doc.getXmlFragment('tekst'), '');
	return all;
}

/**
 * How copies of one document differ. `order` is what Yjs 13 does after some undos (decision 017):
 * each has the very same letters and elements in the same places, behind one another otherwise.
 * No server can bring that about that passes on what it was sent.
 */
export function apart(docs: readonly Y.Doc[]): '' | 'order' | 'content' {
	if (new Set(docs.map(contentHash)).size === 1) return '';
	const all = docs.map((doc) => inOrder(doc).flatMap(({ said }) => said));
	const kinds = (lists: string[][]) => new Set(lists.map((list) => list.join('\n'))).size;
	const isSame = kinds(all.map((list) => list.toSorted())) === 1;
	return isSame && kinds(all) > 1 && sameMaps(docs) ? 'order' : 'content';
}

const sameMaps = (docs: readonly Y.Doc[]) =>
	new Set(
		docs.map((doc) =>
			JSON.stringify(Object.entries(doc.getMap('staat').toJSON()).map(String).sort()),
		),
	).size === 1;

/** Nothing in it waits for what never came. */
export const isWhole = ({ store }: Y.Doc) => !store.pendingStructs && !store.pendingDs;
