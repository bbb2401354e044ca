/**
 * One value per process. In development edited modules are evaluated again; what holds a file
 * handle, a timer or open sockets must survive that, so it lives on `globalThis`.
 */
export function singleton<T>(name: string, create: () => T): T {
	const store = globalThis as unknown as Record<symbol, T | undefined>;
	const key = Symbol.for(`samenspel.${name}`);
	return (store[key] ??= create());
}

/** Forgets the value, so that the next `singleton()` makes a new one. */
export function forget(name: string) {
	const store = globalThis as unknown as Record<symbol, unknown>;
	delete store[Symbol.for(`samenspel.${name}`)];
}
