import type { Page } from '@playwright/test';
import { axe, dutch, expect, fitsWidth, logIn, test } from './fixtures.ts';
import { cijfersVan, maakBord, schuiftAan } from './bord.ts';
import { crawl, screenOf } from './crawl.ts';

/** AC-68: every screen that links lead to, so that what is added later is found by itself. */

const WIDTHS = [1440, 360];
/** A dark screen is the same page in other colours. */
const COLOURS = ['color-contrast', 'link-in-text-block', 'target-size'];

const GROUND = { light: 'rgb(245, 243, 236)', dark: 'rgb(16, 23, 20)' };

/** A screen for a room is light, whatever the device of who shows it asks for. */
const isBeamer = (page: Page) => page.url().endsWith('/beamer');

/** As the device asks for, and no colour on its way to another any more. */
async function colours(page: Page, colorScheme: 'light' | 'dark') {
	await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
	const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
	await expect.poll(ground).toBe(GROUND[isBeamer(page) ? 'light' : colorScheme]);
	await page.evaluate(() => document.getAnimations().forEach((change) => change.finish()));
}

async function inspect(page: Page, url: string) {
	await page.goto(url);
	await expect(page.getByRole('main'), url).toHaveCount(1);
	await expect(page.getByRole('heading', { level: 1 }), url).toHaveCount(1);
	await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
	await expect(page).toHaveTitle(/ · Samenspel$/);
	await dutch(page);
	for (const width of WIDTHS) {
		await page.setViewportSize({ width, height: 800 });
		await fitsWidth(page);
		await colours(page, 'light');
		await axe(page);
		await colours(page, 'dark');
		await axe(page, COLOURS);
	}
}

test.describe.configure({ mode: 'parallel', timeout: 480_000 });

test('elk scherm zonder account is voor iedereen te lezen', async ({ page }) => {
	await page.goto('/inloggen');
	const open = await crawl(page, screenOf);
	expect(open.size).toBeGreaterThan(4);
	for (const { url } of open.values()) await inspect(page, url);
});

test('elk scherm van een gast aan een bord is voor iedereen te lezen', async ({
	page,
	secondPage,
}) => {
	await logIn(page, 'hanneke');
	await maakBord(page, 'Wat ziet een gast?');
	await schuiftAan(secondPage, await cijfersVan(page), ['Fatima', 'Bewoner']);
	for (const url of [secondPage.url(), '/meedoen', '/mijn-briefjes'])
		await inspect(secondPage, url);
});

/** In parts, for two workers: each has its own time. */
const PARTS = 4;
for (let part = 0; part < PARTS; part++)
	test(`elk scherm van de werkplaats is voor iedereen te lezen, deel ${part + 1}`, async ({
		page,
	}) => {
		await page.goto('/inloggen');
		const open = await crawl(page, screenOf);
		await logIn(page, 'hanneke');
		const all = [...(await crawl(page, screenOf))].filter(
			([screen, { isFile }]) => !open.has(screen) && !isFile,
		);
		expect(all.length, all.map(([screen]) => screen).join(' ')).toBeGreaterThan(20);
		for (const [index, [, { url }]] of all.entries())
			if (index % PARTS === part) await inspect(page, url);
	});
