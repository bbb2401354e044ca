import { axe, expect, tabTo, test } from './fixtures.ts';
import { press, type } from './keyboard.ts';

/** AC-66 and AC-01: the first-time set-up without a mouse. */

test.use({ kind: 'empty' });

test('de werkplaats instellen, stap voor stap', async ({ page }) => {
	const step = async (heading: string) => {
		await press(page, 'button', 'Verder');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
	};
	await page.goto('/');
	await type(page, 'Voornaam', 'Ria');
	await type(page, 'E-mailadres', 'ria@werkplaats.example');
	await type(page, 'Wachtwoord', 'een kopje thee met suiker');
	await step('Jullie werkplaats');
	await type(page, 'Naam', 'Werkplaats Proefregio');
	await tabTo(page, page.getByLabel('Trekkers'));
	await page.keyboard.type('Hogeschool Noord');
	await tabTo(page, page.getByLabel('Start van deze periode'));
	await page.keyboard.type('januari 2026');
	await tabTo(page, page.getByLabel('Einde van deze periode'));
	await page.keyboard.type('december 2028');
	await step('Kennisagenda');
	await step('Eerste werkteam');
	await press(page, 'button', 'Klaar');
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Ria');
	await axe(page);
});
