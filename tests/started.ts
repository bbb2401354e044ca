import type { BrowserContext, Page } from '@playwright/test';

interface Told {
	/** Undefined in a context that is not watched. */
	scriptStarted?: boolean;
}

/**
 * Resolves when the script of the page is there. What is pressed before that works too, but by
 * another way: the browser's own, with a page that is loaded anew in the midst of what comes next.
 */
export async function started(page: Page) {
	await page.waitForFunction(() => {
		const { scriptStarted = true } = window as Told;
		const isApp = [...document.scripts].some(({ text }) => text.includes('__sveltekit'));
		return scriptStarted || !isApp || matchMedia('(scripting: none)').matches;
	});
}

/** Every page of this context waits for its script wherever it goes, and when it is reloaded. */
export async function startedOn(context: BrowserContext) {
	await context.addInitScript(() => {
		(window as Told).scriptStarted = false;
		// the first thing the router does once the page is alive
		const listen = window.addEventListener;
		window.addEventListener = function (this: Window, type: string, ...rest: unknown[]) {
			if (type === 'popstate') (window as Told).scriptStarted = true;
			return Reflect.apply(listen, this ?? window, [type, ...rest]);
		} as typeof listen;
	});
	context.on('page', (page) => {
		const { goto, reload } = page;
		page.goto = async (...how) => {
			const response = await goto.apply(page, how);
			await started(page);
			return response;
		};
		page.reload = async (...how) => {
			const response = await reload.apply(page, how);
			await started(page);
			return response;
		};
	});
}
