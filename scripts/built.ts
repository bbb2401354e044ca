import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FLAGS } from './flags.ts';
import { root, runNode, vite } from './run.ts';

const STAMP = join(root, 'build', '.stamp');
const MAIN = join(root, 'build', 'server', 'main.js');
const BEHEER = join(root, 'build', 'server', 'beheer.js');
const SOURCES = ['src', 'static', 'vite', 'vite.config.ts', 'package.json', 'package-lock.json'];

/** When the newest file in this folder (or this file) was changed. */
function newest(path: string): number {
	if (!existsSync(path)) return 0;
	const stat = statSync(path);
	if (!stat.isDirectory()) return stat.mtimeMs;
	const entries = readdirSync(path, { recursive: true, withFileTypes: true });
	// folders too: a file that was removed shows in the time of its folder
	const times = entries
		.filter((entry) => !/\.test\.ts$/.test(entry.name))
		.map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
	return Math.max(stat.mtimeMs, ...times);
}

/** A deployed copy has no sources: then the build is what it is. */
function isFresh(): boolean {
	if (!existsSync(MAIN)) return false;
	if (!existsSync(join(root, 'src'))) return true;
	if (!existsSync(STAMP)) return false;
	const built = statSync(STAMP).mtimeMs;
	return SOURCES.every((source) => newest(join(root, source)) <= built);
}

/** Builds always. The stamp carries the moment the build began: what changed meanwhile is newer. */
export async function build(): Promise<number> {
	const begin = new Date();
	const code = await vite('build', '--logLevel', 'warn');
	if (code !== 0) return code;
	writeFileSync(STAMP, '');
	utimesSync(STAMP, begin, begin);
	return 0;
}

/** Builds when there is no build or something changed since. */
export async function buildIfNeeded(): Promise<number> {
	if (isFresh()) return 0;
	console.error('Samenspel wordt gebouwd. Dat duurt even.');
	return build();
}

export const runServer = (env: Record<string, string> = {}) => runNode([...FLAGS, MAIN], env);

export const runBeheer = (args: string[], env: Record<string, string> = {}) =>
	runNode([...FLAGS, BEHEER, ...args], env);
