import { expect, type Locator, type Page } from '@playwright/test';
import { axe, dutch, fitsWidth, openTeam } from './fixtures.ts';
import { TEAM } from './samen.ts';

/** What the journeys about what happens around a bijeenkomst have in common. */

export const MIDDAG = { 'Begint om': '14.00', 'Klaar om': '16.30' };
export const HELE_DAG = { 'Begint om': '0.00', 'Klaar om': '23.59' };

const DAY_MS = 86_400_000;
/** "22 november 2026", so many days from today. */
export const dagOver = (days = 0): string =>
	new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', dateStyle: 'long' }).format(
		Date.now() + days * DAY_MS,
	);

/**
 * Presses the button, and is asked whether this is so: with the focus on it, and nothing saved. The
 * same button again means yes.
 */
export async function isAsked(page: Page, button: string, zin: string | RegExp) {
	await page.getByRole('button', { name: button, exact: true }).first().click();
	const vraag = page.getByRole('alert').filter({ hasText: 'Klopt dit?' });
	await expect(vraag).toBeFocused();
	await expect(vraag).toContainText(zin);
	await expect(page).toHaveTitle(/^Klopt dit\? /);
}
export const GEEN_PERIODE = 'Deze dag valt in geen enkele periode.';

/** Presses what plans it: the last periode of the example ended in 2019. */
export async function pressPlan(page: Page) {
	await isAsked(page, 'Plan de bijeenkomst', GEEN_PERIODE);
	await page.getByRole('button', { name: 'Plan de bijeenkomst' }).click();
}

/** Plans one of a team as anybody does; resolves to its address, and is on its page then. */
export async function plan(
	page: Page,
	titel: string,
	{ team = TEAM, ...velden }: Record<string, string> = {},
): Promise<string> {
	await openTeam(page, team, 'bijeenkomsten/nieuw');
	await page.getByLabel('Titel', { exact: true }).fill(titel);
	for (const [label, value] of Object.entries({ Wanneer: '11 juni 2091', ...velden }))
		await page.getByLabel(label).fill(value);
	await pressPlan(page);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(titel);
	return new URL(page.url()).pathname;
}

/** What stands in a list of the page itself, with these words in it. */
export const itemOn = (page: Page, words: string): Locator =>
	page.getByRole('main').getByRole('listitem').filter({ hasText: words });

/** Who stands in a table, by name. */
export const rowOf = (page: Page, naam: string): Locator =>
	page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: naam }) });

/** This screen is for everybody: no violation, no English, and nothing that sticks out. */
export async function screen(page: Page) {
	await axe(page);
	await dutch(page);
	await fitsWidth(page);
}
