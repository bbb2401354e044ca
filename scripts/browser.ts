/** Says whether the journeys have a browser that starts, and if not what to do. */
import { chromium } from '@playwright/test';
import { findChromium } from '../tests/browser.ts';

try {
	const browser = await chromium.launch(await findChromium());
	console.log(`Chromium ${browser.version()} starts.`);
	await browser.close();
} catch (error) {
	const [sentence = ''] = (error as Error).message.split('\n');
	console.error(
		sentence.startsWith('No Chromium')
			? sentence
			: `Chromium does not start: run \`npx playwright install --with-deps chromium\`. (${sentence})`,
	);
	process.exitCode = 1;
}
