/**
 * Node's own switches: no `__proto__` trick in what people send, and an end to memory. What is new
 * has room to die young, and the first large collection waits until there is something to collect:
 * it takes some tens of milliseconds, in which nobody sees what others type.
 */
export const FLAGS = [
	'--disable-proto=delete',
	'--max-old-space-size=1024',
	'--initial-old-space-size=192',
	'--min-semi-space-size=16',
	'--max-semi-space-size=32',
];
