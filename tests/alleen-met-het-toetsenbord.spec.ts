import type { Page } from '@playwright/test';
import { axe, emailVan, expect, tabTo, test, written } from './fixtures.ts';
import { choose, press, type } from './keyboard.ts';

const WACHTWOORD = 'kleedje thee en koekjes';

/** AC-66: the whole way without a mouse, with the focus always in sight. */

async function comeIn(page: Page, who: string) {
	await page.goto('/inloggen');
	await type(page, 'E-mailadres', emailVan(who));
	await type(page, 'Wachtwoord', WACHTWOORD);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('navigation').first()).toBeVisible();
}

test('inloggen en een vraag schrijven', async ({ page }) => {
	await comeIn(page, 'sanne');

	await page.reload();
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Naar de inhoud' })).toBeFocused();
	await expect(page.getByRole('link', { name: 'Naar de inhoud' })).toBeInViewport();
	await page.keyboard.press('Enter');

	await press(page, 'link', 'Samenspel tussen informeel en formeel');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Samenspel tussen');
	await press(page, 'link', 'Leervragen');
	await press(page, 'link', 'Praktijkvraag');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Schrijf een praktijkvraag');
	await type(page, 'De vraag', 'Kan het met toetsen?');
	await press(page, 'button', 'Bewaar de vraag');
	await expect(page.getByRole('main')).toContainText('Kan het met toetsen?');
	await axe(page);
});

test('wie iets bewaart, gaat verder waar dat was', async ({ page }) => {
	await comeIn(page, 'sanne');
	await page.goto('/account');
	await press(page, 'button', 'Bewaar');
	await expect(page.getByText('Bewaard.', { exact: true })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Bewaar', exact: true })).toBeFocused();
});

test('een periode die overlapt verbeteren vanuit de samenvatting', async ({ page }) => {
	await comeIn(page, 'hanneke');
	await page.goto('/beheer/perioden');
	await press(page, 'link', 'Nieuwe periode');
	await type(page, 'Begint', 'juni 2017');
	await type(page, 'Eindigt', 'december 2017');
	await press(page, 'button', 'Maak periode');
	await expect(page).toHaveTitle(/^Fout/);
	const summary = page.getByRole('alert').filter({ hasText: 'Kijk dit nog even na' });
	await tabTo(page, summary.getByRole('link').first());
	await page.keyboard.press('Enter');
	await expect(page.getByLabel('Begint')).toBeFocused();
	await page.keyboard.press('ControlOrMeta+a');
	await page.keyboard.type('januari 2031');
	await type(page, 'Eindigt', '');
	await page.keyboard.press('ControlOrMeta+a');
	await page.keyboard.type('december 2033');
	await press(page, 'button', 'Maak periode');
	await expect(page.getByRole('main')).toContainText('2031');
});

test('iemand uitnodigen op papier, en aanschuiven', async ({ page, secondPage }) => {
	await comeIn(page, 'hanneke');
	await press(page, 'link', 'Samenspel tussen informeel en formeel');
	await press(page, 'link', 'Leden');
	await press(page, 'link', 'Nodig iemand uit');
	await tabTo(page, page.getByLabel('Naam'));
	await page.keyboard.type('Tinie');
	await tabTo(page, page.getByLabel('Van welke kant kijkt deze persoon?'));
	await page.keyboard.type('bewoner');
	await choose(page, 'Ik geef een code op papier');
	await press(page, 'button', 'Nodig uit');
	await expect(page).toHaveURL(/\/uitnodigingen\//);
	const code = await written(page, /\d{4} \d{4} \d{4}/);

	await secondPage.goto('/meedoen');
	await type(secondPage, 'Code', code);
	await secondPage.keyboard.press('Enter');
	await expect(secondPage.getByRole('heading', { level: 1 })).toContainText('Schuif je aan bij');
	await tabTo(secondPage, secondPage.getByLabel('Voornaam', { exact: true }));
	await secondPage.keyboard.press('ControlOrMeta+a');
	await secondPage.keyboard.type('Tinie');
	await press(secondPage, 'button', 'Doe mee');
	await expect(secondPage.getByRole('heading', { level: 1 })).toContainText('Tinie');
});

test('zoeken en doen met Ctrl K', async ({ page }) => {
	await comeIn(page, 'sanne');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Sanne');

	await page.keyboard.press('Control+k');
	const dialog = page.getByRole('dialog');
	await expect(dialog.getByRole('combobox')).toBeFocused();
	await page.keyboard.type('veerkracht');
	await expect(dialog.getByRole('option', { name: /Veerkracht/ }).first()).toBeVisible();
	await axe(page);
	await page.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);

	await page.keyboard.press('Control+k');
	await expect(dialog.getByRole('combobox')).toBeFocused();
	await page.keyboard.type('kennisagenda');
	// Enter opens what is chosen, a moment after it is found
	await expect(dialog.getByRole('option', { selected: true })).toContainText('Kennisagenda');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/kennisagenda/);
});
