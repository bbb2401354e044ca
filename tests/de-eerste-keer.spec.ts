import { axe, dutch, expect, follow, linkTo, save, test } from './fixtures.ts';
import type { Page } from '@playwright/test';

/** AC-01, AC-02, AC-03: from an empty folder to a werkplaats with perioden and a kennisagenda. */

test.use({ kind: 'empty' });
test.describe.configure({ mode: 'serial' });

const EMAIL = 'ria@werkplaats.example';
const WACHTWOORD = 'een kopje thee met suiker';

async function next(page: Page, heading: string, button = 'Verder') {
	await page.getByRole('button', { name: button, exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
	await axe(page);
	await dutch(page);
}

async function logIn(page: Page) {
	await page.goto('/inloggen');
	await page.getByLabel('E-mailadres').fill(EMAIL);
	await page.getByLabel('Wachtwoord', { exact: true }).fill(WACHTWOORD);
	await page.getByRole('button', { name: 'Log in', exact: true }).click();
	await expect(page.getByRole('navigation').first()).toBeVisible();
}

test('wie het eerst komt, richt de werkplaats in', async ({ page }) => {
	await page.goto('/');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Jouw account');
	await expect(page.getByRole('button', { name: 'Bekijk de voorbeeldwerkplaats' })).toBeVisible();
	await axe(page);

	await page.getByRole('button', { name: 'Verder', exact: true }).click();
	await expect(page).toHaveTitle(/^Fout/);
	await expect(page.getByRole('heading', { name: 'Kijk dit nog even na' })).toBeVisible();

	await page.getByLabel('Voornaam').fill('Ria');
	await page.getByLabel('Achternaam').fill('de Boer');
	await page.getByLabel('E-mailadres').fill(EMAIL);
	await page.getByLabel('Wachtwoord', { exact: true }).fill(WACHTWOORD);
	await next(page, 'Jullie werkplaats');

	await page.getByLabel('Naam', { exact: true }).fill('Werkplaats Sociaal Domein Proefregio');
	await page.getByLabel('Trekkers').fill('Hogeschool Noord\nHogeschool Zuid');
	await page.getByLabel('Start van deze periode').fill('januari 2016');
	await page.getByLabel('Einde van deze periode').fill('juli 2017');
	await page.getByLabel('Regio').fill('Proefregio');
	await page.getByLabel('Voorganger').fill('Wmo-werkplaats');
	await next(page, 'Kennisagenda');

	await page.getByLabel('Centraal thema').fill('Samen leren in de wijk');
	await next(page, 'Eerste werkteam');

	await page.getByLabel('Hoe noemen jullie een team?').fill('werkgroep');
	await page.getByLabel('En meer dan één?').fill('werkgroepen');
	await page.getByRole('radio', { name: 'de', exact: true }).check();
	await page.getByRole('button', { name: 'Klaar' }).click();

	await expect(page).toHaveURL(/\/$/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Ria');
	await expect(page.getByRole('link', { name: 'Werkgroepen' }).first()).toBeVisible();
	await axe(page);
	await dutch(page);
});

test('een periode die overlapt noemt de andere', async ({ page }) => {
	await logIn(page);
	await page.goto('/beheer/perioden');
	await follow(page.getByRole('link', { name: 'Nieuwe periode' }));
	await page.getByLabel('Begint').fill('juni 2017');
	await page.getByLabel('Eindigt').fill('december 2019');
	await page.getByRole('button', { name: 'Maak periode' }).click();
	await expect(page).toHaveTitle(/^Fout/);
	await expect(page.getByText('Deze periode loopt door periode 1 heen').first()).toBeVisible();
	await expect(page.getByLabel('Begint')).toHaveValue('juni 2017');
	await axe(page);

	await page.getByLabel('Begint').fill('augustus 2017');
	await save(page, 'Maak periode');
	await expect(page.getByText('Van 1 augustus 2017 tot en met 31 december 2019.')).toBeVisible();
});

test('het werk begint later dan de periode', async ({ page }) => {
	await logIn(page);
	await page.goto('/beheer/perioden');
	await follow(linkTo(page, 'Periode 1'));
	await page.getByLabel('Het werk begon op').fill('22 september 2016');
	await save(page, 'Bewaar');
	await page.goto('/beheer/perioden');
	await expect(page.getByText('Het werk begon: 22 september 2016')).toBeVisible();
	await expect(page.getByText('Van 1 januari 2016 tot en met 31 juli 2017.')).toBeVisible();
});

test('een subsidie die langer loopt, laat de perioden staan', async ({ page }) => {
	await logIn(page);
	await page.goto('/beheer/perioden');
	const perioden = page.getByText(/^Van .* tot en met/);
	await expect(perioden).toHaveCount(2);
	const before = await perioden.allInnerTexts();

	await follow(page.getByRole('link', { name: 'Nieuwe subsidie' }));
	await page.getByLabel('Naam van de subsidie').fill('VWS');
	await page.getByLabel('Begint').fill('2016');
	await page.getByLabel('Eindigt').fill('2018');
	await save(page, 'Maak subsidie');
	await follow(linkTo(page, 'VWS'));
	await page.getByLabel('Verlengd tot en met').fill('2019');
	await page.getByRole('button', { name: 'Verleng', exact: true }).click();
	await expect(page.getByText('daarna verlengd')).toBeVisible();
	await expect(perioden).toHaveText(before);
});

test('thema’s die niet gekozen zijn, blijven gewoon op de agenda', async ({ page }) => {
	await logIn(page);
	for (const thema of ['Eenzaamheid', 'Mantelzorg', 'Schulden', 'Meedoen', 'Jong en oud']) {
		await page.goto('/beheer/themas/nieuw');
		await page.getByLabel('Thema', { exact: true }).fill(thema);
		await page.getByRole('button', { name: /^(Bewaar|Voeg)/ }).click();
		await expect(page).not.toHaveURL(/nieuw/);
	}
	for (const thema of ['Eenzaamheid', 'Mantelzorg']) {
		await page.goto('/beheer/themas');
		await follow(page.getByRole('link', { name: thema }));
		await page.getByRole('button', { name: /^Kies ?, Periode 1/ }).click();
		await expect(page.getByRole('button', { name: /^Kies niet meer ?, Periode 1/ })).toBeVisible();
	}
	await page.goto('/kennisagenda');
	for (const thema of ['Schulden', 'Meedoen', 'Jong en oud'])
		await expect(page.getByRole('heading', { name: thema })).toBeVisible();
	await expect(page.getByRole('alert')).toHaveCount(0);
	await axe(page);
	await dutch(page);
});
