import { expect, type Page } from '@playwright/test';

/** `/leeromgevingen/abc…/leden?x=1` is the same screen as that of another leeromgeving. */
export const screenOf = (url: string) => new URL(url).pathname.replace(/[a-z0-9]{20}/g, ':id');

/** A calendar goes on for ever: one month of it is enough. */
const addressOf = (url: string) => url.replace(/maand=\d{4}-\d{2}/, 'maand=');

/**
 * Follows every link from the page that is open, without a browser in between.
 *
 * @param same what makes two addresses the same; by default all but the month of a calendar
 * @returns one address and the page as it was sent, for each; a file is kept and not shown
 */
export async function crawl(page: Page, same = addressOf) {
	const found = new Map<string, { url: string; html: string; isFile: boolean }>();
	const seen = new Set<string>();
	const queue = [page.url()];
	for (let url = queue.shift(); url; url = queue.shift()) {
		if (seen.has(same(url))) continue;
		seen.add(same(url));
		// slow to make, and no words can be found in it as it is: others ask for these by hand
		if (/\/(export\/(pdf|docx)|papier\/pdf)$/.test(url)) continue;
		const response = await page.request.get(url);
		if (!/^text\/html/.test(response.headers()['content-type'] ?? '')) continue;
		// the card of a team is for everyone, its space is not
		if (response.status() === 403) continue;
		expect(response.status(), `a link leads to ${url}`).toBe(200);
		const html = await response.text();
		const isFile = /^attachment/.test(response.headers()['content-disposition'] ?? '');
		found.set(same(url), { url, html, isFile });
		for (const [, href = ''] of html.matchAll(/<a\b[^>]*?\shref="([^"#]+)/g)) {
			const next = new URL(href.replaceAll('&amp;', '&'), response.url());
			if (next.origin === new URL(url).origin) queue.push(next.href);
		}
	}
	return found;
}
