import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { build } from './built.ts';
import { root } from './run.ts';

/** What a step found out. A tool that only says yes or no counts as one check. */
export interface Result {
	passed: number;
	failed: number;
	/** Printed when something failed. */
	output: string;
}

process.chdir(root);
const REPORTS = resolve('node_modules/.cache/reports');
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

/** The script behind a package's command, to start it with this Node and without a shell. */
function command(tool: string, name = tool) {
	const folder = resolve('node_modules', tool);
	const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	return join(folder, typeof bin === 'string' ? bin : bin[name]);
}

const env = {
	...process.env,
	NO_COLOR: '1',
	PATH: resolve('node_modules/.bin') + delimiter + (process.env.PATH ?? ''),
};

/** Runs a tool to its end; `live` also shows what it says while it runs. */
function run([tool, ...args]: string[], { live = false, extraEnv = {} } = {}) {
	const [name, bin] = tool!.split('#');
	const child = spawn(process.execPath, [command(name!, bin), ...args], {
		env: { ...env, ...extraEnv },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (data: Buffer) => {
			output += data;
			if (live) process.stdout.write(data);
		});
	return new Promise<{ ok: boolean; output: string }>((done) => {
		child.on('error', (error) => done({ ok: false, output: output + error.message }));
		child.on('close', (code) => done({ ok: code === 0, output }));
	});
}

const YES: Result = { passed: 1, failed: 0, output: '' };
const NO: Result = { passed: 0, failed: 1, output: '' };

/** Passes when every one of these commands ends well. */
const yesOrNo =
	(...commands: string[][]) =>
	async (): Promise<Result> => {
		for (const one of commands) {
			const { ok, output } = await run(one);
			if (!ok) return { ...NO, output };
		}
		return YES;
	};

function readReport(file: string) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return undefined;
	}
}

/** At least one failure when the tool itself did not end well, whatever its report says. */
const counted = (ok: boolean, output: string, passed = 0, failed = 0): Result => ({
	passed,
	failed: ok && passed > 0 ? failed : Math.max(failed, 1),
	output,
});

async function tests(): Promise<Result> {
	const file = join(REPORTS, 'vitest.json');
	const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
	const { ok, output } = await run(['vitest', 'run', ...report]);
	const found = readReport(file);
	const { numPassedTests: passed = 0, numTotalTests: total = 0 } = found ?? {};
	return counted(ok, output, passed, total - passed);
}

async function journeys(): Promise<Result> {
	const file = join(REPORTS, 'playwright.json');
	const { ok } = await run(['@playwright/test#playwright', 'test', '--reporter=list,json'], {
		live: true,
		extraEnv: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
	});
	const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = readReport(file)?.stats ?? {};
	return counted(ok, '', expected, unexpected + flaky + skipped);
}

/** Prepares the others: it tells nothing about the code, so it only counts when it fails. */
async function sync(): Promise<Result> {
	return { ...(await yesOrNo(['@sveltejs/kit#svelte-kit', 'sync'])()), passed: 0 };
}

export const STEPS = {
	format: yesOrNo(['prettier', '--check', '--log-level=warn', '--cache', '.']),
	lint: yesOrNo([
		'eslint',
		'--max-warnings=0',
		'--cache',
		'--cache-location=node_modules/.cache/eslint',
		'.',
	]),
	sync,
	types: yesOrNo(['svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings']),
	tests,
	build: async () => ((await build()) === 0 ? YES : NO),
	journeys,
};

/** Does the steps one after the other, says how each went, and adds up. */
export async function inTurn(...names: (keyof typeof STEPS)[]) {
	const total = { passed: 0, failed: 0 };
	for (const name of names) {
		const start = performance.now();
		const { passed, failed, output } = await STEPS[name]();
		const seconds = Math.round((performance.now() - start) / 1000);
		if (failed) console.log(output.trimEnd());
		console.log(`${failed ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
		total.passed += passed;
		total.failed += failed;
	}
	return total;
}

/** Adds up, and prints the closing line; the exit code says the same. */
export function close(...totals: { passed: number; failed: number }[]) {
	const sum = (key: 'passed' | 'failed') => totals.reduce((n, total) => n + total[key], 0);
	console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
	process.exitCode = sum('failed') === 0 ? 0 : 1;
}
