import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vitest/config';
import { entries } from './vite/entries-plugin.ts';
import { lean } from './vite/lean-plugin.ts';
import { sync } from './vite/sync-plugin.ts';
import { wrapper } from './vite/wrapper-plugin.ts';

if (Number(process.versions.napi) < 10)
	throw new Error(`Node.js ${process.version} is too old: 22.17 or newer is needed`);

const DOMAIN_TESTS = ['src/{access,beheer,features,routes,ui}/**/*.test.ts'];

export default defineConfig({
	plugins: [
		tailwindcss(),
		sveltekit({
			adapter: adapter(),
			// the list of all routes would be in the first bytes of every page
			router: { resolution: 'server' },
			// what such an answer names is fetched from pages of any depth
			paths: { relative: false },
			compilerOptions: {
				runes: ({ filename }) =>
					filename.split(/[/\\]/).includes('node_modules') ? undefined : true,
			},
			csp: {
				mode: 'auto',
				directives: {
					'default-src': ['none'],
					'script-src': ['self'],
					'style-src': ['self'],
					// two fixed style attributes: Kit's announcer of a new page, hidden from sight,
					// and `display: contents;` around a row of the command palette
					'style-src-attr': [
						'unsafe-hashes',
						'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=',
						'sha256-iaOezIDcQIoxCULa6FBKKuLUu09R7kG+Mlu+JVfU3Rw=',
					],
					'img-src': ['self', 'data:', 'blob:'],
					'font-src': ['self'],
					'connect-src': ['self'],
					'media-src': ['self', 'blob:'],
					'worker-src': ['self'],
					'manifest-src': ['self'],
					'object-src': ['none'],
					'frame-src': ['none'],
					'base-uri': ['none'],
					'form-action': ['self'],
					'frame-ancestors': ['none'],
					'require-trusted-types-for': ['script'],
					// the last reads what is pasted into an inert document, and keeps what the schema knows
					'trusted-types': ['svelte-trusted-html', 'sveltekit-trusted-url', 'ProseMirrorClipboard'],
				},
			},
		}),
		wrapper(),
		sync(),
		lean(),
		entries({ main: 'src/server.ts', beheer: 'src/beheer/main.ts' }),
	],
	environments: {
		client: {
			build: {
				rolldownOptions: {
					output: {
						codeSplitting: {
							// else these come along with what fetches them later
							groups: [
								{ name: 'taken', test: /sync\/client\/(taken|removed)\.ts$/ },
								{ name: 'announce', test: /schrijfblad\/announce\.ts$/ },
							],
						},
					},
				},
			},
		},
	},
	test: {
		expect: { requireAssertions: true },
		environment: 'node',
		globalSetup: ['scripts/temporary.ts'],
		setupFiles: ['src/server/db/test-setup.ts'],
		projects: [
			{
				// One database per test is all they share, so they can share their modules too: loading
				// those anew for each file would take twice as long as the tests.
				extends: true,
				test: {
					name: 'domain',
					isolate: false,
					include: DOMAIN_TESTS,
				},
			},
			{
				// These start and end whole servers: each file has a process to itself.
				extends: true,
				test: {
					name: 'machinery',
					include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
					exclude: DOMAIN_TESTS,
				},
			},
		],
	},
});
