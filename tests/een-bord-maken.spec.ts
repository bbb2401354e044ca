import type { Page } from '@playwright/test';
import { itemOn, plan, screen } from './bijeenkomst.ts';
import { expect, follow, linkTo, logIn, openTeam, save, test } from './fixtures.ts';
import { TEAM } from './samen.ts';

/** A bord is made, tied to a bijeenkomst, done, taken away and put back; tables come together. */

const wijzig = async (page: Page, bord: string) => {
	await page.goto(`${bord}/wijzig`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wijzig het bord');
};

test('een bord hoort bij een bijeenkomst, en je opent het daar', async ({ page }) => {
	await logIn(page, 'hanneke');
	const bijeenkomst = await plan(page, 'Aan de keukentafel');
	await page.goto(`${bijeenkomst}/over`);
	await follow(linkTo(page, 'Maak een bord'));
	await page.getByLabel('Check-in').check();
	await expect(page.getByLabel('Wat vraag je erbij?')).toHaveAccessibleDescription(
		/Wat houdt je bezig/,
	);
	await page.getByRole('button', { name: 'Maak het bord' }).click();
	await expect(page).toHaveTitle(/^Fout/);
	await expect(page.getByLabel('Check-in')).toBeChecked();
	await screen(page);
	await page.getByLabel('De vraag op het bord').fill('Hoe kom je binnen?');
	await page.getByLabel('Welke fase doen jullie daar?').selectOption('Delen');
	await page.getByRole('button', { name: 'Maak het bord' }).click();
	await expect(page).toHaveURL(/\/borden\/[a-z2-7]{20}$/);
	const bord = new URL(page.url()).pathname;

	await page.goto(bijeenkomst);
	await follow(linkTo(page, 'Open het bord'));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hoe kom je binnen?');
	await openTeam(page, TEAM, 'borden');
	await expect(itemOn(page, 'Hoe kom je binnen?').first()).toContainText('Aan de keukentafel');

	await wijzig(page, bord);
	await screen(page);
	await page.getByLabel('De vraag op het bord').fill('Hoe ga je weg?');
	await save(page, 'Bewaar');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hoe ga je weg?');
	await wijzig(page, bord);
	await page.getByRole('button', { name: /^Maak los/ }).click();
	await expect(page.getByRole('button', { name: /^Maak los/ })).toHaveCount(0);
});

test('ook zonder script: afronden, weer openen, weghalen en terugzetten', async ({ iemand }) => {
	const page = await iemand('hanneke', { javaScriptEnabled: false });
	await openTeam(page, TEAM, 'borden');
	await linkTo(page, 'Maak een bord').click();
	await page.getByLabel('De vraag op het bord').fill('Wat blijft?');
	await page.getByRole('button', { name: 'Maak het bord' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wat blijft?');
	const bord = new URL(page.url()).pathname;
	await wijzig(page, bord);
	await page.getByRole('button', { name: 'Rond het bord af' }).click();
	await expect(page.getByText('Dit bord is afgerond.')).toBeVisible();
	await page.getByRole('button', { name: 'Open het bord weer' }).click();
	await expect(page.getByRole('button', { name: 'Rond het bord af' })).toBeVisible();
	await page.getByRole('button', { name: 'Haal het bord weg' }).click();
	await expect(page.getByRole('heading', { name: 'Weggehaald' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Wat blijft?' })).toHaveCount(0);
	await page.getByRole('button', { name: /^Zet terug.*Wat blijft/ }).click();
	await expect(page.getByRole('link', { name: 'Wat blijft?' })).toBeVisible();
});

test('de tafels van een wereldcafé komen samen op één bord', async ({ page }) => {
	await logIn(page, 'hanneke');
	await openTeam(page, TEAM, 'borden');
	await follow(linkTo(page, 'Maak een bord'));
	await page.getByLabel('Wereldcafé').check();
	await page.getByLabel('De vraag op het bord').fill('Wat nemen we mee?');
	await page.getByRole('button', { name: 'Maak het bord' }).click();
	await expect(page).toHaveURL(/\/wijzig#tafels$/);
	const bord = new URL(page.url()).pathname.replace('/wijzig', '');
	await page.getByLabel('Nieuwe tafels').fill('Eten\nMuziek');
	await save(page, 'Maak de tafels', 'Er staan 2 tafels bij.');
	await screen(page);

	await follow(linkTo(page, 'Eten', true));
	await page.getByRole('textbox', { name: 'Jouw briefje' }).fill('Samen koken');
	await page.getByRole('button', { name: 'Leg op tafel' }).click();
	await expect(page.locator('[data-briefje]').filter({ hasText: 'Samen koken' })).toBeVisible();
	await wijzig(page, bord);
	await page.getByRole('button', { name: 'Breng de tafels samen' }).click();
	await expect(page).toHaveURL(bord);
	await expect(page.getByRole('main')).toContainText('Samen koken');
	await wijzig(page, bord);
	await save(page, 'Breng de tafels samen', 'Er is niets nieuws aan de tafels.');
	await openTeam(page, TEAM, 'borden');
	await expect(page.getByRole('list', { name: 'Tafels van Wat nemen we mee?' })).toContainText(
		'Muziek',
	);
	await screen(page);
});
