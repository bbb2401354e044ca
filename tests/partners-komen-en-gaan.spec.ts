import { axe, expect, follow, linkTo, logIn, save, test } from './fixtures.ts';

/** AC-04, AC-05: who was partner on a day, dates as they were written, and a koepel. */

test.beforeEach(async ({ page }) => logIn(page, 'hanneke'));

test('op welke dag was wie partner', async ({ page }) => {
	const names = page.getByRole('table').first();
	await page.goto(`/partners?op=${encodeURIComponent('1 oktober 2018')}`);
	await expect(names).toContainText('Schiedam');
	await expect(names).not.toContainText('Vivenz');
	await page.goto(`/partners?op=${encodeURIComponent('1 februari 2019')}`);
	await expect(names).toContainText('Vivenz');
	await expect(names).toContainText('Nissewaard');
	await expect(names).not.toContainText('Schiedam');
	await axe(page);
});

test('“eind 2018” blijft staan zoals het is geschreven, en is aangenomen', async ({ page }) => {
	await page.goto('/partners/organisaties/nieuw');
	await page.getByLabel('Naam', { exact: true }).fill('Stichting Proef');
	await page.getByLabel('Soort').selectOption({ label: 'zorg of welzijn' });
	await save(page, 'Bewaar');
	await follow(page.getByRole('link', { name: 'Voeg een partnerschap toe' }));
	await page.getByLabel('Partner vanaf').fill('29 februari 2017');
	await page.getByLabel('Tot en met').fill('eind 2018');
	await page.getByRole('button', { name: 'Bewaar' }).click();
	await expect(page).toHaveTitle(/^Fout/);
	await expect(page.getByLabel('Tot en met')).toHaveValue('eind 2018');
	await axe(page);
	await page.getByLabel('Partner vanaf').fill('1 maart 2017');
	await save(page, 'Bewaar');
	await expect(page.getByText('eind 2018').first()).toBeVisible();
	await expect(page.getByText('aangenomen').first()).toBeVisible();

	await page.goto('/partners?op=31+december+2018');
	await expect(page.getByRole('link', { name: 'Stichting Proef' })).toBeVisible();
	await page.goto('/partners?op=1+januari+2019');
	await expect(page.getByRole('table').first()).not.toContainText('Stichting Proef');
});

test('een koepel tekent, de leden blijven zichzelf', async ({ page }) => {
	await page.goto('/partners/organisaties');
	await follow(linkTo(page, 'BAR-organisatie'));
	const koepel = page.url();
	await follow(page.getByRole('link', { name: /Voeg een partnerschap toe|Voeg toe/ }).first());
	await page.getByLabel('Partner vanaf').fill('2020');
	await page.getByLabel('Tot en met').fill('2022');
	await save(page, 'Bewaar');

	await page.goto('/partners?op=1+maart+2020');
	const rows = page.getByRole('table').first();
	for (const lid of ['Barendrecht', 'Albrandswaard', 'Ridderkerk'])
		await expect(rows.getByRole('link', { name: lid })).toHaveCount(1);
	await axe(page);

	await page.goto(koepel);
	await follow(linkTo(page, 'Ridderkerk'));
	await follow(page.getByRole('link', { name: 'Wijzig', exact: true }));
	await page.getByLabel('Koepel').selectOption({ label: 'Geen' });
	await save(page, 'Bewaar');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Ridderkerk');
});
