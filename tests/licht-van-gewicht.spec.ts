import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { cijfersVan, maakBord, schuiftAan } from './bord.ts';
import { expect, linkTo, logIn, openTeam, test } from './fixtures.ts';
import { BIJEENKOMST, openVerslag, textOf } from './samen.ts';

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

/**
 * Bytes of all script that opening this page asks for, each file packed with `gzip -9`: a measure
 * that does not depend on what a server or proxy packs with.
 */
async function weighScript(page: Page, open: () => Promise<unknown>) {
	const sizes: Promise<number>[] = [];
	page.on('requestfinished', (request) => {
		if (request.resourceType() !== 'script') return;
		const body = request.response().then((response) => response!.body());
		sizes.push(body.then((script) => gzipSync(script, { level: 9 }).length));
	});
	await open();
	await page.waitForLoadState('networkidle');
	return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

test('een bladzijde om te lezen is licht', async ({ page, browser, server }) => {
	test.setTimeout(300_000);
	await logIn(page, 'hanneke');
	const storageState = await page.context().storageState();
	const team = await openTeam(page, 'Samenspel tussen informeel en formeel');
	const bijeenkomst = await openVerslag(page);
	const vanBijeenkomst = ['over', 'agenda', 'wie', 'presentie', 'wijzig', 'kopie', 'beamer'].map(
		(what) => `${bijeenkomst}/${what}`,
	);

	const paths = [
		'/',
		team,
		`${team}/borden`,
		'/bijeenkomsten',
		'/bijeenkomsten/cijfers',
		...vanBijeenkomst,
	];
	for (const path of paths) {
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

test('een agenda vol punten is licht voor wie haar leest', async ({ iemand, browser, server }) => {
	const hanneke = await iemand('hanneke');
	const agenda = `${await openVerslag(hanneke)}/agenda`;
	await hanneke.goto(agenda);
	await hanneke.getByRole('button', { name: 'Werkteambijeenkomst' }).click();
	await expect(hanneke.locator('li[data-id]')).toHaveCount(7);
	const tygo = await iemand('tygo');
	const storageState = await tygo.context().storageState();
	const fresh = await (await browser.newContext({ storageState, baseURL: server.url })).newPage();
	const { script } = await weigh(fresh, () => fresh.goto(agenda));
	await expect(fresh.locator('li[data-id]')).toHaveCount(7);
	console.log(`${agenda}: ${script} bytes of script, full, for who reads`);
	expect(script).toBeLessThanOrEqual(70_000);
	expect(script).toBeGreaterThan(0);
});

test('een verslag om in te schrijven is niet zwaar, en er snel', async ({
	page,
	browser,
	server,
}) => {
	await logIn(page, 'sanne');
	const storageState = await page.context().storageState();
	const path = await openVerslag(page);
	const context = await browser.newContext({ storageState, baseURL: server.url });
	const fresh = await context.newPage();
	const open = (to: Page) => async () => {
		await to.goto(path);
		await expect(textOf(to)).toHaveAttribute('contenteditable', 'true');
	};
	// a page that never has nothing to do: what it loads is what one needs to read and write
	const busy = await context.newPage();
	await busy.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }));
	const script = await weighScript(busy, open(busy));
	const all = await weighScript(fresh, async () => {
		await open(fresh)();
		// the regions of what floats over the text: it is there
		await expect(fresh.locator('.tekst-vlak > [role="status"]').nth(1)).toBeAttached();
	});
	console.log(`${path}: ${script} bytes of script, packed with gzip, and ${all - script} at rest`);
	expect(script, 'JavaScript of a verslag').toBeLessThanOrEqual(260_000);
	expect(script, 'JavaScript of a verslag').toBeGreaterThan(70_000);
	expect(all - script, 'what comes when there is nothing else to do').toBeLessThanOrEqual(30_000);
	expect(all - script, 'what comes when there is nothing else to do').toBeGreaterThan(0);
	await busy.close();

	await context.close();

	// from the click on a link until a letter can be typed; at best, for the machine may be busy
	let best = Infinity;
	for (let i = 0; i < 5; i++) {
		await page.goto('/bijeenkomsten');
		const link = linkTo(page, BIJEENKOMST);
		await expect(link).toBeVisible();
		const click = Date.now();
		await link.click();
		await page.waitForSelector('.ProseMirror[contenteditable=true]');
		best = Math.min(best, Date.now() - click);
	}
	console.log(`first letter possible ${best} ms after the click`);
	expect(best, 'until one can write').toBeLessThanOrEqual(1500);
});

test('een bord is licht op de telefoon van een gast, en niet zwaar op een laptop', async ({
	page,
	secondPage,
	browser,
	server,
}) => {
	await logIn(page, 'hanneke');
	const pad = await maakBord(page, 'Wat weegt een bord?');
	await schuiftAan(secondPage, await cijfersVan(page), ['Fatima', 'Bewoner']);
	const tafel = new URL(secondPage.url()).pathname;
	for (const [van, path, most] of [
		[secondPage, tafel, 90_000],
		[page, pad, 160_000],
		[page, `${pad}/beamer`, 110_000],
	] as const) {
		const storageState = await van.context().storageState();
		const context = await browser.newContext({ storageState, baseURL: server.url });
		const fresh = await context.newPage();
		const script = await weighScript(fresh, () => fresh.goto(path));
		console.log(`${path}: ${script} bytes of script, packed with gzip`);
		expect(script, `JavaScript of ${path}`).toBeLessThanOrEqual(most);
		expect(script, `JavaScript of ${path}`).toBeGreaterThan(40_000);
		await context.close();
	}
});
