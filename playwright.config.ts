import { defineConfig } from '@playwright/test';
import { findChromium } from './tests/browser.ts';

const ci = Boolean(process.env.CI);

export default defineConfig({
	testDir: 'tests',
	testMatch: '*.spec.ts',
	outputDir: 'test-results',
	globalSetup: ['./scripts/temporary.ts', './tests/setup.ts'],
	workers: 2,
	forbidOnly: ci,
	timeout: 120_000,
	expect: { timeout: 20_000 },
	reporter: 'list',
	use: {
		locale: 'nl-NL',
		timezoneId: 'Europe/Amsterdam',
		viewport: { width: 1440, height: 900 },
		launchOptions: await findChromium(),
		screenshot: 'only-on-failure',
		actionTimeout: 20_000,
	},
});
