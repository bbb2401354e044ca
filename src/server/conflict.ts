import { Conflict } from './errors.ts';

type Texts = Record<string, string>;

/** All values are texts as the form shows them. */
interface Edit<T extends Texts> {
	/** The values as they are stored now. */
	theirs: T;
	/** The values my form started from; without it, mine win. */
	basis: Texts | undefined;
	/** The values I sent. */
	mine: T;
	/** Who changed the stored values last, to name in the question. */
	by: string;
}

/**
 * Brings together what I changed and what somebody else changed since I opened the form. A field
 * only one of us touched gets that value; a field that both changed differently is a Conflict.
 *
 * @returns the names of the fields in which my value goes into the database
 */
export function merge<T extends Texts>({ theirs, basis, mine, by }: Edit<T>): Set<keyof T> {
	const keep = new Set<keyof T>();
	const clashes: Record<string, { mine: string; theirs: string }> = {};
	/** What to start from next time: I saw theirs of the clashes, and of no other field. */
	const again = (seen: object): Texts => ({
		...basis,
		...Object.fromEntries(
			Object.keys(mine).map((field) => [
				field,
				(field in seen ? theirs[field] : (basis?.[field] ?? theirs[field])) ?? '',
			]),
		),
	});
	for (const field of Object.keys(mine)) {
		const [their, start, my] = [theirs[field] ?? '', basis?.[field], mine[field] ?? ''];
		if (my === their || my === start) continue;
		if (start === undefined || start === their) keep.add(field);
		else clashes[field] = { mine: my, theirs: their };
	}
	if (Object.keys(clashes).length > 0) throw new Conflict(clashes, by, again(clashes));
	return keep;
}

/** The part of `values` whose field I changed: what goes into the update. */
export function pick<T extends object, K extends PropertyKey>(
	values: T,
	fields: Set<K>,
): Partial<T> {
	const entries = Object.entries(values).filter(([field]) => fields.has(field as K));
	return Object.fromEntries(entries) as Partial<T>;
}
