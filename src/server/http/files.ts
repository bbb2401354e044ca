import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The files of `static/` in the build, as paths of URLs. Files under `_app` have their own cache rule. */
export function staticPaths(clientDir: string): Set<string> {
	if (!existsSync(clientDir)) return new Set();
	const entries = readdirSync(clientDir, { recursive: true, withFileTypes: true });
	const paths = entries
		.filter((entry) => entry.isFile())
		.map((entry) => relative(clientDir, join(entry.parentPath, entry.name)).split(sep).join('/'))
		.filter((path) => !path.startsWith('_app/'));
	return new Set(paths.map((path) => `/${path}`));
}
