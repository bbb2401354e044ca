import { closeSync, fsyncSync, openSync } from 'node:fs';

/** A rename is safe only when what it names is on the disk. */
export function flush(path: string) {
	const handle = openSync(path, 'r');
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}
