import type { Page } from '@playwright/test';
import { axe, emailVan, expect, tabTo, test } from './fixtures.ts';

/** AC-66: the whole way without a mouse, with the focus always in sight. */

async function type(page: Page, label: string, text: string) {
	await tabTo(page, page.getByLabel(label, { exact: true }));
	await page.keyboard.type(text);
}

async function press(page: Page, role: 'button' | 'link', name: string) {
	const target = page.getByRole(role, { name, exact: true }).first();
	await tabTo(page, target);
	await expect(target).toBeInViewport();
	await page.keyboard.press('Enter');
}

test('inloggen, een vraag schrijven en loslaten, uitloggen', async ({ page }) => {
	await page.goto('/inloggen');
	await type(page, 'E-mailadres', emailVan('sanne'));
	await type(page, 'Wachtwoord', 'kleedje thee en koekjes');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('navigation').first()).toBeVisible();

	await page.reload();
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Naar de inhoud' })).toBeFocused();
	await expect(page.getByRole('link', { name: 'Naar de inhoud' })).toBeInViewport();
	await page.keyboard.press('Enter');

	await press(page, 'link', 'Samenspel tussen informeel en formeel');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Samenspel tussen');
	await press(page, 'link', 'Leervragen');
	await expect(page).toHaveURL(/leervragen$/);
	await press(page, 'link', 'Praktijkvraag');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Schrijf een praktijkvraag');
	await type(page, 'De vraag', 'Kan het met toetsen?');
	await press(page, 'button', 'Bewaar de vraag');
	await expect(page.getByRole('main')).toContainText('Kan het met toetsen?');
	await axe(page);
});

test('zoeken en doen met Ctrl K', async ({ page }) => {
	await page.goto('/inloggen');
	await type(page, 'E-mailadres', emailVan('sanne'));
	await type(page, 'Wachtwoord', 'kleedje thee en koekjes');
	await page.keyboard.press('Enter');
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
	await page.keyboard.type('kennisagenda');
	await expect(dialog.getByRole('option', { name: /Kennisagenda/ }).first()).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/kennisagenda/);
});
