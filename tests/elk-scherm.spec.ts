import type { Page } from '@playwright/test';
import { axe, dutch, expect, fitsWidth, logIn, test } from './fixtures.ts';

/** Every screen that links lead to: what is added later is found by itself. */

const LOOKS = [
	{ width: 1440, colorScheme: 'light' },
	{ width: 1440, colorScheme: 'dark' },
	{ width: 360, colorScheme: 'light' },
	{ width: 360, colorScheme: 'dark' },
] as const;

/** `/werkteams/abc…/leden?x=1` is the same screen as that of another werkteam. */
const screenOf = (url: string) => new URL(url).pathname.replace(/[a-z0-9]{20}/g, ':id');

/** Every screen that can be reached from here, with one address of each. */
async function screens(page: Page): Promise<Map<string, string>> {
	const found = new Map<string, string>();
	const queue = [page.url()];
	for (let url = queue.shift(); url; url = queue.shift()) {
		if (found.has(screenOf(url))) continue;
		const response = await page.request.get(url);
		if (!/^text\/html/.test(response.headers()['content-type'] ?? '')) continue;
		expect(response.status(), `a link leads to ${url}`).toBe(200);
		found.set(screenOf(url), url);
		for (const [, href = ''] of (await response.text()).matchAll(/<a\b[^>]*?\shref="([^"#]+)/g)) {
			const next = new URL(href.replaceAll('&amp;', '&'), response.url());
			if (next.origin === new URL(url).origin && !found.has(screenOf(next.href)))
				queue.push(next.href);
		}
	}
	return found;
}

async function inspect(page: Page, url: string) {
	await page.goto(url);
	await expect(page.getByRole('main'), url).toHaveCount(1);
	await expect(page.getByRole('heading', { level: 1 }), url).toHaveCount(1);
	await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
	await expect(page).toHaveTitle(/ · Samenspel$/);
	await axe(page);
	await dutch(page);
	await fitsWidth(page);
}

test.describe.configure({ mode: 'parallel', timeout: 240_000 });

for (const { width, colorScheme } of LOOKS)
	test.describe(`${width} px, ${colorScheme}`, () => {
		test.use({ viewport: { width, height: 800 }, colorScheme });

		test('elk scherm is voor iedereen te lezen', async ({ page }) => {
			await page.goto('/inloggen');
			const open = await screens(page);
			for (const url of open.values()) await inspect(page, url);

			await logIn(page, 'hanneke');
			const closed = await screens(page);
			expect(closed.size, [...closed.keys()].join(' ')).toBeGreaterThan(15);
			for (const [screen, url] of closed) if (!open.has(screen)) await inspect(page, url);
		});
	});
