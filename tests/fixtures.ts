import { readFileSync } from 'node:fs';
import {
	test as base,
	expect,
	type Browser,
	type BrowserContextOptions,
	type Locator,
	type Page,
} from '@playwright/test';
import { watch } from './checks.ts';
import { Server, type Kind } from './server.ts';
import { started } from './started.ts';

export { axe, dutch, fitsWidth } from './checks.ts';
export { FIXTURE, type Server } from './server.ts';
export { expect };

interface Registry {
	/** The server of this file of journeys; the one of the file before it goes. */
	serverFor(file: string, kind: Kind): Promise<Server>;
}

interface Fixtures {
	kind: Kind;
	server: Server;
	/** A second person: an own browser context, watched as the first. */
	secondPage: Page;
	/** Somebody of the example, logged in, in a browser context of their own, watched as the first. */
	iemand(who: string, options?: BrowserContextOptions): Promise<Page>;
}

type Context = Awaited<ReturnType<Browser['newContext']>>;

const watched = async (context: Context, server: Server, use: (page: Page) => Promise<void>) => {
	const wrong = await watch(context, () => server.url);
	await use(await context.newPage());
	expect(wrong, 'what a page may never do').toEqual([]);
};

export const test = base.extend<Fixtures, { registry: Registry }>({
	kind: ['voorbeeld', { option: true }],
	registry: [
		async ({ browserName: _ }, use) => {
			let current: { file: string; server: Server } | undefined;
			await use({
				async serverFor(file, kind) {
					if (current?.file !== file) {
						await current?.server.remove();
						current = { file, server: await Server.start(kind) };
					}
					return current.server;
				},
			});
			await current?.server.remove();
		},
		{ scope: 'worker' },
	],
	server: async ({ registry, kind }, use, { file }) => use(await registry.serverFor(file, kind)),
	baseURL: async ({ server }, use) => use(server.url),
	page: async ({ context, server }, use) => watched(context, server, use),
	secondPage: async ({ browser, server, contextOptions }, use) => {
		const context = await browser.newContext({ ...contextOptions, baseURL: server.url });
		await watched(context, server, use);
		await context.close();
	},
	iemand: async ({ browser, server, contextOptions }, use) => {
		const contexts: Context[] = [];
		const wrong: string[][] = [];
		await use(async (who, options) => {
			const own = { ...contextOptions, ...options, baseURL: server.url };
			const context = await browser.newContext(own);
			contexts.push(context);
			wrong.push(await watch(context, () => server.url));
			const page = await context.newPage();
			await logIn(page, who);
			return page;
		});
		expect(wrong.flat(), 'what a page may never do').toEqual([]);
		for (const context of contexts) await context.close();
	},
});

const { personen } = JSON.parse(readFileSync('voorbeeld/zuid-holland-zuid.json', 'utf8')) as {
	personen: { sleutel: string; email?: string }[];
};
/** The address of one of the invented people of the example werkplaats. */
export const emailVan = (sleutel: string) =>
	personen.find((persoon) => persoon.sleutel === sleutel)!.email!;

/** Logs in through the real form: somebody of the example, or an address with a password. */
export async function logIn(page: Page, who: string, wachtwoord = 'kleedje thee en koekjes') {
	await page.goto('/inloggen');
	await page
		.getByLabel('E-mailadres')
		.first()
		.fill(who.includes('@') ? who : emailVan(who));
	await page.getByLabel('Wachtwoord', { exact: true }).fill(wachtwoord);
	await page.getByRole('button', { name: 'Log in', exact: true }).click();
	await expect(page).not.toHaveURL(/\/inloggen/);
}

/** What a browser context on a phone is told. */
export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** The link with this in its name, in the page itself and not in its navigation. */
export const linkTo = (page: Page, name: string, exact = false) =>
	page.getByRole('main').getByRole('link', { name, exact }).first();

/** Follows a link, and resolves when its page is there: a click alone leaves one on this page. */
export async function follow(link: Locator, press = () => link.click()) {
	const page = link.page();
	const { href } = new URL((await link.getAttribute('href'))!, page.url());
	await press();
	await page.waitForURL((url) => url.href === href);
	await started(page);
}

/** Opens a leeromgeving from the list of all, and one of its tabs. */
export async function openTeam(page: Page, naam: string, tab?: string): Promise<string> {
	await page.goto('/leeromgevingen');
	const heading = page.getByRole('heading', { name: naam, exact: true });
	await follow(page.getByRole('main').getByRole('link').filter({ has: heading }));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(naam);
	const path = new URL(page.url()).pathname;
	if (tab) await page.goto(`${path}/${tab}`);
	return path;
}

const SAVED = /^(Bewaard|Toegevoegd|Gemaakt)|is er\.$/;

/** Presses the button and waits until the form was taken: no error, and a message. */
export async function save(page: Page, button: string, said: string | RegExp = SAVED) {
	const toast = page.locator('.toast');
	// what the form before this one left is no answer
	await page.evaluate(() => document.querySelector<HTMLElement>('.toast-dicht')?.click());
	await expect(toast).toHaveCount(0);
	await page.getByRole('button', { name: button, exact: true }).click();
	await expect(toast.getByText(said)).toBeVisible();
	await expect(page).not.toHaveTitle(/^Fout/);
}

/** What on this page looks like this, such as a code, once it is there. */
export async function written(page: Page, like: RegExp): Promise<string> {
	const main = page.getByRole('main');
	await expect(main).toContainText(like);
	return like.exec(await main.innerText())![0];
}

/** The last mail to this address, once it is there. */
export async function mailTo(server: Server, email: string, after = 0): Promise<string> {
	const find = () =>
		server
			.mails()
			.slice(after)
			.findLast((mail) => mail.includes(email)) ?? '';
	await expect.poll(find, `mail to ${email}`).not.toBe('');
	return find();
}

/** The first link of ours in a mail. */
export const linkIn = (mail: string) => /https?:\/\/[^\s"<>]+/.exec(mail)![0];

/** Presses Tab until the focus is there; fails when it is never reached. */
export async function tabTo(page: Page, target: ReturnType<Page['locator']>, most = 80) {
	await expect(target).toBeVisible();
	for (let i = 0; i < most; i++) {
		await page.keyboard.press('Tab');
		if (await target.evaluate((element) => element === document.activeElement)) return;
	}
	throw new Error(`not reached with ${most} times Tab: ${target}`);
}
