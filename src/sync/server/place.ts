import * as Y from 'yjs';
import type { RootType } from '../kind.ts';
import { stateOf, type Incoming, type Struct } from './guard.ts';
import { wereNeighbours } from './guard-order.ts';
import { need } from './reject.ts';

/** Deeper is written by nobody, and too deep ends in a full stack at whoever reads it. */
const MAX_DEPTH = 32;

export type PlaceKind = 'fragment' | 'element' | 'text' | 'map' | 'array' | 'gone';

/** Where a struct ends up: in what, and under which key if not in order. */
export interface Place {
	kind: PlaceKind;
	/** Name of the root it is in, however deep; empty for what is gone. */
	root: string;
	/** Name of the element it is in, or of which it is an attribute. */
	element: string;
	key: string | null;
	/** Types around it. */
	depth: number;
	/** The same for two places in the same thing. */
	inside: unknown;
}

const GONE: Place = { kind: 'gone', root: '', element: '', key: null, depth: 0, inside: undefined };
const IN_ROOT: Record<RootType, PlaceKind> = {
	xml: 'fragment',
	map: 'map',
	array: 'array',
	text: 'text',
};
const IN_TYPE = new Map<unknown, PlaceKind>([
	[Y.XmlElement, 'element'],
	[Y.XmlFragment, 'fragment'],
	[Y.XmlText, 'text'],
	[Y.Text, 'text'],
	[Y.Map, 'map'],
	[Y.Array, 'array'],
]);

/** An undo brings back beside what it brought back itself. */
const isBetweenOwn = ({ id, origin, rightOrigin }: Y.Item) =>
	origin?.client === id.client && rightOrigin?.client === id.client;

/**
 * Finds the place of the structs of one update as Yjs will: what has a neighbour lies where its
 * neighbour lies, the rest says itself in what it lies. The document is not touched.
 */
export class Places {
	readonly #incoming: Incoming;
	readonly #roots: ReadonlyMap<string, RootType>;
	readonly #known = new Map<Y.Item, Place | 'busy'>();

	constructor(incoming: Incoming, roots: ReadonlyMap<string, RootType>) {
		this.#incoming = incoming;
		this.#roots = roots;
	}

	/** Of a struct that is new; refuses one whose neighbours lie in different things. */
	of(item: Y.Item): Place {
		const place = this.#resolve(item, 0);
		if (place.kind === 'gone') return place;
		if (item.origin && item.rightOrigin) this.#needSame(place, item.rightOrigin);
		if (!wereNeighbours(item, this.#stored)) {
			need(isBetweenOwn(item), 'order');
			this.#incoming.isOdd = true;
		}
		const { client, clock } = item.id;
		const state = stateOf(this.#incoming.doc, client);
		if (clock < state) this.#needSame(place, Y.createID(client, state - 1));
		return place;
	}

	#needSame(place: Place, other: Y.ID) {
		const found = this.#ofId(other);
		if (found.kind === 'gone') return;
		need(found.inside === place.inside && found.key === place.key, 'place');
	}

	#ofId(id: Y.ID): Place {
		const struct = this.#structOf(id);
		if (!(struct instanceof Y.Item)) return GONE;
		return this.#isStored(id) ? this.#ofStored(struct, 0) : this.#resolve(struct, 0);
	}

	#isStored = (id: Y.ID) => id.clock < stateOf(this.#incoming.doc, id.client);

	#stored = (id: Y.ID) => {
		const struct = this.#isStored(id) ? this.#structOf(id) : undefined;
		return struct instanceof Y.Item ? struct : undefined;
	};

	#structOf(id: Y.ID): Struct | undefined {
		const lists = this.#isStored(id) ? this.#incoming.doc.store.clients : this.#incoming.structs;
		const list = lists.get(id.client) as Y.Item[] | undefined;
		return list?.[Y.findIndexSS(list, id.clock)];
	}

	/** Along the neighbours without recursion: there may be very many of them in one update. */
	#resolve(item: Y.Item, level: number): Place {
		const path: Y.Item[] = [];
		let at = item;
		let place: Place | undefined;
		while (!place) {
			const known = this.#known.get(at);
			// two that each say to lie beside, or in, the other
			need(known !== 'busy', 'reference');
			if (known) {
				place = known;
				break;
			}
			this.#known.set(at, 'busy');
			path.push(at);
			const beside = at.origin ?? at.rightOrigin;
			const next = beside && this.#structOf(beside);
			if (!beside) place = this.#inParent(at, level);
			else if (!(next instanceof Y.Item)) place = GONE;
			else if (this.#isStored(beside)) place = this.#ofStored(next, level);
			else at = next;
		}
		for (const one of path) this.#known.set(one, place);
		return place;
	}

	/** Of one that says itself in what it lies: the name of a root, or the item that holds it. */
	#inParent({ parent, parentSub }: Y.Item, level: number): Place {
		if (typeof parent === 'string') return this.#inRoot(parent, parentSub);
		if (!(parent instanceof Y.ID)) return GONE;
		const holder = this.#structOf(parent);
		if (!(holder instanceof Y.Item)) return GONE;
		return this.#inItem(holder, parentSub, level);
	}

	/** Of one that the document has: it knows in what it lies. */
	#ofStored({ parent, parentSub }: Y.Item, level: number): Place {
		if (!(parent instanceof Y.AbstractType)) return GONE;
		if (parent._item) return this.#inItem(parent._item, parentSub, level);
		return this.#inRoot(Y.findRootTypeKey(parent), parentSub);
	}

	#inRoot(name: string, key: string | null): Place {
		const type = this.#roots.get(name);
		need(type !== undefined, 'root');
		const inside = this.#incoming.doc.share.get(name) ?? name;
		return { kind: IN_ROOT[type], root: name, element: '', key, depth: 1, inside };
	}

	#inItem(holder: Y.Item, key: string | null, level: number): Place {
		need(level < MAX_DEPTH, 'depth');
		if (!(holder.content instanceof Y.ContentType)) return GONE;
		const { type } = holder.content;
		const kind = IN_TYPE.get(type.constructor);
		need(kind !== undefined, 'content');
		const around = this.#isStored(holder.id)
			? this.#ofStored(holder, level + 1)
			: this.#resolve(holder, level + 1);
		if (around.kind === 'gone') return GONE;
		need(around.depth < MAX_DEPTH, 'depth');
		const element = type instanceof Y.XmlElement ? type.nodeName : '';
		const { root, depth } = around;
		return { kind, root, element, key, depth: depth + 1, inside: type };
	}
}
