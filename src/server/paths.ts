import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder that holds `drizzle/` and `package.json`. Looked for upwards from this module, because
 * the code runs from `src/server/`, from `build/server/` and from its chunks, in any working directory.
 */
export function projectRoot(): string {
	let folder = dirname(fileURLToPath(import.meta.url));
	while (!existsSync(join(folder, 'drizzle', 'meta', '_journal.json'))) {
		const parent = dirname(folder);
		if (parent === folder) throw new Error('De map drizzle/ ontbreekt naast build/.');
		folder = parent;
	}
	return folder;
}

export function appVersion(): string {
	const text = readFileSync(join(projectRoot(), 'package.json'), 'utf8');
	return (JSON.parse(text) as { version: string }).version;
}
