import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type LaunchOptions } from '@playwright/test';

const INSTALLED: Partial<Record<NodeJS.Platform, string[]>> = {
	linux: [
		'/usr/bin/google-chrome',
		'/usr/bin/chromium',
		'/usr/bin/chromium-browser',
		'/usr/bin/microsoft-edge',
		'/snap/bin/chromium',
	],
	darwin: [
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		'/Applications/Chromium.app/Contents/MacOS/Chromium',
		'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
	],
	win32: [
		join(process.env.PROGRAMFILES ?? '', 'Google/Chrome/Application/chrome.exe'),
		join(process.env['PROGRAMFILES(X86)'] ?? '', 'Google/Chrome/Application/chrome.exe'),
		join(process.env['PROGRAMFILES(X86)'] ?? '', 'Microsoft/Edge/Application/msedge.exe'),
	],
};

/** Unpacks into node_modules/.cache; the package's own default, a shared /tmp, runs what lies there. */
async function unpack(target: string) {
	const temporary = mkdtempSync(`${target}-`);
	const { TMPDIR } = process.env;
	process.env.TMPDIR = temporary;
	try {
		const { default: pack, inflate } = await import('@sparticuz/chromium');
		pack.setGraphicsMode = false;
		await pack.executablePath();
		await inflate(resolve('node_modules/@sparticuz/chromium/bin/al2023.tar.br'));
	} finally {
		if (TMPDIR === undefined) delete process.env.TMPDIR;
		else process.env.TMPDIR = TMPDIR;
	}
	try {
		renameSync(temporary, target);
	} catch {
		rmSync(temporary, { recursive: true }); // another run was first
	}
}

function lacksLibraries(executablePath: string) {
	try {
		return execFileSync('ldd', [executablePath], { encoding: 'utf8' }).includes('not found');
	} catch {
		return true; // no ldd to ask: the packed libraries do no harm
	}
}

/** The Chromium inside the npm package, with the libraries it brings where the system lacks them. */
async function packaged(): Promise<LaunchOptions | undefined> {
	if (process.platform !== 'linux' || process.arch !== 'x64') return;
	// its `exports` hide package.json from import
	const manifest = resolve('node_modules/@sparticuz/chromium/package.json');
	if (!existsSync(manifest)) return;
	const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
	const folder = resolve(`node_modules/.cache/chromium-${version}`);
	mkdirSync(resolve(folder, '..'), { recursive: true });
	if (!existsSync(folder)) await unpack(folder);
	const executablePath = join(folder, 'chromium');
	if (!lacksLibraries(executablePath)) return { executablePath };
	return { executablePath, env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'al2023/lib') } };
}

/** How to start the first Chromium there is; empty for Playwright's own. */
export async function findChromium(): Promise<LaunchOptions> {
	if (process.env.CHROMIUM_PATH) return { executablePath: process.env.CHROMIUM_PATH };
	if (existsSync(chromium.executablePath())) return {};
	const inPackage = await packaged();
	if (inPackage) return inPackage;
	const executablePath = INSTALLED[process.platform]?.find((path) => existsSync(path));
	if (executablePath) return { executablePath };
	throw new Error(
		'No Chromium found: run `npx playwright install chromium`, or set CHROMIUM_PATH.',
	);
}
