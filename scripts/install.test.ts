import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Package {
	version?: string;
	resolved?: string;
	optionalDependencies?: Record<string, string>;
}
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
	packages: Record<string, Package>;
};

/** npm leaves out, without a word, a platform package that the registry does not have. */
test('the lockfile has the native packages of every platform', () => {
	const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
		Object.keys(optionalDependencies).filter(
			(name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
		),
	);
	expect(missing).toEqual([]);
});

test.each(['@tailwindcss/oxide', 'rolldown', 'lightningcss', '@node-rs/argon2', 'esbuild'])(
	'%s has more than one platform in the lockfile',
	(name) => {
		const platforms = Object.keys(packages[`node_modules/${name}`]?.optionalDependencies ?? {});
		expect(platforms.join(' ')).toMatch(/darwin-arm64/);
		expect(platforms.join(' ')).toMatch(/win32-x64/);
		expect(platforms.join(' ')).toMatch(/linux-x64/);
	},
);

test('the lockfile names no registry, so that it works with any', () => {
	expect(Object.keys(packages).filter((path) => packages[path]!.resolved)).toEqual([]);
});

test('only what cannot be bundled is a dependency of production', () => {
	const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
	expect(Object.keys(dependencies).sort()).toEqual([
		// 28 MB of wasm, which is read as a file
		'@myriaddreamin/typst-ts-web-compiler',
		'@node-rs/argon2',
		'better-sqlite3',
		'sharp',
	]);
});

test('versions in package.json are exact', () => {
	const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
		readFileSync('package.json', 'utf8'),
	) as Record<string, Record<string, string>>;
	const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
	expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('the tests run on a Node that can run the program', () => {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	expect(major * 100 + minor).toBeGreaterThanOrEqual(2217);
});
