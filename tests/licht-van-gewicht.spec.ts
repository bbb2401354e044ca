import type { Page } from '@playwright/test';
import { expect, logIn, openTeam, test } from './fixtures.ts';

/** Bytes over the wire, per kind, of opening this page with an empty cache. */
async function weigh(page: Page, open: () => Promise<unknown>) {
	const bytes = { script: 0, font: 0, stylesheet: 0 };
	const sizes: Promise<void>[] = [];
	page.on('requestfinished', (request) => {
		const kind = request.resourceType();
		if (kind in bytes)
			sizes.push(
				request.sizes().then(({ responseBodySize }) => {
					bytes[kind as keyof typeof bytes] += responseBodySize;
				}),
			);
	});
	await open();
	await page.waitForLoadState('networkidle');
	await Promise.all(sizes);
	return bytes;
}

test('een bladzijde om te lezen is licht', async ({ page, browser, server }) => {
	await logIn(page, 'hanneke');
	const storageState = await page.context().storageState();
	const team = await openTeam(page, 'Samenspel tussen informeel en formeel');

	for (const path of ['/', team]) {
		const context = await browser.newContext({ storageState, baseURL: server.url });
		const fresh = await context.newPage();
		const { script, font } = await weigh(fresh, () => fresh.goto(path));
		console.log(`${path}: ${script} bytes of script, ${font} bytes of fonts`);
		expect(script, `JavaScript of ${path}`).toBeLessThanOrEqual(70_000);
		expect(script, `JavaScript of ${path}`).toBeGreaterThan(0);
		expect(font, `fonts of ${path}`).toBeLessThanOrEqual(120_000);
		await context.close();
	}
});
