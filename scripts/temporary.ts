import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What tests put among the temporary things comes into one folder, and goes when they are done. */
export default function setup() {
	const folder = mkdtempSync(join(tmpdir(), 'samenspel-'));
	process.env.TMPDIR = folder;
	return () => rmSync(folder, { recursive: true, force: true });
}
