import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { expect, test } from 'vitest';

/** docs/architecture.md, enforced. A message says where the code belongs. */

const LAYERS: Record<string, string[]> = {
	ui: ['ui'],
	access: ['access', 'server/errors.ts'],
	server: ['server', 'access/actor.ts', 'ui/form.ts'],
	'sync/kinds': ['features', 'access', 'server', 'sync'],
	sync: ['sync', 'access', 'server'],
	features: ['features', 'access', 'server', 'ui', 'sync'],
	routes: ['features', 'access', 'server', 'ui', 'sync'],
	beheer: ['beheer', 'features', 'access', 'server', 'sync', 'voorbeeld'],
};
/** A feature may import what stands left of it: it pulls, it never pushes. */
const ORDER =
	'datum werkplaats kennisagenda account persoon partner gremium leeromgeving leervraag uitnodiging tekst voorstel schrijfblad bijeenkomst opmerking verslag versie sjabloon afbeelding uitvoer kalender aanmelding presentie bord actie werkvorm agenda export kenniscafe ervaring zoeken';
const FEATURES = ORDER.split(' ');
/** Nobody is known yet when these are asked: they find out who acts, or prove it. */
const WITHOUT_ACTOR = /^features\/account\//;
/** `export function name(parameter` and `export const name = (parameter`. */
const EXPORTED =
	/^export (?:async )?(?:function\*? |const )(\w+)(?:<[^(]*>)?(?:: [^=]+)?(?: = (?:async )?)?\(\s*(\w+)/gm;
/** `must(…)`, or a function that is named after it: `mustEdit`, `findLeeromgeving`. */
const ASKS = /\b(must|find)\w*\(/;
const LIMITS: [RegExp, number][] = [
	[/^access\/[^.]+\.ts$/, 150],
	[/\+(page|layout)\.server\.ts$/, 100],
	[/\.svelte$/, 300],
	[/\.ts$/, 250],
];

const files = globSync('**/*.{ts,svelte}', { cwd: 'src' })
	.map((file) => file.replaceAll('\\', '/'))
	.filter((file) => !file.endsWith('.d.ts'))
	.sort();
const text = new Map(files.map((file) => [file, readFileSync(join('src', file), 'utf8')]));
const isTest = (file: string) => /\.test\.ts$|(^|\/)test-[^/]*$/.test(file);
const code = files.filter((file) => !isTest(file));
/** `sync/kinds.ts` and `kinds.server.ts` are the one place where sync knows what is co-edited. */
const layerOf = (file: string) => {
	if (/^sync\/kinds\b/.test(file)) return 'sync/kinds';
	return file.includes('/') ? file.split('/')[0]! : '';
};
const featureOf = (file: string) => (layerOf(file) === 'features' ? file.split('/')[1]! : '');

/** Every import of our own as a path under src, `features/datum/rule.ts`. */
const imports = code.flatMap((file) =>
	[...text.get(file)!.matchAll(/(?:from|import\(|import)\s*'([#.][^']*\.(?:ts|svelte))'/g)].map(
		([, name = '']) => ({ file, to: name[0] === '#' ? name.slice(1) : join(dirname(file), name) }),
	),
);
/** The rules that a file breaks, one sentence each; empty is well. */
const none = (sentences: string[]) => expect([...new Set(sentences)]).toEqual([]);

test('imports point one way: routes → features → access, server; ui stands alone', () => {
	const wrong = imports.filter(({ file, to }) => {
		const allowed = LAYERS[layerOf(file)];
		if (!allowed || (layerOf(file) === 'routes' && layerOf(to) === 'routes')) return false;
		return !allowed.some((place) => `${to}/`.startsWith(`${place}/`));
	});
	none(
		wrong.map(
			({ file, to }) =>
				`${file} imports ${to}; ${layerOf(file)} may use ${LAYERS[layerOf(file)]!.join(', ')}: move what it needs there`,
		),
	);
});

test('a feature imports only features that come before it', () => {
	const between = imports.filter(
		({ file, to }) => featureOf(file) && featureOf(to) && featureOf(file) !== featureOf(to),
	);
	const place = (file: string) => FEATURES.indexOf(featureOf(file));
	none(
		between
			.filter(({ file, to }) => place(file) <= place(to))
			.map(({ file, to }) => `${file} imports ${to}: let ${featureOf(to)} pull, or move it left`),
	);
	none(
		between
			.filter(({ to }) => /[/.]write\.server\.ts$/.test(to))
			.map(
				({ file, to }) => `${file} imports ${to}: a change of one noun belongs in its own write`,
			),
	);
	none(
		files
			.filter((file) => featureOf(file) && !FEATURES.includes(featureOf(file)))
			.map((file) => `${file}: give ${featureOf(file)} a place in the order of features`),
	);
});

test('the database is for features and machinery only', () => {
	const orm = /from '(drizzle-orm|better-sqlite3)|#server\/db\//;
	none(
		code
			.filter((file) => /^(routes|ui|access)\//.test(file) && orm.test(text.get(file)!))
			.map((file) => `${file} reaches the database: ask a read or write of a feature instead`),
	);
});

test('every question and every change says first who acts', () => {
	none(
		code
			.filter((file) => /[/.](read|write)\.server\.ts$/.test(file) && !WITHOUT_ACTOR.test(file))
			.flatMap((file) =>
				[...text.get(file)!.matchAll(EXPORTED)]
					.filter(([, , parameter]) => !/^_?actor$/.test(parameter!))
					.map(([, name]) => `${file}: ${name}(actor, …) takes the actor first`),
			),
	);
});

test('a change asks a rule first', () => {
	const wrong = code
		.filter((file) => /^features\/.*write\.server\.ts$/.test(file) && !WITHOUT_ACTOR.test(file))
		.flatMap((file) =>
			text
				.get(file)!
				.split(/^(?=export |function |const |interface )/m)
				.filter((part) => /^export (async )?(function|const) /.test(part) && !ASKS.test(part))
				.map((part) => `${file}: ${part.split(/ =|\(/)[0]} begins with must(may…(actor, facts))`),
		);
	none(wrong);
});

test('no drawers: a rule of the domain has its own name', () => {
	const drawer = /(^|\/)(utils?|helpers?|misc|common|types?|services?|managers?)(\.|\/)/;
	none(
		code.filter((file) => drawer.test(file)).map((file) => `${file}: name it after what it does`),
	);
	none(code.filter((file) => /(^|\/)index\.ts$/.test(file)).map((file) => `${file}: no barrels`));
});

test('files stay small enough to read', () => {
	none(
		code.flatMap((file) => {
			const limit = LIMITS.find(([pattern]) => pattern.test(file))![1];
			const lines = text.get(file)!.trimEnd().split('\n').length;
			return lines > limit ? [`${file}: ${lines} lines, at most ${limit}; split it by noun`] : [];
		}),
	);
});

test('nothing goes around the content security policy', () => {
	const around = /\sstyle(=|:)|\{@html/;
	none(
		code
			.filter((file) => file.endsWith('.svelte'))
			.filter((file) => around.test(text.get(file)!.replace(/<style[^]*<\/style>/, '')))
			.map((file) => `${file}: use a class or a component instead of style= or {@html}`),
	);
});
