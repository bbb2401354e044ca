import { axe, dutch, expect, logIn, save, test } from './fixtures.ts';

/** AC-07 */
test('een gremium komt vier keer bijeen en houdt voorlopig op', async ({ page }) => {
	await logIn(page, 'hanneke');
	await page.goto('/gremia/nieuw');
	await page.getByLabel('Naam', { exact: true }).fill('Klankbordgroep');
	await page.getByLabel('Niveau').selectOption({ index: 1 });
	await save(page, 'Bewaar');

	for (const dag of ['22 september 2016', 'december 2016', 'maart 2017', 'juni 2017']) {
		await page.getByText('Schrijf een keer op').click();
		await page.getByLabel('Wanneer', { exact: true }).fill(dag);
		await page.getByRole('button', { name: 'Bewaar' }).click();
		await expect(page.getByRole('listitem').filter({ hasText: dag })).toBeVisible();
	}
	await page.locator('summary', { hasText: 'Hef op' }).click();
	await page.getByLabel('Per wanneer').fill('juli 2017');
	await page.getByLabel('Waarom').fill('De gemeenten overleggen nu per regio.');
	await page.getByRole('button', { name: 'Hef op' }).click();
	await expect(page.getByText(/Voorlopig opgeheven per/)).toBeVisible();
	await axe(page);
	await dutch(page);

	await page.reload();
	for (const dag of ['22 september 2016', 'december 2016', 'maart 2017', 'juni 2017'])
		await expect(page.getByRole('listitem').filter({ hasText: dag })).toBeVisible();
});
