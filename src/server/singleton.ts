const KEY = Symbol.for('samenspel');

/**
 * One value per process. In development edited modules are evaluated again; what holds a file
 * handle, a timer or open sockets must survive that, so it lives on `globalThis`.
 */
const values = ((globalThis as Record<symbol, unknown>)[KEY] ??= new Map()) as Map<string, unknown>;

export function singleton<T>(name: string, create: () => T): T {
	const known = values.get(name) as T | undefined;
	if (known !== undefined) return known;
	const made = create();
	values.set(name, made);
	return made;
}

/** Forgets the value, so that the next `singleton()` makes a new one. */
export function forget(name: string) {
	values.delete(name);
}
