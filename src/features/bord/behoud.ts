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
 * shows it has nothing to do then.
 */
export function behoud<T>(was: unknown, is: T): T {
	if (was === is || !isObject(was) || !isObject(is)) return is;
	if (Array.isArray(was) !== Array.isArray(is)) return is;
	if (Array.isArray(was) && Array.isArray(is)) return rij(was, is) as T;
	const samen = Object.entries(is).map(([key, value]) => [key, behoud(was[key], value)] as const);
	const isSame =
		samen.length === Object.keys(was).length &&
		samen.every(([key, value]) => Object.hasOwn(was, key) && value === was[key]);
	return (isSame ? was : Object.fromEntries(samen)) as T;
}
