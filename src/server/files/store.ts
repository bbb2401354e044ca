import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync } from 'node:fs';
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { config } from '../config.ts';
import { flush } from './flush.ts';

/** What people gave us as a file. Each is named after the id of its row, and is never changed. */
export const filesDir = (dataDir = config().dataDir) => join(dataDir, 'files');

const ID = /^[a-z2-7]{20}$/;

function pathOf(id: string): string {
	if (!ID.test(id)) throw new Error('not an id');
	return join(filesDir(), id);
}

/** On the disk, whole, under its own name; or not there at all. Before the row that names it. */
export function writeStored(id: string, bytes: Uint8Array) {
	mkdirSync(filesDir(), { recursive: true, mode: 0o700 });
	const path = pathOf(id);
	const partial = `${path}.deel`;
	try {
		const handle = openSync(partial, 'w', 0o600);
		try {
			writeFileSync(handle, bytes);
			fsyncSync(handle);
		} finally {
			closeSync(handle);
		}
		renameSync(partial, path);
		flush(filesDir());
	} finally {
		rmSync(partial, { force: true });
	}
}

/** Undefined when it is not there. */
export async function readStored(id: string): Promise<Buffer<ArrayBuffer> | undefined> {
	try {
		return await readFile(pathOf(id));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
		throw error;
	}
}

export const removeStored = (id: string) => rmSync(pathOf(id), { force: true });

/** The names in the folder that are older than this moment. */
export function listStored(before: Date, folder = filesDir()): string[] {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	return readdirSync(folder).filter(
		(name) => ID.test(name) && statSync(join(folder, name)).mtime < before,
	);
}
