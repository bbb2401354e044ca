const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;

const sleutel = (value: unknown, at: number) =>
	isObject(value) && typeof value['id'] === 'string' ? value['id'] : at;

function rij(was: readonly unknown[], is: readonly unknown[]): readonly unknown[] {
	const oud = new Map(was.map((one, at) => [sleutel(one, at), one]));
	const samen = is.map((one, at) => behoud(oud.get(sleutel(one, at)), one));
	const isSame = samen.length === was.length && samen.every((one, at) => one === was[at]);
	return isSame ? was : samen;
}

/**
 * Plain data as it is now, of which everything that did not change is the same object as it was: what
 * shows it has nothing to do then. Of a full table it runs at every change, on a phone too.
 */
export function behoud<T>(was: unknown, is: T): T {
	if (was === is || !isObject(was) || !isObject(is)) return is;
	if (Array.isArray(was) !== Array.isArray(is)) return is;
	if (Array.isArray(was) && Array.isArray(is)) return rij(was, is) as T;
	const keys = Object.keys(is);
	const samen: Record<string, unknown> = {};
	let isSame = keys.length === Object.keys(was).length;
	for (const key of keys) {
		const one = (samen[key] = behoud(was[key], is[key]));
		if (one !== was[key] || !Object.hasOwn(was, key)) isSame = false;
	}
	return (isSame ? was : samen) as T;
}
