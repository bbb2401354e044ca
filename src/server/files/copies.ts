import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Puts every file of one folder in another as a hard link: a second name for the same bytes, which
 * costs nothing, and stays when the first name goes. A file never changes, so this is a copy.
 * On another disk, or where links do not exist, it is copied.
 */
export function linkAll(from: string, to: string): number {
	mkdirSync(to, { recursive: true, mode: 0o700 });
	if (!existsSync(from)) return 0;
	const names = readdirSync(from).filter((name) => /^[a-z2-7]{20}$/.test(name));
	for (const name of names) {
		try {
			linkSync(join(from, name), join(to, name));
		} catch {
			copyFileSync(join(from, name), join(to, name));
		}
	}
	return names.length;
}
