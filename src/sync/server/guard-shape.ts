import * as Y from 'yjs';
import type { RootType, Shape } from '../kind.ts';
import type { Incoming } from './guard.ts';
import { needAttribute, needFormat, needMapValue } from './guard-value.ts';
import { need } from './reject.ts';
import { Places, type Place, type PlaceKind } from './place.ts';

/** A shape with its lists made into sets; made once, for it is asked at every keystroke. */
export interface Rules {
	shape: Shape;
	roots: Map<string, RootType>;
	elements: Map<string, ReadonlySet<string>>;
	marks: ReadonlySet<string>;
	own: ReadonlySet<string>;
}

const compiled = new WeakMap<Shape, Rules>();

function rulesOf(shape: Shape): Rules {
	const known = compiled.get(shape);
	if (known) return known;
	const rules: Rules = {
		shape,
		roots: new Map(Object.entries(shape.roots)),
		elements: new Map(Object.entries(shape.elements).map(([name, own]) => [name, new Set(own)])),
		marks: new Set(shape.marks),
		own: new Set(shape.own),
	};
	compiled.set(shape, rules);
	return rules;
}

/** What is taken away has to be somebody's who may; what is gone already may be named again. */
export function checkDeletes({ doc }: Incoming, deletes: Deletes, shape: Shape) {
	const { own } = rulesOf(shape);
	if (own.size === 0) return;
	for (const [client, ranges] of deletes) {
		const structs = doc.store.clients.get(client);
		if (!structs) continue;
		for (const { clock, len } of ranges)
			for (const item of stored(structs, clock, clock + len)) need(!own.has(rootOf(item)), 'own');
	}
}

type Deletes = ReadonlyMap<number, readonly { clock: number; len: number }[]>;

/** Those between two clocks that still stand. */
function* stored(structs: readonly (Y.Item | Y.GC)[], from: number, to: number) {
	const last = structs.at(-1);
	if (!last || from >= last.id.clock + last.length) return;
	for (let at = Y.findIndexSS(structs as Y.Item[], from); at < structs.length; at++) {
		const struct = structs[at]!;
		if (struct.id.clock >= to) return;
		if (struct instanceof Y.Item && !struct.deleted) yield struct;
	}
}

function rootOf({ parent }: Y.Item): string {
	let type = parent;
	while (type instanceof Y.AbstractType && type._item) type = type._item.parent;
	return type instanceof Y.AbstractType ? Y.findRootTypeKey(type) : '';
}

/** Asks of everything new in an update whether it may be where it says it belongs. */
export function checkShape(incoming: Incoming, shape: Shape) {
	const rules = rulesOf(shape);
	const places = new Places(incoming, rules.roots);
	for (const struct of incoming.fresh) {
		if (!(struct instanceof Y.Item)) continue;
		const place = places.of(struct);
		// also what comes deleted already: under the key of a map it would hide what is there
		need(!rules.own.has(place.root), 'own');
		// what hangs on something that is gone is gone as well: Yjs keeps only its length
		if (place.kind !== 'gone') checkContent(struct.content, place, rules);
	}
}

function checkContent(content: Y.Item['content'], place: Place, rules: Rules) {
	if (content instanceof Y.ContentDeleted) return;
	if (content instanceof Y.ContentString)
		return need(place.kind === 'text' && place.key === null, 'place');
	if (content instanceof Y.ContentType) return checkType(content.type, place, rules);
	if (content instanceof Y.ContentFormat) {
		need(place.kind === 'text' && place.key === null, 'place');
		return needFormat(content.key, content.value, rules);
	}
	need(content instanceof Y.ContentAny, 'content');
	for (const value of content.arr) checkValue(value, place, rules);
}

function checkValue(value: unknown, place: Place, rules: Rules) {
	if (place.kind === 'element') {
		need(place.key !== null, 'place');
		need(rules.elements.get(place.element)?.has(place.key) === true, 'attribute');
		return needAttribute(place.key, value, rules.shape);
	}
	need(place.kind === 'map' ? place.key !== null : place.kind === 'array', 'place');
	needMapValue(place.key, value, rules.shape);
}

/** Which kinds of place a type may stand in: text in XML is not text in a map. */
const HOME: readonly [unknown, readonly PlaceKind[]][] = [
	[Y.XmlElement, ['fragment', 'element']],
	[Y.XmlText, ['fragment', 'element']],
	[Y.Map, ['map', 'array']],
	[Y.Array, ['map', 'array']],
	[Y.Text, ['map', 'array']],
];

function checkType(type: Y.AbstractType<unknown>, place: Place, rules: Rules) {
	const home = HOME.find(([constructor]) => constructor === type.constructor)?.[1];
	need(home !== undefined, 'content');
	need(home.includes(place.kind), 'place');
	// a map holds by key; XML and lists hold in order
	need((place.key !== null) === (place.kind === 'map'), 'place');
	if (type instanceof Y.XmlElement) need(rules.elements.has(type.nodeName), 'element');
	if (place.key !== null) needMapValue(place.key, null, rules.shape);
}
