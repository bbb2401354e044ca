import type { Shape } from '../kind.ts';
import type { Rules } from './guard-shape.ts';
import { need } from './reject.ts';

const MAX_LIST = 64;
const MAX_KEYS = 32;
const MAX_KEY = 64;
/** Keys that mean something else to JavaScript than to us. */
const UNSAFE = new Set(['__proto__', 'constructor', 'prototype']);

type Scalar = string | number | boolean | null | undefined;

const isScalar = (value: unknown): value is Scalar =>
	value === null ||
	value === undefined ||
	typeof value === 'string' ||
	typeof value === 'boolean' ||
	(typeof value === 'number' && Number.isFinite(value));

/** At most this many bytes as UTF-8; counts only what might be too long. */
const fits = (text: string, bytes: number) =>
	text.length * 3 <= bytes || (text.length <= bytes && Buffer.byteLength(text) <= bytes);

function needScalar(value: unknown, max: number) {
	need(isScalar(value), 'value');
	need(typeof value !== 'string' || fits(value, max), 'value');
}

const needAllowed = (key: string, value: unknown, shape: Shape) =>
	need(shape.allowsValue?.(key, value) !== false, 'value');

/** One value, or a short flat list of them: the widths of the columns of a cell are a list. */
export function needAttribute(key: string, value: unknown, shape: Shape) {
	if (Array.isArray(value)) {
		need(value.length <= MAX_LIST, 'value');
		for (const one of value) needScalar(one, shape.maxAttribute / MAX_LIST);
	} else needScalar(value, shape.maxAttribute);
	needAllowed(key, value, shape);
}

/** A mark that may lie over itself carries a hash of its value behind its name. */
const HASH = /--[A-Za-z0-9+/=]{8}$/;

/** Null ends a mark; an object holds its attributes. */
export function needFormat(key: string, value: unknown, { shape, marks }: Rules) {
	const mark = marks.has(key) ? key : key.replace(HASH, '');
	need(marks.has(mark), 'mark');
	if (value === null || typeof value === 'boolean') return;
	need(typeof value === 'object' && !Array.isArray(value), 'value');
	const entries = Object.entries(value);
	need(entries.length <= MAX_KEYS, 'value');
	let room = shape.maxAttribute;
	for (const [name, one] of entries) {
		need(name.length <= MAX_KEY && !UNSAFE.has(name), 'value');
		needScalar(one, room);
		if (typeof one === 'string') room -= one.length;
		needAllowed(name, one, shape);
	}
	needAllowed(mark, value, shape);
}

/** What stands under a key of a map, or (key null) in a list. */
export function needMapValue(key: string | null, value: unknown, shape: Shape) {
	need(key === null || (key.length <= MAX_KEY && !UNSAFE.has(key)), 'attribute');
	needScalar(value, shape.maxAttribute);
	needAllowed(key ?? '', value, shape);
}
