import { AxeBuilder } from '@axe-core/playwright';
import { expect, type BrowserContext, type Page } from '@playwright/test';
import { startedOn } from './started.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Everything is in a part of the page that can be gone to. Good practice, and no rule of WCAG. */
export const LANDMARKS = ['landmark-one-main', 'region', 'skip-link'];

/** Nothing is on its way to another place or colour any more; what turns forever may turn. */
const settled = (page: Page) =>
	page.waitForFunction(() =>
		document
			.getAnimations()
			.every(
				({ playState, effect }) =>
					playState !== 'running' || effect?.getComputedTiming().endTime === Infinity,
			),
	);

/** No WCAG 2.2 AA violation on what is on screen now; of these rules only, when given. */
export async function axe(page: Page, rules?: string[]) {
	await settled(page);
	const builder = new AxeBuilder({ page });
	const { violations } = await (
		rules ? builder.withRules(rules) : builder.withTags(WCAG)
	).analyze();
	const found = violations.flatMap(({ id, help, nodes }) =>
		nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target}: ${failureSummary}`),
	);
	expect(found, `WCAG 2.2 AA on ${page.url()}`).toEqual([]);
}

const ENGLISH =
	/\b(the|and|with|your|please|submit|log ?out|search|save|cancel|delete|close|open menu|loading|required|invalid|error|not found|unknown|undefined|null|NaN|true|false)\b|\[object/i;

/** Only Dutch can be read, but for texts that are marked as another language. */
export async function dutch(page: Page) {
	const words = await page.evaluate(() => {
		const found: string[] = [document.title];
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const parent = node.parentElement!;
			if (parent.closest('script, style, code, [lang]:not([lang=nl])')) continue;
			if (parent.checkVisibility()) found.push(node.textContent!.trim());
		}
		for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
			for (const name of ['aria-label', 'title', 'placeholder'])
				found.push(element.getAttribute(name) ?? '');
		return found;
	});
	expect(words.filter((text) => ENGLISH.test(text))).toEqual([]);
}

/** Nothing sticks out sideways; a table may, in its own scroller. */
export async function fitsWidth(page: Page) {
	const tooWide = () =>
		page.evaluate(() => {
			const { scrollWidth, clientWidth } = document.documentElement;
			return scrollWidth - clientWidth;
		});
	await expect.poll(tooWide, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** What a page may never do; collected while a journey runs. */
export async function watch(context: BrowserContext, origin: () => string): Promise<string[]> {
	const wrong: string[] = [];
	await context.exposeBinding('reportViolation', (_, text: string) => wrong.push(text));
	await context.addInitScript(() => {
		addEventListener('securitypolicyviolation', (event) => {
			const { reportViolation } = window as unknown as { reportViolation(text: string): void };
			reportViolation(`CSP ${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
		});
	});
	await startedOn(context);
	context.on('request', (request) => {
		const url = new URL(request.url());
		if (/^https?:$/.test(url.protocol) && url.origin !== origin())
			wrong.push(`request to ${url.origin}`);
	});
	context.on('response', (response) => {
		if (response.status() >= 500) wrong.push(`${response.status()} at ${response.url()}`);
	});
	context.on('weberror', (error) => wrong.push(`error in page: ${error.error().stack}`));
	context.on('console', (message) => {
		// a form that was refused answers 4xx, and a line may be down: the browser notes that, and it
		// is meant
		const meant =
			/^(Failed to load resource: (.* status of 4\d\d|net::ERR_(INTERNET_DIS|CONNECTION_|EMPTY_RESPONSE))|WebSocket connection to .* failed:)/.test(
				message.text(),
			);
		if (message.type() === 'error' && !meant) wrong.push(`console: ${message.text()}`);
	});
	return wrong;
}
