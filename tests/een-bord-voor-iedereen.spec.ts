import type { Page } from '@playwright/test';
import { aanTafel, legt, luik, regie, verplaats } from './bord.ts';
import { axe, dutch, expect, fitsWidth, test } from './fixtures.ts';

/**
 * AC-67 and AC-68 at one bord, from the first briefje to the end: as a table and as a list, on the
 * phone of a gast, on the wall, and for who leads.
 */

test.describe.configure({ timeout: 300_000 });

const WIDTHS = [320, 360, 768, 1024, 1920, 1440];
/** As much as there is: what is half behind a bar now is not too small. */
const HEIGHT = 2400;
const COLOURS = ['color-contrast', 'link-in-text-block'];
const GROEP = 'Wat er voor de deur gebeurt';
const TEKST = 'Een heel lang verhaal over de verhuurdersorganisatievertegenwoordiger aan de deur';

/** On the narrowest screen and on a laptop, there in the light and in the dark; nothing sticks out of any. */
async function bekijk(page: Page) {
	for (const width of WIDTHS) {
		await page.setViewportSize({ width, height: HEIGHT });
		await fitsWidth(page);
		if (width === 320 || width === 1440) await axe(page);
	}
	await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
	await axe(page, COLOURS);
	await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
	await dutch(page);
}

/** Letters twice as large, as the browser is told: nothing is cut off, and nothing sticks out. */
async function vergroot(page: Page) {
	const browser = await page.context().newCDPSession(page);
	const letters = (standard: number) =>
		browser.send('Page.setFontSizes', { fontSizes: { standard } });
	await page.setViewportSize({ width: 1280, height: 900 });
	await letters(32);
	const rem = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
	await expect.poll(rem).toBe('32px');
	await fitsWidth(page);
	const afgekapt = await page.evaluate(() =>
		[...document.querySelectorAll<HTMLElement>('main *, header *, section *')]
			.filter((one) => one.checkVisibility() && one.textContent!.trim() !== '')
			.filter((one) => !one.closest('.sr, svg, select') && one.clientWidth > 1)
			.filter((one) => ['hidden', 'clip'].includes(getComputedStyle(one).overflowX))
			.filter((one) => one.scrollWidth > one.clientWidth + 1)
			.map((one) => one.outerHTML.slice(0, 120)),
	);
	expect(afgekapt).toEqual([]);
	await letters(16);
	await browser.detach();
}

/** With the colours of the device: what can be pressed or filled in has an edge, and shows that it is on. */
async function eigenKleuren(page: Page) {
	await page.emulateMedia({ forcedColors: 'active' });
	const zonderRand = await page.evaluate(() => {
		const alle = (selector: string) =>
			[...document.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility());
		const mist = (lijn: 'border-top-style' | 'outline-style', one: HTMLElement) =>
			getComputedStyle(one).getPropertyValue(lijn) === 'none';
		return [
			...alle('.btn:not(.btn-kaal), .input, .note').filter((one) => mist('border-top-style', one)),
			...alle('[aria-pressed="true"]').filter((one) => mist('outline-style', one)),
		].map((one) => one.outerHTML.slice(0, 120));
	});
	expect(zonderRand).toEqual([]);
	await page.emulateMedia({ forcedColors: 'none' });
}

/** What comes up from the bar of who leads, on a laptop and on a phone. */
async function bekijkRegie(page: Page) {
	await page.setViewportSize({ width: 1440, height: 900 });
	for (const summary of await regie(page).locator('summary.btn').all()) {
		await summary.click();
		await axe(page);
		await page.keyboard.press('Escape');
		await expect(summary).toBeFocused();
	}
	await page.setViewportSize({ width: 320, height: 640 });
	await page.getByRole('button', { name: 'Alles van de regie' }).click();
	await fitsWidth(page);
	await axe(page);
	await page.getByRole('button', { name: 'Alles van de regie' }).click();
	await page.setViewportSize({ width: 1440, height: 900 });
}

const kies = (page: Page, weergave: 'Tafel' | 'Lijst') =>
	page.getByRole('button', { name: weergave, exact: true }).click();

test('in elke fase is een bord voor iedereen te lezen en te bedienen', async ({
	page: laptop,
	browser,
	server,
}) => {
	await laptop.emulateMedia({ reducedMotion: 'reduce' });
	const zaal = { page: laptop, browser, server };
	const { pad, gast, wrong, context } = await aanTafel(zaal, 'Wie staat er voor de deur?');
	const beamer = await laptop.context().newPage();
	await beamer.setViewportSize({ width: 1920, height: 1080 });
	await beamer.goto(`${pad}/beamer`);

	/** All screens as they are now. */
	async function alles() {
		for (const weergave of ['Lijst', 'Tafel'] as const) {
			await kies(laptop, weergave);
			await bekijk(laptop);
			await vergroot(laptop);
			await eigenKleuren(laptop);
		}
		await bekijk(gast);
		await vergroot(gast);
		await eigenKleuren(gast);
		await axe(beamer);
		await fitsWidth(beamer);
		await laptop.setViewportSize({ width: 1440, height: 900 });
		await gast.setViewportSize({ width: 360, height: 740 });
	}

	await test.step('delen: ieder voor zich', async () => {
		await regie(laptop).getByRole('switch', { name: 'Stil schrijven' }).click();
		for (const tekst of [TEKST, 'De bel doet het niet']) await legt(gast, tekst);
		await legt(laptop, 'Niemand doet open');
		await expect(laptop.getByText('Nu zie alleen jij dit briefje.').first()).toBeVisible();
		await alles();
	});

	await test.step('delen: alles open, en niets beweegt voor wie rust wil', async () => {
		const bewogen = await laptop.evaluateHandle(() => {
			const names: string[] = [];
			const { animate } = Element.prototype;
			Element.prototype.animate = function (this: Element, ...how) {
				names.push(this.outerHTML.slice(0, 80));
				return animate.apply(this, how);
			};
			return names;
		});
		await regie(laptop)
			.getByRole('button', { name: /^Leg open/ })
			.click();
		for (const scherm of [laptop, gast, beamer])
			await expect(scherm.getByText(TEKST).first()).toBeVisible();
		expect(await bewogen.jsonValue()).toEqual([]);
		await alles();
		await bekijkRegie(laptop);
	});

	await test.step('duiden', async () => {
		await regie(laptop).getByRole('button', { name: 'Naar Duiden' }).click();
		await verplaats(laptop, TEKST, 'Nieuwe groep');
		await laptop.getByLabel('Naam van deze groep').fill(GROEP);
		await verplaats(laptop, 'Niemand doet open', GROEP);
		await laptop.getByText('Schrijf een inzicht', { exact: true }).click();
		await laptop.getByRole('radio', { name: 'spanning' }).check();
		await laptop.getByLabel('Aan de ene kant').fill('Wij bellen aan');
		await laptop.getByLabel('Aan de andere kant').fill('Een brief is genoeg');
		await laptop.getByRole('button', { name: 'Bewaar', exact: true }).click();
		await expect(gast.getByText('En ook: Een brief is genoeg')).toBeVisible();
		await alles();
	});

	await test.step('stippen geven', async () => {
		const vak = await luik(laptop, 'Stippen geven');
		await vak.getByRole('button', { name: 'Begin met stippen' }).click();
		await gast.getByRole('button', { name: `Geef een stip aan ${GROEP}` }).click();
		await expect(gast.getByText('Je hebt nog 2 stippen')).toBeVisible();
		await laptop.locator('li.groep').getByRole('button', { name: 'Stip bij' }).click();
		await expect(regie(laptop).getByText('2 van 6 stippen').first()).toBeVisible();
		await alles();
		await bekijkRegie(laptop);
	});

	await test.step('de uitslag', async () => {
		await regie(laptop).getByRole('button', { name: 'Toon uitslag' }).click();
		await expect(gast.getByText('2 stippen')).toBeVisible();
		await alles();
	});

	await test.step('doen', async () => {
		await regie(laptop).getByRole('button', { name: 'Naar Doen' }).click();
		await laptop.getByText('Maak een afspraak', { exact: true }).click();
		await laptop.getByLabel('Wat gaan jullie doen?').fill('Zelf aanbellen');
		await laptop.getByRole('button', { name: 'Spreek dit af', exact: true }).click();
		await expect(laptop.getByText('Zonder naam is het nog geen afspraak.')).toBeVisible();
		await axe(laptop);
		await laptop.getByRole('button', { name: 'Bewaar het alvast' }).click();
		await expect(gast.getByText('Wie: nog van niemand')).toBeVisible();
		await alles();
	});

	await test.step('en als het klaar is', async () => {
		await laptop.goto(`${pad}/wijzig`);
		await laptop.getByRole('button', { name: 'Rond het bord af' }).click();
		await expect(laptop.getByText('Dit bord is afgerond.')).toBeVisible();
		await laptop.goto(pad);
		await expect(
			gast.getByText('Dank je wel. Wat jij schreef, gaat mee in het verslag.'),
		).toBeVisible();
		await alles();
	});
	expect(wrong, 'what a page may never do').toEqual([]);
	await context.close();
});
